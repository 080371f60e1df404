import type { ByteSource } from "#scan/byte-source.ts";
import { TableReader } from "#scan/records/table-reader.ts";
import type { ArchiveMember, UnpackBudget } from "#scan/sources/archive-member.ts";
import { BlockRows } from "#scan/sources/block-rows.ts";
import { abortable, hashBytes } from "#scan/sources/inspect-bytes.ts";
import type { LeafReport, ScanContext } from "#scan/sources/leaf-sink.ts";
import { openZip } from "#scan/sources/open-zip.ts";
import { problemOf, type SourceProblem, Unreadable } from "#scan/sources/problem.ts";
import { readEmbedded } from "#scan/sources/read-embedded.ts";
import { readSheet } from "#scan/sources/read-sheet.ts";
import { readSharedStrings, SharedStrings } from "#scan/sources/shared-strings.ts";
import { splitRows } from "#scan/sources/split-rows.ts";
import { attributeOf, walkXml } from "#scan/sources/walk-xml.ts";

/**
 * Reads every sheet of an XLSX workbook, hidden ones too, as a leaf of its own (`b.xlsx#客户`). A sheet's hashes are its file's. Pictures and
 * files embedded in it are given to `embedded`.
 */
export async function readWorkbook(
  source: ByteSource,
  context: ScanContext,
  budget: UnpackBudget,
  embedded: (member: ArchiveMember) => Promise<void>,
): Promise<void> {
  const { sink, signal, limits } = context;
  const hashes = await hashBytes(source, context);
  const base = { format: "xlsx", encoding: null, ...hashes } as const;
  const whole = (problem: SourceProblem): LeafReport => ({
    ...base,
    path: source.path,
    bytes: source.size,
    bytesScanned: 0,
    firstOfFile: true,
    status: "unreadable",
    problem,
    columns: [],
  });
  const parts = new Map<string, ArchiveMember>();
  const zip = openZip(source, limits, budget);
  let sheets: Sheet[];
  let strings = new SharedStrings();
  try {
    const first = await collectParts(zip, parts);
    sheets = first === null ? await listSheets(parts) : [];
    if (first !== null) return report(context, whole(first));
    const shared = parts.get("xl/sharedstrings.xml");
    if (shared !== undefined) strings = await readSharedStrings(abortable(shared.unpack(), signal));
  } catch (failure) {
    if (!(failure instanceof Unreadable)) throw failure;
    return report(
      context,
      whole(failure.problem.kind === "member-damaged" ? problemOf("workbook-damaged", failure.problem.en) : failure.problem),
    );
  }
  if (sheets.length === 0) return report(context, whole(problemOf("workbook-empty")));
  // The bytes of the file are shared out so that the sheets together count it once, and a sheet that fails is missing in what was scanned.
  const share = Math.floor(source.size / sheets.length);
  for (const [at, sheet] of sheets.entries()) {
    signal.throwIfAborted();
    const path = `${source.path}#${sheet.name}`;
    const bytesShare = at === 0 ? source.size - share * (sheets.length - 1) : share;
    sink.begin(path);
    const { columns, problem, rows } = await readOneSheet(path, source, parts.get(sheet.part), strings, context);
    const status = problem === null ? "scanned" : rows > 0 ? "partly" : "unreadable";
    sink.progress(path, bytesShare, 0);
    sink.end({
      ...base,
      path,
      bytes: source.size,
      bytesScanned: problem === null ? bytesShare : 0,
      firstOfFile: at === 0,
      status,
      problem,
      columns,
    });
  }
  await readEmbedded(parts.values(), embedded);
}

type Sheet = { readonly name: string; readonly part: string };

function report({ sink }: ScanContext, leaf: LeafReport): void {
  sink.begin(leaf.path);
  sink.end(leaf);
}

