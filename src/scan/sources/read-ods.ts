import type { ByteSource } from "#scan/byte-source.ts";
import { TableReader } from "#scan/records/table-reader.ts";
import { type ArchiveMember, type UnpackBudget, withinLimits } from "#scan/sources/archive-member.ts";
import { decryptOds, isEncryptedOds } from "#scan/sources/decrypt-ods.ts";
import { abortable, hashBytes } from "#scan/sources/inspect-bytes.ts";
import type { ScanContext } from "#scan/sources/leaf-sink.ts";
import { openZip } from "#scan/sources/open-zip.ts";
import { lockedProblem, problemOf, type SourceProblem, sealedProblem, Unreadable } from "#scan/sources/problem.ts";
import { readEmbedded } from "#scan/sources/read-embedded.ts";
import { walkOds } from "#scan/sources/walk-ods.ts";

/**
 * Reads every sheet of an ODS workbook as a leaf of its own (`b.ods#客户`). A sheet's hashes are its file's. All sheets stand in one
 * stream: the bytes that were looked at go with the last of them, as does what ended the stream early. Pictures are given to `embedded`.
 */
export async function readOds(
  source: ByteSource,
  context: ScanContext,
  budget: UnpackBudget,
  embedded: (member: ArchiveMember) => Promise<void>,
): Promise<void> {
  const { sink, signal, limits, today } = context;
  const hashes = await hashBytes(source, context);
  let sheets = 0;
  let ended = 0;
  let sheet: Sheet | null = null;
  let passwordLine: number | undefined;
  const end = (problem: SourceProblem | null, last: boolean) => {
    const { path, table, rows } = sheet ?? { path: source.path, table: null, rows: 0 };
    if (sheet === null) sink.begin(path);
    sink.end({
      path,
      format: "ods",
      encoding: null,
      bytes: source.size,
      bytesScanned: last && problem === null ? source.size : 0,
      firstOfFile: ended++ === 0,
      ...hashes,
      status: problem === null ? "scanned" : rows > 0 ? "partly" : "unreadable",
      problem,
      columns: table?.finish() ?? [],
      ...(passwordLine === undefined ? {} : { passwordLine }),
    });
    sheet = null;
  };
  const begin = (name: string) => {
    if (sheets++ > 0) end(null, false);
    const path = `${source.path}#${name || `Sheet${sheets}`}`;
    sink.begin(path);
    sheet = { path, table: new TableReader(sink, today), rows: 0 };
  };
  const row = (cells: string[], at: number) => {
    if (sheet === null) return;
    sheet.rows++;
    sheet.table.read(cells, at, () => 0);
  };
  let problem: SourceProblem | null = null;
  try {
    const content = await openContent(await findContent(openZip(source, limits, budget), context.passwords.length), context, budget);
    passwordLine = content.passwordLine;
    await walkOds(abortable(content.unpack(), signal), { begin, row });
    if (!content.intact()) problem = problemOf("workbook-damaged", "CRC-32");
    else if (sheets === 0) problem = problemOf("workbook-empty");
  } catch (failure) {
    if (!(failure instanceof Unreadable)) throw failure;
    problem = failure.problem.kind === "member-damaged" ? problemOf("workbook-damaged", failure.problem.en) : failure.problem;
  }
  sink.progress(source.path, source.size, 0);
  end(problem, true);
  if (problem === null || !LOCKED.test(problem.kind)) await readEmbedded(openZip(source, limits, budget), embedded);
}

type Sheet = { readonly path: string; readonly table: TableReader; rows: number };

const LOCKED = /^(?:encrypted|wrong-password|password-not-tried)$/;
/** An encrypted workbook lies in memory while it is opened. */
const LARGEST = 256 * 1024 * 1024;

type Content = { readonly member: ArchiveMember; readonly manifest: Buffer | null };
type OpenContent = Pick<ArchiveMember, "unpack" | "intact"> & { readonly passwordLine?: number };

/** The content, where it is encrypted under a password that fits. @throws Unreadable when none does, or this encryption is not known */
async function openContent({ member, manifest }: Content, context: ScanContext, budget: UnpackBudget): Promise<OpenContent> {
  if (manifest === null || !isEncryptedOds(manifest)) return member;
  const { passwords, limits, signal } = context;
  if (passwords.length === 0) throw new Unreadable(lockedProblem(0));
  if (member.size > LARGEST) throw new Unreadable(problemOf("archive-too-large", LARGEST));
  const chunks: Uint8Array[] = [];
  for await (const chunk of member.unpack()) chunks.push(chunk);
  const cipher = Buffer.concat(chunks.splice(0));
  const opened = await decryptOds(cipher, manifest, passwords, signal);
  if (opened === null) throw new Unreadable(lockedProblem(passwords.length));
  let size = 0;
  return {
    passwordLine: opened.line,
    intact: () => Number.isNaN(opened.size) || size === opened.size,
    unpack: async function* () {
      for await (const chunk of withinLimits(async () => opened.bytes, cipher.length, limits, budget)) {
        size += chunk.length;
        yield chunk;
      }
    },
  };
}

/** @throws Unreadable "workbook-damaged" without content, "encrypted" where the archive itself is */
async function findContent(zip: AsyncIterable<ArchiveMember>, passwords: number): Promise<Content> {
  let content: ArchiveMember | null = null;
  let manifest: Buffer | null = null;
  for await (const member of zip) {
    if (member.name === "content.xml") content = member;
    if (member.encrypted) throw new Unreadable(problemOf("encrypted"));
    if (member.name !== "META-INF/manifest.xml" || member.size > 1 << 20) continue;
    const chunks: Uint8Array[] = [];
    for await (const chunk of member.unpack()) chunks.push(chunk);
    manifest = Buffer.concat(chunks);
  }
  // Newer encryption packs everything into one part: there is no content beside the manifest.
  if (content === null && manifest !== null && isEncryptedOds(manifest)) throw new Unreadable(sealedProblem("ODS", passwords));
  if (content === null) throw new Unreadable(problemOf("workbook-damaged", "content.xml"));
  return { member: content, manifest };
}
