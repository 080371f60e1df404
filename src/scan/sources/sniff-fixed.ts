import { findHeaderMeaning } from "#scan/columns/find-header.ts";
import { inferColumns } from "#scan/columns/infer-columns.ts";
import { findInText } from "#scan/detectors/find-in-text.ts";
import { LOOKALIKES } from "#scan/kinds.ts";
import {
  cellsByPlace,
  type FixedColumns,
  isNoLine,
  MEASURES,
  type Measure,
  type Word,
  wordsOf,
  type Zone,
} from "#scan/sources/fixed-columns.ts";

const HEADER_WITHIN = 8;
const MOST_ROWS = 500;
const LEAST_ROWS = 3;
const LONGEST_LINE = 4000;
/** Among many rows a few may be out of line. */
const MANY = 50;
const OUT_OF_LINE = 0.02;

/**
 * The columns of a text that is a table aligned by position, or null where that is not sure: there must be a header of two known words and
 * more, rows below it that all (of many: nearly all) leave the same places blank, and values of a kind in a column whose word stands above.
 */
export function sniffFixed(beginning: string): FixedColumns | null {
  const lines = beginning.split(/\r\n|\r|\n/).filter((line) => !isNoLine(line));
  const at = lines.slice(0, HEADER_WITHIN).findIndex(isHeader);
  const header = lines[at];
  if (header === undefined) return null;
  const rows = lines.slice(at + 1, at + 1 + MOST_ROWS).filter((line) => line !== header);
  if (rows.length < LEAST_ROWS || [header, ...rows].some((line) => line.includes("\t") || line.length > LONGEST_LINE)) return null;
  let best: FixedColumns | null = null;
  for (const measure of MEASURES) {
    const columns = columnsIn(header, rows, measure);
    if (columns !== null && columns.zones.length > (best?.zones.length ?? 1)) best = columns;
  }
  return best;
}

/** Whether a line might be the header of an aligned table: two words of it are known, and no value stands in it. */
function isHeader(line: string): boolean {
  if (line.length > LONGEST_LINE) return false;
  const words = line.trim().split(/[ \u3000]+/);
  if (words.length < 2 || words.filter((word) => findHeaderMeaning(word) !== null).length < 2) return false;
  return findInText(line).length === 0;
}

function columnsIn(header: string, rows: readonly string[], measure: Measure): FixedColumns | null {
  const named = wordsOf(header, measure);
  const blanksOut = rows.length < MANY ? 0 : Math.floor(rows.length * OUT_OF_LINE);
  const zones = zonesOf(
    named,
    rows.map((line) => wordsOf(line, measure)),
    blanksOut,
  );
  if (zones === null || zones.length < 2) return null;
  const columns: FixedColumns = { measure, zones };
  const first = cellsByPlace(header, columns);
  if (first === null) return null;
  const cells = rows.flatMap((line) => {
    const row = cellsByPlace(line, columns);
    return row === null ? [] : [row];
  });
  if (rows.length - cells.length > blanksOut) return null;
  return holdsColumns([first, ...cells]) ? columns : null;
}

/** The places where words stand, parted by places that nearly all rows leave blank; null where two names stand over one of them. */
function zonesOf(named: readonly Word[], rows: readonly (readonly Word[])[], blanksOut: number): Zone[] | null {
  const width = Math.max(...[named, ...rows].map((words) => words.at(-1)?.to ?? 0));
  const filled = new Int32Array(width + 1);
  const steps = new Int32Array(width + 2);
  for (const { from, to } of rows.flat()) {
    steps[from] = (steps[from] ?? 0) + 1;
    steps[to] = (steps[to] ?? 0) - 1;
  }
  for (let at = 0, count = 0; at < width; at++) {
    count += steps[at] ?? 0;
    filled[at] = count > blanksOut ? 1 : 0;
  }
  for (const { from, to } of named) filled.fill(1, from, to);
  const zones: Zone[] = [];
  for (let at = 0; at < width; at++) {
    if (filled[at] === 0) continue;
    const from = at;
    while (at < width && filled[at] === 1) at++;
    const names = named.filter((word) => word.from < at && word.to > from);
    // `Card No` is one name; two that stand apart name two columns whose values run together.
    if (names.some((word, place) => place > 0 && word.from - (names[place - 1]?.to ?? 0) > 1)) return null;
    const before = zones.at(-1);
    // A day and its time, parts of an address: what stands one blank behind a column, without a name, belongs to it.
    if (names.length === 0 && before !== undefined && from - before.to === 1) zones[zones.length - 1] = { from: before.from, to: at };
    else zones.push({ from, to: at });
  }
  return zones;
}

function holdsColumns(rows: readonly string[][]): boolean {
  const { header, columns } = inferColumns(rows.slice(0, 200));
  if (!header) return false;
  const known = columns.filter(({ evidence }) => evidence.some((word) => word.startsWith("header:")));
  return known.length >= 2 && known.some(({ kind, share }) => kind !== null && kind !== "name" && !(kind in LOOKALIKES) && share >= 0.6);
}