async function readOneSheet(
  path: string,
  source: ByteSource,
  part: ArchiveMember | undefined,
  strings: SharedStrings,
  context: ScanContext,
) {
  const { sink, signal, limits, today } = context;
  const table = new TableReader(sink, today, context);
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  // The bytes that are counted here are those of the rows as text, not those of the file.
  const within = { ...context, sink: { ...sink, progress: (_: string, __: number, done: number) => sink.progress(path, 0, done) } };
  let rows = 0;
  let written = 0;
  let waits = BlockRows.isWorth(source, "utf-8", "\t", sink);
  let blocks: BlockRows | null = null;
  let problem: SourceProblem | null = null;
  try {
    if (part === undefined) throw new Unreadable(problemOf("workbook-damaged", "sheet without its part"));
    for await (const block of readSheet(abortable(part.unpack(), signal), strings, sink.block === undefined)) {
      rows += block.rows;
      // Cells that point to one long text, again and again, blow up too.
      written += block.bytes.length;
      if (written > limits.ratioFrom && written > source.size * limits.ratio)
        throw new Unreadable(problemOf("expansion-limit", limits.ratio));
      if (blocks !== null) {
        await blocks.read(block.bytes, false);
        continue;
      }
      const { firstRow, places } = block;
      let row = firstRow;
      splitRows(decoder.decode(block.bytes), "\t", true, (cells) => {
        const line = row - firstRow;
        table.read(cells, row++, () => places[line] ?? 0);
      });
      sink.progress(path, 0, block.rows);
      if (!waits || table.resolved === null) continue;
      waits = false;
      blocks = BlockRows.open({ ...table.resolved, separator: "\t", encoding: "utf-8", today }, path, within);
    }
    if (!part.intact()) problem = problemOf("sheet-cut-short", "CRC-32");
  } catch (failure) {
    if (!(failure instanceof Unreadable)) throw failure;
    problem = rows > 0 && failure.problem.kind !== "expansion-limit" ? problemOf("sheet-cut-short", failure.problem.en) : failure.problem;
  }
  if (blocks !== null) table.addGiven(await blocks.finish());
  return { columns: table.finish(), problem, rows };
}

/** The parts of a package by their lower-case names; the problem when it is encrypted. */
export async function collectParts(zip: AsyncGenerator<ArchiveMember>, parts: Map<string, ArchiveMember>): Promise<SourceProblem | null> {
  for (;;) {
    const { value, done } = await zip.next();
    if (done) return null;
    if (value.encrypted) return problemOf("encrypted");
    parts.set(value.name.toLowerCase(), value);
  }
}

/** Sheets in the workbook's order with their parts; chart sheets hold no cells and are left out. */
export async function listSheets(parts: ReadonlyMap<string, ArchiveMember>): Promise<Sheet[]> {
  const targets = new Map<string, { part: string; cells: boolean }>();
  const relations = parts.get("xl/_rels/workbook.xml.rels");
  await walkOpenings(relations, (name, attributes) => {
    const [id, target, type] = [attributeOf(attributes, "Id"), attributeOf(attributes, "Target"), attributeOf(attributes, "Type")];
    if (name === "Relationship" && id !== undefined && target !== undefined)
      targets.set(id, { part: partOf(target), cells: type?.endsWith("/worksheet") ?? true });
  });
  const workbook = parts.get("xl/workbook.xml");
  if (workbook === undefined) throw new Unreadable(problemOf("workbook-damaged", "xl/workbook.xml"));
  const sheets: Sheet[] = [];
  let order = 0;
  await walkOpenings(workbook, (name, attributes) => {
    if (name !== "sheet") return;
    order++;
    const target = targets.get(/\w+:id\s*=\s*["']([^"']*)["']/.exec(attributes)?.[1] ?? "");
    if (target?.cells === false) return;
    sheets.push({ name: attributeOf(attributes, "name") ?? `Sheet${order}`, part: target?.part ?? `xl/worksheets/sheet${order}.xml` });
  });
  return sheets;
}

async function walkOpenings(part: ArchiveMember | undefined, open: (name: string, attributes: string) => void): Promise<void> {
  if (part !== undefined) await walkXml(part.unpack(), { open, close: () => undefined, text: () => undefined });
}

/** The part a relation of the workbook points to: `worksheets/sheet1.xml`, `/xl/worksheets/sheet1.xml` or `../xl/…`. */
function partOf(target: string): string {
  const steps = (target.startsWith("/") ? target : `/xl/${target}`).split("/");
  const path: string[] = [];
  for (const step of steps) {
    if (step === "..") path.pop();
    else if (step !== "" && step !== ".") path.push(step);
  }
  return path.join("/").toLowerCase();
}
