import { TableReader } from "#scan/records/table-reader.ts";
import { readTextRecords } from "#scan/records/text-records.ts";
import type { ScanContext } from "#scan/sources/leaf-sink.ts";
import { expandRow, type ListRole } from "#scan/sources/nested-lists.ts";
import { problemOf, type SourceProblem, Unreadable } from "#scan/sources/problem.ts";
import { endPart, type StructuredText, shareOf } from "#scan/sources/structured-leaf.ts";
import { MOST_COLUMNS, RowSurvey, type SurveyedTable } from "#scan/sources/survey-rows.ts";
import { type JsonEvents, JsonWalker, parseRow } from "#scan/sources/walk-json.ts";
import { type TextWindow, walkWindows } from "#scan/sources/walk-windows.ts";
import { type XmlRows, XmlRowWalker, XmlSurvey } from "#scan/sources/walk-xml-rows.ts";

const MOST_TABLES = 64;
/** The one table that too many are read as: no path of field names is this. */
const ALL_TABLES = "\u0000";

/** What a first reading found: the tables with their columns and those of the lists inside their rows, and what is no JSON. */
type Survey = {
  readonly tables: ReturnType<RowSurvey["tables"]>;
  readonly roleOf: (list: string) => ListRole;
  readonly problem: SourceProblem | null;
};
type Part = { readonly path: string; readonly tables: ReadonlySet<string>; readonly inside: ReadonlyMap<string, SurveyedTable> };

/**
 * Reads JSON, JSONL (one value a line) or XML (elements that repeat are objects). Arrays of objects or of arrays are tables; several tables in one file are leaves of their own
 * (`f.json#data.list`), more than 64 are read as one. Lists of objects inside of a row are rows of their own where they tell of persons.
 * What stands outside of tables is free text of the first leaf. Ends its leaves itself.
 */
export async function readJson(evidence: StructuredText, context: ScanContext): Promise<void> {
  const { source } = evidence;
  const { sink } = context;
  let survey: Survey = { tables: new Map(), roleOf: () => "cells", problem: null };
  let failure: SourceProblem | null = null;
  try {
    survey = await surveyJson(evidence, context);
  } catch (thrown) {
    if (!(thrown instanceof Unreadable)) throw thrown;
    failure = thrown.problem;
  }
  const parts = partsOf(source.path, survey.tables);
  for (const [at, part] of parts.entries()) {
    sink.begin(part.path);
    const readers = new Map<string, TableReader>();
    for (const [table, { columns }] of part.inside) {
      const reader = new TableReader(sink, context.today, context);
      if (columns.length > 0) reader.readHeader(columns);
      readers.set(table, reader);
    }
    try {
      if (failure === null) await readPart(evidence, part, at === 0, { readers, roleOf: survey.roleOf }, context);
    } catch (thrown) {
      if (!(thrown instanceof Unreadable)) throw thrown;
      failure = thrown.problem;
    }
    const columns = [...readers.values()].flatMap((reader) => reader.finish());
    const beyond = [...part.inside.values()].some(({ more }) => more) ? problemOf("too-many-columns", MOST_COLUMNS) : null;
    endPart(evidence, { path: part.path, at, of: parts.length, problem: failure ?? survey.problem ?? beyond, columns }, sink);
    sink.progress(part.path, shareOf(source.size, at, parts.length), 0);
  }
}

/** One leaf for the file, or one a table where there are several; too many are one table with the columns of all. */
function partsOf(path: string, tables: Survey["tables"]): Part[] {
  if (tables.size > 1 && tables.size <= MOST_TABLES)
    return [...tables].map(([table, inside]) => ({ path: `${path}#${table === "" ? "$" : table}`, tables: new Set([table]), inside }));
  if (tables.size <= 1) return [{ path, tables: new Set(tables.keys()), inside: [...tables.values()][0] ?? new Map() }];
  const inside = new Map([...tables.values()].flatMap((found) => [...found].filter(([name]) => !tables.has(name))));
  const all = [...tables].map(([name, found]) => found.get(name));
  const columns = [...new Set(all.flatMap((table) => table?.columns ?? []))];
  const more = columns.length > MOST_COLUMNS || all.some((table) => table?.more);
  const one: [string, SurveyedTable] = [ALL_TABLES, { columns: columns.slice(0, MOST_COLUMNS), more }];
  return [{ path, tables: new Set(tables.keys()), inside: new Map([one, ...inside]) }];
}

async function surveyJson(evidence: StructuredText, context: ScanContext): Promise<Survey> {
  const rows = new RowSurvey(context.today);
  let problem: SourceProblem | null = null;
  await walk(evidence, context, {
    row: (table, value) => {
      if (Array.isArray(value) && !holdsObject(value)) rows.addTable(table);
      else for (const row of rowsOf(value)) rows.add(table, row);
    },
    line: () => undefined,
    damaged: (why) => {
      problem ??= problemOf(evidence.format === "xml" ? "xml-damaged" : "json-damaged", why);
    },
  });
  return { tables: rows.tables(), roleOf: rows.roleOf, problem };
}

type Readers = { readonly readers: ReadonlyMap<string, TableReader>; readonly roleOf: (list: string) => ListRole };

async function readPart(
  evidence: StructuredText,
  part: Part,
  withLines: boolean,
  { readers, roleOf }: Readers,
  context: ScanContext,
): Promise<void> {
  const { sink, asContent, today, names } = context;
  const known = new Map([...part.inside].map(([table, { columns }]) => [table, new Set(columns)]));
  let count = 0;
  let lines = 0;
  const read = (named: string, cells: ReadonlyMap<string, string>, place: () => number) => {
    const table = readers.has(named) ? named : ALL_TABLES;
    const columns = part.inside.get(table)?.columns ?? [];
    const row = columns.map((name) => cells.get(name) ?? "");
    // Names beyond the limit have no column: what they hold is not lost.
    if (columns.length >= MOST_COLUMNS) for (const [name, cell] of cells) if (known.get(table)?.has(name) !== true) row.push(cell);
    readers.get(table)?.read(row, ++count, place);
  };
  await walk(
    evidence,
    context,
    {
      row: (table, value, place, offsetOf) => {
        if (!part.tables.has(table)) return;
        const at = () => offsetOf(place);
        if (Array.isArray(value) && !holdsObject(value))
          (readers.get(table) ?? readers.get(ALL_TABLES))?.read(value.map(cellOf), ++count, at);
        else for (const object of rowsOf(value)) expandRow(table, object, roleOf, (named, cells) => read(named, cells, at));
      },
      line: (text, place, offsetOf) => {
        lines++;
        if (withLines)
          for (const record of readTextRecords(
            text,
            { row: lines, offsetOf: () => offsetOf(place), today, names },
            asContent && part.tables.size === 0,
          ))
            sink.record(record);
      },
      damaged: () => undefined,
    },
    () => {
      for (const reader of readers.values()) reader.finishBlock();
    },
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

async function xmlRowsOf({ source, text: { encoding, bom } }: StructuredText, { signal }: ScanContext): Promise<XmlRows> {
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
