import type { ByteSource } from "#scan/byte-source.ts";
import { TableReader } from "#scan/records/table-reader.ts";
import { type Hashes, hashBytes } from "#scan/sources/inspect-bytes.ts";
import type { LeafReport, ScanContext } from "#scan/sources/leaf-sink.ts";
import { openBeside } from "#scan/sources/open-files.ts";
import { parseCreateTable, type TableDefinition } from "#scan/sources/parse-create-table.ts";
import { problemOf, type SourceProblem, Unreadable } from "#scan/sources/problem.ts";
import { SqlitePages } from "#scan/sources/sqlite-pages.ts";
import type { SqliteRow } from "#scan/sources/sqlite-record.ts";
import { readWal } from "#scan/sources/sqlite-wal.ts";
import { shareOf } from "#scan/sources/structured-leaf.ts";
import { walkSqlite } from "#scan/sources/walk-sqlite.ts";

const MOST_TABLES = 10_000;
const LONGEST_NAME = 1000;

type SqliteTable = { readonly name: string; readonly root: number; readonly definition: TableDefinition };
type Schema = { readonly tables: readonly SqliteTable[]; readonly problem: SourceProblem | null };

/**
 * Reads every table of an SQLite database as a leaf (`c.db#users`), page by page out of the evidence's bytes: SQLite itself never opens
 * it. Views, indexes and SQLite's own tables are none. What its write-ahead log holds that is committed is read in its place where the log is
 * evidence too; the log itself is then a source without records.
 */
export async function readSqlite(source: ByteSource, context: ScanContext): Promise<void> {
  const beside = openBeside(source);
  try {
    await readDatabase(source, beside, context);
  } finally {
    await beside?.close();
  }
}

async function readDatabase(source: ByteSource, beside: ByteSource | null, context: ScanContext): Promise<void> {
  const { sink, signal, limits } = context;
  let hashes: Hashes | { sha256: null; sm3: null } = { sha256: null, sm3: null };
  const end = (part: Pick<LeafReport, "path" | "problem" | "columns" | "bytesScanned" | "firstOfFile" | "status">) =>
    sink.end({ ...hashes, ...part, format: "sqlite", encoding: null, bytes: source.size });
  const whole = (problem: SourceProblem | null, bytesScanned = 0) => {
    sink.begin(source.path);
    end({ path: source.path, problem, columns: [], bytesScanned, firstOfFile: true, status: problem === null ? "scanned" : "unreadable" });
  };
  let pages: SqlitePages;
  let schema: Schema;
  try {
    hashes = await hashBytes(source, context);
    if ((await source.read(0, 1))[0] === 0x37) {
      const merged = beside !== null && (await readWal(source, signal)) !== null;
      return whole(merged ? null : problemOf("database-journal"), merged ? source.size : 0);
    }
    pages = await SqlitePages.open(source, beside === null ? null : await readWal(beside, signal));
    schema = await readSchema(pages, limits.longestLine, signal);
  } catch (failure) {
    if (!(failure instanceof Unreadable)) throw failure;
    return whole(failure.problem);
  }
  const { tables } = schema;
  if (tables.length === 0) return whole(schema.problem, schema.problem === null ? source.size : 0);
  for (const [at, table] of tables.entries()) {
    const path = `${source.path}#${table.name}`;
    sink.begin(path);
    const { columns, problem, rows, lost } = await readTable(path, pages, table, context);
    const share = shareOf(source.size, at, tables.length);
    const reason = problem ?? (at === 0 ? schema.problem : null);
    const status = reason === null ? "scanned" : rows > 0 || problem === null ? "partly" : "unreadable";
    const bytesScanned = status === "unreadable" ? 0 : Math.max(0, share - lost);
    sink.progress(path, share, 0);
    end({ path, problem: reason, columns, bytesScanned, firstOfFile: at === 0, status });
  }
}

async function readTable(
  path: string,
  pages: SqlitePages,
  { root, definition }: SqliteTable,
  { sink, signal, limits, today }: ScanContext,
) {
  const table = new TableReader(sink, today);
  const { columns } = definition;
  const stored = storedOrder(definition);
  table.readHeader(columns);
  let problem: SourceProblem | null = null;
  let lost = 0;
  let rows = 0;
  let before = 0;
  try {
    await walkSqlite(
      pages,
      root,
      limits.longestLine,
      {
        rows: (found) => {
          for (const row of found) table.read(cellsOf(row, definition, stored), ++rows, () => row.offset);
          if (rows - before < 10_000) return;
          sink.progress(path, 0, rows - before);
          before = rows;
        },
        damaged: (why, bytes) => {
          problem ??= problemOf("database-damaged", why);
          lost += bytes;
        },
      },
      signal,
    );
  } catch (failure) {
    if (!(failure instanceof Unreadable)) throw failure;
    problem = failure.problem;
  }
  sink.progress(path, 0, rows - before);
  return { columns: table.finish(), problem, rows, lost };
}

/** For each stored value the column it belongs to: computed columns are not stored, a table WITHOUT ROWID has its key first. */
function storedOrder({ columns, primaryKey, withoutRowId, computed }: TableDefinition): readonly number[] {
  const places = columns.flatMap((column, at) => (computed.includes(column) ? [] : [at]));
  if (!withoutRowId) return places;
  const lower = columns.map((column) => column.toLowerCase());
  const key = [...new Set(primaryKey.map((name) => lower.indexOf(name.toLowerCase())))].filter((at) => at >= 0);
  return [...key, ...places.filter((at) => !key.includes(at))];
}

function cellsOf({ rowId, values }: SqliteRow, { columns, rowId: rowIdColumn }: TableDefinition, stored: readonly number[]): string[] {
  const cells: string[] = new Array<string>(columns.length).fill("");
  for (let at = 0; at < values.length; at++) {
    const place = stored[at];
    if (place === undefined) cells.push(values[at] ?? "");
    else cells[place] = values[at] ?? "";
  }
  if (rowIdColumn >= 0 && cells[rowIdColumn] === "") cells[rowIdColumn] = String(rowId);
  return cells;
}

/** The tables that hold rows of their own, in the order of the schema. */
async function readSchema(pages: SqlitePages, longest: number, signal: AbortSignal): Promise<Schema> {
  const tables: SqliteTable[] = [];
  let problem: SourceProblem | null = null;
  await walkSqlite(
    pages,
    1,
    longest,
    {
      rows: (rows) => {
        for (const { values } of rows) {
          const [type = "", name = "", , root = "", sql = ""] = values;
          if (type !== "table" || name.startsWith("sqlite_") || !(Number(root) > 0)) continue;
          if (tables.length < MOST_TABLES)
            tables.push({ name: name.slice(0, LONGEST_NAME), root: Number(root), definition: parseCreateTable(sql) });
          else problem ??= problemOf("too-many-tables", MOST_TABLES);
        }
      },
      damaged: (why) => {
        problem ??= problemOf("database-damaged", why);
      },
    },
    signal,
  );
  return { tables, problem };
}
