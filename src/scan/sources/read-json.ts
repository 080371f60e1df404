import { TableReader } from "#scan/records/table-reader.ts";
import { readTextRecords } from "#scan/records/text-records.ts";
import { flattenJson } from "#scan/sources/flatten-json.ts";
import type { ScanContext } from "#scan/sources/leaf-sink.ts";
import { problemOf, type SourceProblem, Unreadable } from "#scan/sources/problem.ts";
import { endPart, type StructuredText, shareOf } from "#scan/sources/structured-leaf.ts";
import { type JsonEvents, JsonWalker, parseRow } from "#scan/sources/walk-json.ts";
import { type TextWindow, walkWindows } from "#scan/sources/walk-windows.ts";
import { XmlRowWalker, XmlSurvey } from "#scan/sources/walk-xml-rows.ts";

const MOST_TABLES = 64;
const MOST_COLUMNS = 2000;

/** What a first reading found: the tables with the union of their field names, and what is no JSON. */
type Survey = { readonly tables: ReadonlyMap<string, readonly string[]>; readonly problem: SourceProblem | null };

/**
 * Reads JSON, JSONL (one value a line) or XML (elements that repeat are objects). Arrays of objects or of arrays are tables; several tables in one file are leaves of their own
 * (`f.json#data.list`), more than 64 are read as one. What stands outside of tables is free text of the first leaf. Ends its leaves itself.
 */
export async function readJson(evidence: StructuredText, context: ScanContext): Promise<void> {
  const { source } = evidence;
  const { sink } = context;
  let survey: Survey = { tables: new Map(), problem: null };
  let failure: SourceProblem | null = null;
  try {
    survey = await surveyJson(evidence, context);
  } catch (thrown) {
    if (!(thrown instanceof Unreadable)) throw thrown;
    failure = thrown.problem;
  }
  const several = survey.tables.size > 1 && survey.tables.size <= MOST_TABLES;
  const parts = several
    ? [...survey.tables].map(([table, columns]) => ({
        path: `${source.path}#${table === "" ? "$" : table}`,
        tables: new Set([table]),
        columns,
      }))
    : [{ path: source.path, tables: new Set(survey.tables.keys()), columns: [...new Set([...survey.tables.values()].flat())] }];
  for (const [at, part] of parts.entries()) {
    sink.begin(part.path);
    const rows = new TableReader(sink, context.today);
    if (part.columns.length > 0) rows.read(part.columns, 0, () => 0);
    try {
      if (failure === null) await readPart(evidence, part, at === 0, rows, context);
    } catch (thrown) {
      if (!(thrown instanceof Unreadable)) throw thrown;
      failure = thrown.problem;
    }
    const columns = part.tables.size === 0 ? [] : rows.finish();
    endPart(evidence, { path: part.path, at, of: parts.length, problem: failure ?? survey.problem, columns }, sink);
    sink.progress(part.path, shareOf(source.size, at, parts.length), 0);
  }
}

async function surveyJson(evidence: StructuredText, context: ScanContext): Promise<Survey> {
  const tables = new Map<string, Set<string>>();
  let problem: SourceProblem | null = null;
  await walk(evidence, context, {
    row: (table, value) => {
      const known = tables.get(table) ?? new Set<string>();
      tables.set(table, known);
      if (Array.isArray(value) && !holdsObject(value)) return;
      if (known.size < MOST_COLUMNS) for (const row of rowsOf(value)) for (const name of flattenJson(row).keys()) known.add(name);
    },
    line: () => undefined,
    damaged: (why) => {
      problem ??= problemOf(evidence.format === "xml" ? "xml-damaged" : "json-damaged", why);
    },
  });
  return { tables: new Map([...tables].map(([table, names]) => [table, [...names].slice(0, MOST_COLUMNS)])), problem };
}

