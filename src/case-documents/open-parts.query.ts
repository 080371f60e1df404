import { BATCH_LIMITS } from "#case-documents/batch-limits.data.ts";
import { TOO_MANY_PARTS } from "#case-documents/tell-problem.ts";
import { storableText } from "#database/storable.ts";
import type { CaseDocument } from "#documents/document.ts";
import { readDocument } from "#documents/read-document.query.ts";
import { DocumentRefused, refuseDocument, refuseFormat, tellZipProblem } from "#documents/refuse-document.ts";
import { tellLost } from "#documents/tell-gaps.ts";
import { splitLines } from "#json-lines/split-lines.ts";
import type { JudgmentLine } from "#library/library.contract.ts";
import { LONGEST_LINE, type ReadLine, readLine } from "#library/read-line.ts";
import type { ByteSource } from "#scan/byte-source.ts";
import type { ArchiveMember } from "#scan/sources/archive-member.ts";
import { classifyZip } from "#scan/sources/classify-zip.ts";
import { abortable, readChunks } from "#scan/sources/inspect-bytes.ts";
import { SCAN_LIMITS } from "#scan/sources/leaf-sink.ts";
import { openZip } from "#scan/sources/open-zip.ts";
import { Unreadable } from "#scan/sources/problem.ts";
import { sniffMagic } from "#scan/sources/sniff-magic.ts";

/** A line of a JSONL or a file of a ZIP. `done` tells how far the batch is behind it. */
export type Part = {
  readonly part: number;
  readonly name: string | null;
  /** bytes of a line; null of a file */
  readonly place: { readonly from: number; readonly to: number } | null;
  /** Its text, as often as it is asked for before the next part is. @throws DocumentRefused with the sentence why it is no document; the abort reason */
  readonly open: (signal: AbortSignal) => Promise<CaseDocument>;
  readonly done: number;
  readonly total: number;
};

/** Where a batch goes on: its next part, and what was done of it (bytes of a JSONL, files of a ZIP). */
export type Start = { readonly part: number; readonly done: number };

/** Files that systems leave in archives; nobody's documents. */
const LEFT_BEHIND = /(?:^|\/)(?:__MACOSX\/|\._|\.DS_Store$|Thumbs\.db$|desktop\.ini$)/i;

/**
 * The documents of a batch one after the other, from a start on: memory holds one at a time.
 * @throws DocumentRefused when the whole is neither a ZIP of files nor lines of text, breaks off, or has too many parts
 */
export async function* openParts(source: ByteSource, start: Start, signal: AbortSignal): AsyncGenerator<Part> {
  const magic = sniffMagic(await source.read(0, 64 * 1024));
  if (magic !== null && magic !== "zip") throw refuseFormat(magic, "", "batch-format");
  for await (const part of magic === "zip" ? openFiles(source, start, signal) : openLines(source, start, signal)) {
    if (part.part > BATCH_LIMITS.parts) throw new TooManyParts();
    yield part;
  }
}

/** More parts than a batch may have. */
export class TooManyParts extends Error {
  readonly sentence = TOO_MANY_PARTS;
}

async function* openLines(source: ByteSource, start: Start, signal: AbortSignal): AsyncGenerator<Part> {
  const stream = readChunks(source, signal, start.done);
  for await (const { number, content, from, to } of splitLines(stream, LONGEST_LINE, { number: start.part, at: start.done })) {
    if (content === "") continue;
    const line = readLine({ content });
    const name = line.ok ? nameOf(line.value) : null;
    yield { part: number, name, place: { from, to }, open: async () => openLine(line, source.path), done: to, total: source.size };
  }
}

function nameOf({ id, name }: JudgmentLine): string {
  return name ?? String(id);
}

function openLine(line: ReadLine, path: string): CaseDocument {
  if (!line.ok) throw new DocumentRefused({ kind: "json-damaged", ...line.sentence });
  const text = line.value.text.replaceAll("\r\n", "\n").replaceAll("\r", "\n");
  // a line that was no UTF-8 shows it by the sign for what cannot be decoded
  return { path: `${path}!${nameOf(line.value)}`, format: "txt", text, pages: null, gaps: tellLost(text) };
}

async function* openFiles(source: ByteSource, start: Start, signal: AbortSignal): AsyncGenerator<Part> {
  const members = () => openZip(source, { ...SCAN_LIMITS, members: BATCH_LIMITS.parts }, { packed: source.size, unpacked: 0 });
  try {
    const { format, note } = await classifyZip(members());
    if (format !== "zip") throw refuseFormat(format, note, "batch-format");
    let total = 0;
    for await (const _ of members()) total++;
    let part = 0;
    for await (const member of members()) {
      signal.throwIfAborted();
      part++;
      if (part < start.part || LEFT_BEHIND.test(member.name)) continue;
      const open = (stopping: AbortSignal) => openFile(member, source.path, stopping);
      yield { part, name: storableText(member.name.slice(-300)), place: null, open, done: part, total };
    }
  } catch (failure) {
    if (!(failure instanceof Unreadable) || failure instanceof DocumentRefused) throw failure;
    throw new DocumentRefused(tellZipProblem(failure.problem, "zip"), failure);
  }
}

async function openFile(member: ArchiveMember, path: string, signal: AbortSignal): Promise<CaseDocument> {
  if (member.encrypted) throw refuseDocument("zip-locked", { file: "member" });
  const bytes = await unpack(member, signal);
  const read = async (from: number, length: number) => bytes.subarray(from, from + length);
  return readDocument({ path: `${path}!${member.name}`, size: bytes.length, read }, signal);
}

async function unpack(member: ArchiveMember, signal: AbortSignal): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of abortable(member.unpack(), signal)) {
      size += chunk.length;
      if (size > BATCH_LIMITS.fileBytes)
        throw refuseDocument("file-too-large", { file: "member", megabytes: BATCH_LIMITS.fileBytes / 1024 / 1024 });
      chunks.push(chunk.slice());
    }
  } catch (failure) {
    if (!(failure instanceof Unreadable) || failure instanceof DocumentRefused) throw failure;
    throw new DocumentRefused(tellZipProblem(failure.problem, "member"), failure);
  }
  if (!member.intact()) throw refuseDocument("zip-changed", { file: "member" });
  return Buffer.concat(chunks);
}

/** One part again, by its number and, of a line, its bytes. @throws DocumentRefused when it is not there any more or no document */
export async function openPart(
  source: ByteSource,
  { part, place }: Pick<Part, "part" | "place">,
  signal: AbortSignal,
): Promise<CaseDocument> {
  if (place === null) {
    for await (const found of openFiles(source, { part, done: part - 1 }, signal))
      if (found.part === part) return await found.open(signal);
      else break;
    throw refuseDocument("batch-part", { part });
  }
  const bytes = Buffer.from(await source.read(place.from, place.to - place.from));
  const content = bytes
    .toString("utf8")
    .replace(/^\uFEFF/, "")
    .trim();
  return openLine(readLine({ content }), source.path);
}
