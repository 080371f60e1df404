import { TableReader } from "#scan/records/table-reader.ts";
import { readTextRecords } from "#scan/records/text-records.ts";
import type { ScanContext } from "#scan/sources/leaf-sink.ts";
import { problemOf, type SourceProblem, Unreadable } from "#scan/sources/problem.ts";
import { readFreeText } from "#scan/sources/read-free-text.ts";
import { endPart, type StructuredText, shareOf } from "#scan/sources/structured-leaf.ts";
import { type SqlEvents, SqlWalker } from "#scan/sources/walk-sql.ts";
import { type TextWindow, walkWindows } from "#scan/sources/walk-windows.ts";

const MOST_TABLES = 10_000;
const BEGINNING = 64 * 1024;
const STANDARD_STRINGS =
  /\bSET\s+standard_conforming_strings\s*=\s*on|\bPRAGMA\s|\bSET\s+(?:ANSI_NULLS|QUOTED_IDENTIFIER|IDENTITY_INSERT)\b|\[dbo\]|^GO\s*$|pg_catalog/im;

/** A table of a dump, and the bytes between which its rows stand: a walk may begin at `from`. */
type DumpTable = { columns: readonly string[]; from: number; until: number; rows: number };
type Survey = { readonly tables: ReadonlyMap<string, DumpTable>; readonly lines: number; readonly problem: SourceProblem | null };

/**
 * Reads an SQL dump: every table is a leaf (`d.sql#users`), its columns those of CREATE TABLE or of the first INSERT. A dump without rows is free text;
 * a statement that changes rows without holding them is text of the first leaf. Ends its leaves itself.
 */
export async function readSql(evidence: StructuredText, context: ScanContext): Promise<void> {
  const { source, text } = evidence;
  const { sink } = context;
  let survey: Survey = { tables: new Map(), lines: 0, problem: null };
  let failure: SourceProblem | null = null;
  let backslashes = true;
  try {
    const head = new TextDecoder(text.encoding).decode(await source.read(text.bom, BEGINNING));
    backslashes = !STANDARD_STRINGS.test(head);
    survey = await surveySql(evidence, backslashes, context);
  } catch (thrown) {
    if (!(thrown instanceof Unreadable)) throw thrown;
    failure = thrown.problem;
  }
  const filled = [...survey.tables.values()].some(({ rows }) => rows > 0);
  if (!filled || failure !== null) return readAsLines(evidence, failure, context);
  const tables = [...survey.tables];
  for (const [at, [name, table]] of tables.entries()) {
    const path = `${source.path}#${name}`;
    sink.begin(path);
    const rows = new TableReader(sink, context.today);
    rows.readHeader(table.columns);
    try {
      if (table.rows > 0 || (at === 0 && survey.lines > 0))
        await readTable(evidence, name, table, { backslashes, rows, withLines: at === 0 && survey.lines > 0 }, context);
    } catch (thrown) {
      if (!(thrown instanceof Unreadable)) throw thrown;
      failure = thrown.problem;
    }
    const columns = rows.finish();
    endPart(
      evidence,
      { path, at, of: tables.length, problem: failure ?? (at === 0 || at === tables.length - 1 ? survey.problem : null), columns },
      sink,
    );
    sink.progress(path, shareOf(source.size, at, tables.length), table.rows);
  }
}

async function readAsLines(evidence: StructuredText, failure: SourceProblem | null, context: ScanContext): Promise<void> {
  const { source, text } = evidence;
  let problem = failure;
  let skipped = 0;
  context.sink.begin(source.path);
  try {
    if (problem === null)
      skipped = (await readFreeText(source, text.encoding, text.bom, { format: "sql", separator: null, chat: false }, context)).skipped;
    if (skipped > 0) problem = problemOf("line-too-long", skipped);
  } catch (thrown) {
    if (!(thrown instanceof Unreadable)) throw thrown;
    problem = thrown.problem;
  }
  endPart(evidence, { path: source.path, at: 0, of: 1, problem, columns: [], lost: skipped }, context.sink);
}

