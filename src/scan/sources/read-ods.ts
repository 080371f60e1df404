import type { ByteSource } from "#scan/byte-source.ts";
import { TableReader } from "#scan/records/table-reader.ts";
import type { ArchiveMember, UnpackBudget } from "#scan/sources/archive-member.ts";
import { abortable, hashBytes } from "#scan/sources/inspect-bytes.ts";
import type { ScanContext } from "#scan/sources/leaf-sink.ts";
import { openZip } from "#scan/sources/open-zip.ts";
import { problemOf, type SourceProblem, Unreadable } from "#scan/sources/problem.ts";
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
    const content = await findContent(openZip(source, limits, budget));
    await walkOds(abortable(content.unpack(), signal), { begin, row });
    if (!content.intact()) problem = problemOf("workbook-damaged", "CRC-32");
    else if (sheets === 0) problem = problemOf("workbook-empty");
  } catch (failure) {
    if (!(failure instanceof Unreadable)) throw failure;
    problem = failure.problem.kind === "member-damaged" ? problemOf("workbook-damaged", failure.problem.en) : failure.problem;
  }
  sink.progress(source.path, source.size, 0);
  end(problem, true);
  if (problem?.kind !== "encrypted") await readEmbedded(openZip(source, limits, budget), embedded);
}

type Sheet = { readonly path: string; readonly table: TableReader; rows: number };

/** @throws Unreadable "encrypted" (an encrypted ODS says so in its manifest), "workbook-damaged" without content */
async function findContent(zip: AsyncIterable<ArchiveMember>): Promise<ArchiveMember> {
  let content: ArchiveMember | null = null;
  for await (const member of zip) {
    if (member.name === "content.xml") content = member;
    if (member.encrypted) throw new Unreadable(problemOf("encrypted"));
    if (member.name !== "META-INF/manifest.xml" || member.size > 1 << 20) continue;
    const chunks: Uint8Array[] = [];
    for await (const chunk of member.unpack()) chunks.push(chunk);
    if (Buffer.concat(chunks).includes("encryption-data")) throw new Unreadable(problemOf("encrypted"));
  }
  if (content === null) throw new Unreadable(problemOf("workbook-damaged", "content.xml"));
  return content;
}
