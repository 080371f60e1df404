import { BATCH_LIMITS } from "#case-documents/batch-limits.data.ts";
import { TOO_MANY_PARTS, tellProblem } from "#case-documents/tell-problem.ts";
import { storableText } from "#database/storable.ts";
import type { CaseDocument } from "#documents/document.ts";
import { readDocument } from "#documents/read-document.query.ts";
import { tellLost } from "#documents/tell-gaps.ts";
import { splitLines } from "#json-lines/split-lines.ts";
import { LONGEST_LINE, readLine } from "#library/read-line.ts";
import type { ByteSource } from "#scan/byte-source.ts";
import type { ArchiveMember } from "#scan/sources/archive-member.ts";
import { classifyZip } from "#scan/sources/classify-zip.ts";
import { readChunks } from "#scan/sources/inspect-bytes.ts";
import { SCAN_LIMITS } from "#scan/sources/leaf-sink.ts";
import { openZip } from "#scan/sources/open-zip.ts";
import { problemOf, Unreadable } from "#scan/sources/problem.ts";
import { sniffMagic } from "#scan/sources/sniff-magic.ts";

type Words = { readonly zh: string; readonly en: string };
type Opened = { readonly ok: true; readonly document: CaseDocument } | { readonly ok: false; readonly problem: Words };

/** A line of a JSONL or a file of a ZIP: its text, or why it is no document. `done` tells how far the batch is behind it. */
export type Part = {
  readonly part: number;
  readonly name: string | null;
  /** bytes of a line; null of a file */
  readonly place: { readonly from: number; readonly to: number } | null;
  readonly opened: Opened;
  readonly done: number;
  readonly total: number;
};

/** Where a batch goes on: its next part, and what was done of it (bytes of a JSONL, files of a ZIP). */
export type Start = { readonly part: number; readonly done: number };

/** Files that systems leave in archives; nobody's documents. */
const LEFT_BEHIND = /(?:^|\/)(?:__MACOSX\/|\._|\.DS_Store$|Thumbs\.db$|desktop\.ini$)/i;

/**
 * The documents of a batch one after the other, from a start on: memory holds one at a time.
 * @throws Unreadable when the whole is neither a ZIP of files nor lines of text, breaks off, or has too many parts
 */
export async function* openParts(source: ByteSource, start: Start, signal: AbortSignal): AsyncGenerator<Part> {
  const magic = sniffMagic(await source.read(0, 64 * 1024));
  if (magic !== null && magic !== "zip") throw new Unreadable(problemOf("unsupported-format", magic));
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
    const { name, opened } = openLine(content, source.path);
    yield { part: number, name, place: { from, to }, opened, done: to, total: source.size };
  }
}

function openLine(content: string | null, path: string): { readonly name: string | null; readonly opened: Opened } {
  const line = readLine({ content });
  if (!line.ok) return { name: null, opened: { ok: false, problem: line.sentence } };
  const name = line.value.name ?? String(line.value.id);
  const text = line.value.text.replaceAll("\r\n", "\n").replaceAll("\r", "\n");
  // a line that was no UTF-8 shows it by the sign for what cannot be decoded
  return { name, opened: { ok: true, document: { path: `${path}!${name}`, format: "txt", text, pages: null, gaps: tellLost(text) } } };
}

async function* openFiles(source: ByteSource, start: Start, signal: AbortSignal): AsyncGenerator<Part> {
  const members = () => openZip(source, { ...SCAN_LIMITS, members: BATCH_LIMITS.parts }, { packed: source.size, unpacked: 0 });
  const { format, note } = await classifyZip(members());
  if (format !== "zip") throw new Unreadable(problemOf("unsupported-format", note || format));
  let total = 0;
  for await (const _ of members()) total++;
  let part = 0;
  for await (const member of members()) {
    signal.throwIfAborted();
    part++;
    if (part < start.part || LEFT_BEHIND.test(member.name)) continue;
    const opened = await openFile(member, source.path, signal);
    yield { part, name: storableText(member.name.slice(-300)), place: null, opened, done: part, total };
  }
}

async function openFile(member: ArchiveMember, path: string, signal: AbortSignal): Promise<Opened> {
  try {
    if (member.encrypted) throw new Unreadable(problemOf("encrypted"));
    const chunks: Uint8Array[] = [];
    let size = 0;
    for await (const chunk of member.unpack()) {
      size += chunk.length;
      if (size > BATCH_LIMITS.fileBytes) throw new Unreadable(problemOf("archive-too-large", BATCH_LIMITS.fileBytes));
      chunks.push(chunk.slice());
    }
    if (!member.intact()) throw new Unreadable(problemOf("member-damaged", "CRC-32"));
    const bytes = Buffer.concat(chunks);
    const source = {
      path: `${path}!${member.name}`,
      size,
      read: async (from: number, length: number) => bytes.subarray(from, from + length),
    };
    return { ok: true, document: await readDocument(source, signal) };
  } catch (failure) {
    if (failure instanceof Unreadable) return { ok: false, problem: tellProblem(failure.problem) };
    throw failure;
  }
}

/** One part again, by its number and, of a line, its bytes. @throws Unreadable when it is not there any more or no document */
export async function openPart(
  source: ByteSource,
  { part, place }: Pick<Part, "part" | "place">,
  signal: AbortSignal,
): Promise<CaseDocument> {
  if (place !== null) {
    const bytes = Buffer.from(await source.read(place.from, place.to - place.from));
    const { opened } = openLine(
      bytes
        .toString("utf8")
        .replace(/^\uFEFF/, "")
        .trim(),
      source.path,
    );
    if (opened.ok) return opened.document;
  } else
    for await (const found of openFiles(source, { part, done: part - 1 }, signal))
      if (found.part === part && found.opened.ok) return found.opened.document;
      else break;
  throw new Unreadable(problemOf("document-damaged", `${part}`));
}