async function surveySql(evidence: StructuredText, backslashes: boolean, context: ScanContext): Promise<Survey> {
  const { bom, errors } = evidence.text;
  const tables = new Map<string, DumpTable>();
  let problem: SourceProblem | null = null;
  let lines = 0;
  let start = bom;
  const tableOf = (name: string, columns: readonly string[]) => {
    let table = tables.get(name);
    if (table === undefined) {
      if (tables.size >= MOST_TABLES) {
        problem ??= problemOf("too-many-tables", MOST_TABLES);
        return null;
      }
      // Where bytes do not decode their places are not exact: then every table is read from the beginning.
      table = { columns, from: errors > 0 ? bom : -1, until: Number.POSITIVE_INFINITY, rows: 0 };
      tables.set(name, table);
    }
    return table;
  };
  await walk(evidence, bom, backslashes, context, (offsetOf) => ({
    table: (name, columns) => {
      const table = tableOf(name, columns);
      if (table?.rows === 0) table.columns = columns;
    },
    row: (name, columns, _cells, _place, end) => {
      const table = tableOf(name, columns ?? []);
      if (table === null) return;
      if (table.from < 0) table.from = start;
      if (table.columns.length === 0) table.columns = columns ?? [];
      else if (columns !== null)
        for (const column of columns) if (!includesName(table.columns, column)) table.columns = [...table.columns, column];
      table.rows++;
      if (errors === 0) table.until = offsetOf(end);
    },
    line: () => {
      lines++;
    },
    between: (place) => {
      start = offsetOf(place);
    },
    damaged: (why) => {
      problem ??= problemOf("sql-damaged", why);
    },
  }));
  return { tables, lines, problem };
}

async function readTable(
  evidence: StructuredText,
  name: string,
  table: DumpTable,
  { backslashes, rows, withLines }: { backslashes: boolean; rows: TableReader; withLines: boolean },
  context: ScanContext,
): Promise<void> {
  const { sink, today, names, asContent } = context;
  const from = withLines || table.from < 0 ? evidence.text.bom : table.from;
  const until = withLines ? Number.POSITIVE_INFINITY : table.until;
  const order = new Map<string, readonly number[]>();
  let count = 0;
  let lines = 0;
  await walk(
    evidence,
    from,
    backslashes,
    context,
    (offsetOf) => ({
      row: (of, columns, cells, place) => {
        if (of !== name) return;
        rows.read(columns === null ? cells : arrange(cells, columns, table.columns, order), ++count, () => offsetOf(place));
      },
      line: (text, place) => {
        lines++;
        if (withLines)
          for (const record of readTextRecords(text, { row: lines, offsetOf: () => offsetOf(place), today, names }, asContent))
            sink.record(record);
      },
      table: () => undefined,
      between: () => undefined,
      damaged: () => undefined,
    }),
    (offset) => {
      rows.finishBlock();
      return offset < until;
    },
  );
}

/** The cells of an INSERT that names its columns, in the order of the table's. */
function arrange(
  cells: readonly string[],
  named: readonly string[],
  columns: readonly string[],
  order: Map<string, readonly number[]>,
): readonly string[] {
  const key = named.join("\u001f");
  let places = order.get(key);
  if (places === undefined) {
    const lower = columns.map((column) => column.toLowerCase());
    places = named.map((column) => lower.indexOf(column.toLowerCase()));
    if (order.size < 1000) order.set(key, places);
  }
  const row: string[] = new Array<string>(columns.length).fill("");
  for (let at = 0; at < cells.length; at++) {
    const place = places[at] ?? -1;
    if (place >= 0) row[place] = cells[at] ?? "";
    else row.push(cells[at] ?? ""); // more values than columns: kept, without a name
  }
  return row;
}

function includesName(columns: readonly string[], name: string): boolean {
  return columns.some((column) => column.toLowerCase() === name.toLowerCase());
}

async function walk(
  { source, text: { encoding } }: StructuredText,
  from: number,
  backslashes: boolean,
  { signal, limits }: ScanContext,
  eventsOf: (offsetOf: TextWindow["offsetOf"]) => SqlEvents,
  goesOn: (offset: number) => boolean = () => true,
): Promise<void> {
  let offsetOf: TextWindow["offsetOf"] = () => 0;
  const walker = new SqlWalker(
    eventsOf((place) => offsetOf(place)),
    backslashes,
    limits.longestLine,
  );
  await walkWindows(source, encoding, from, signal, (window) => {
    offsetOf = window.offsetOf;
    const used = walker.feed(window.text, window.last);
    return goesOn(offsetOf(used)) ? used : null;
  });
}