async function readPart(
  evidence: StructuredText,
  part: { readonly path: string; readonly tables: ReadonlySet<string>; readonly columns: readonly string[] },
  withLines: boolean,
  rows: TableReader,
  context: ScanContext,
): Promise<void> {
  const { sink, asContent, today, names } = context;
  const { columns } = part;
  const known = new Set(columns);
  let count = 0;
  let lines = 0;
  await walk(
    evidence,
    context,
    {
      row: (table, value, place, offsetOf) => {
        if (!part.tables.has(table)) return;
        if (Array.isArray(value) && !holdsObject(value)) return rows.read(value.map(cellOf), ++count, () => offsetOf(place));
        for (const object of rowsOf(value)) {
          const cells = flattenJson(object);
          const row = columns.map((name) => cells.get(name) ?? "");
          // Names beyond the limit have no column: what they hold is not lost.
          if (columns.length === MOST_COLUMNS) for (const [name, cell] of cells) if (!known.has(name)) row.push(cell);
          rows.read(row, ++count, () => offsetOf(place));
        }
      },
      line: (text, place, offsetOf) => {
        lines++;
        if (withLines)
          for (const record of readTextRecords(text, { row: lines, offsetOf: () => offsetOf(place), today, names }, asContent))
            sink.record(record);
      },
      damaged: () => undefined,
    },
    () => rows.finishBlock(),
  );
}

type PlacedEvents = {
  readonly row: (table: string, value: object, place: number, offsetOf: TextWindow["offsetOf"]) => void;
  readonly line: (text: string, place: number, offsetOf: TextWindow["offsetOf"]) => void;
  readonly damaged: (why: string) => void;
};

async function walk(
  evidence: StructuredText,
  context: ScanContext,
  events: PlacedEvents,
  afterWindow: () => void = () => undefined,
): Promise<void> {
  const {
    source,
    format,
    text: { encoding, bom },
  } = evidence;
  const { signal, limits } = context;
  let offsetOf: TextWindow["offsetOf"] = () => 0;
  const placed: JsonEvents = {
    row: (table, value, place) => events.row(table, value, place, offsetOf),
    line: (text, place) => events.line(text, place, offsetOf),
    damaged: events.damaged,
  };
  const walker =
    format === "xml" ? new XmlRowWalker(placed, await xmlRowsOf(evidence, context)) : new JsonWalker(placed, limits.longestLine);
  await walkWindows(source, encoding, bom, signal, (window) => {
    offsetOf = window.offsetOf;
    const used = format === "jsonl" ? walkLines(window, placed, limits.longestLine) : walker.feed(window.text, window.last);
    afterWindow();
    return used;
  });
}

async function xmlRowsOf({ source, text: { encoding, bom } }: StructuredText, { signal }: ScanContext): Promise<ReadonlySet<string>> {
  const survey = new XmlSurvey();
  await walkWindows(source, encoding, bom, signal, ({ text, last }) => survey.feed(text, last));
  return survey.rows();
}

/** JSONL line by line: one that is no JSON is free text, and said to be so. A line beyond the limit is cut into such lines. */
function walkLines({ text, last }: TextWindow, events: JsonEvents, longest: number): number {
  let at = 0;
  while (at < text.length) {
    let end = text.indexOf("\n", at);
    if (end < 0) {
      if (!last && text.length - at <= longest) return at;
      end = text.length;
    }
    const line = text.slice(at, end).trim();
    if (line !== "") {
      const value = /^[[{]/.test(line) ? parseRow(line) : null;
      if (value !== null) events.row("", value, at);
      else {
        if (!/^("[^"]*"|[\w.+-]+)$/.test(line)) events.damaged("a line that is no JSON");
        events.line(line, at);
      }
    }
    at = end + 1;
  }
  return text.length;
}

function holdsObject(value: readonly unknown[]): boolean {
  return value.some((element) => typeof element === "object" && element !== null);
}

/** The objects that are rows: the value itself, or the elements of an array of objects. */
function rowsOf(value: object): object[] {
  return Array.isArray(value) ? value.filter((element) => typeof element === "object" && element !== null) : [value];
}

function cellOf(value: unknown): string {
  return value === null || value === undefined ? "" : String(value);
}
