/** How wide a sign is: on a screen (Chinese two), in bytes of GBK (all but ASCII two), as a character, or in bytes of UTF-8. */
export type Measure = "screen" | "gbk" | "characters" | "utf-8";
export const MEASURES: readonly Measure[] = ["screen", "gbk", "characters", "utf-8"];

/** Where the columns of a table stand that is aligned by position: from the first to before the last place of each, in one measure. */
export type FixedColumns = { readonly measure: Measure; readonly zones: readonly Zone[] };
export type Zone = { readonly from: number; readonly to: number };

/** A run of signs without a blank: its places in the measure, and in the line. */
export type Word = Zone & { readonly start: number; readonly end: number };

const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/;
/** Lines under a header or around a table, and what programs write below one: no rows. */
const RULE = /^[\s\-=_+*~.─━═—]+$/;
const FOOTER =
  /^\s*[(（]?(?:已选择|共)?\s*\d+\s*(?:rows?(?:\s+(?:affected|selected))?|行(?:受影响|已选择)?|条记录|records?)\s*[.。)）]*\s*$/i;

/** Whether a line belongs to no row: blank, a rule, or the count of rows that a program writes below them. */
export function isNoLine(line: string): boolean {
  return line.trim() === "" || RULE.test(line) || FOOTER.test(line);
}

/** The words of a line with their places. */
export function wordsOf(line: string, measure: Measure): Word[] {
  const words: Word[] = [];
  let [place, from, start] = [0, 0, -1];
  for (let at = 0; at < line.length; ) {
    const code = line.codePointAt(at) ?? 0;
    const blank = code === 0x20 || code === 0x3000;
    if (blank && start >= 0) {
      words.push({ from, to: place, start, end: at });
      start = -1;
    } else if (!blank && start < 0) [from, start] = [place, at];
    place += widthOf(code, measure);
    at += code > 0xffff ? 2 : 1;
  }
  if (start >= 0) words.push({ from, to: place, start, end: line.length });
  return words;
}

function widthOf(code: number, measure: Measure): number {
  if (code < 0x80 || measure === "characters") return 1;
  if (measure === "gbk") return 2;
  if (measure === "utf-8") return code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  return code >= 0x20000 || WIDE.test(String.fromCharCode(code)) ? 2 : 1;
}

/**
 * The cells of a line by the places of its words; null when a word stands in two columns or between them: the line is not aligned. The
 * first column reaches to the beginning of the line, the last to its end.
 */
export function cellsByPlace(line: string, { measure, zones }: FixedColumns): string[] | null {
  const cells: string[] = new Array<string>(zones.length).fill("");
  let column = 0;
  let begin = -1;
  let end = 0;
  for (const word of wordsOf(line, measure)) {
    let at = column;
    while (at < zones.length - 1 && word.from >= (zones[at]?.to ?? 0)) at++;
    const reached = at === 0 || word.to > (zones[at]?.from ?? 0);
    if (!reached || (at < zones.length - 1 && word.to > (zones[at + 1]?.from ?? 0))) return null;
    if (at !== column && begin >= 0) {
      cells[column] = line.slice(begin, end);
      begin = -1;
    }
    column = at;
    if (begin < 0) begin = word.start;
    end = word.end;
  }
  if (begin >= 0) cells[column] = line.slice(begin, end);
  return cells;
}

/**
 * Splits text into the rows of a table aligned by position, as `splitRows` does. A line that is not aligned has its words as cells where
 * they are as many as the columns; else it stands as a whole behind the last column, where it is searched as text and belongs to none.
 */
export function splitFixed(text: string, columns: FixedColumns, last: boolean, onRow: (cells: string[], start: number) => void): number {
  let start = 0;
  while (start < text.length) {
    let end = start;
    while (end < text.length && text.charCodeAt(end) !== 10 && text.charCodeAt(end) !== 13) end++;
    if (end >= text.length - 1 && !last) return start;
    onRow(cellsOf(text.slice(start, end), columns), start);
    start = text.charCodeAt(end) === 13 && text.charCodeAt(end + 1) === 10 ? end + 2 : end + 1;
  }
  return text.length;
}

function cellsOf(line: string, columns: FixedColumns): string[] {
  if (isNoLine(line)) return [""];
  const placed = line.includes("\t") ? null : cellsByPlace(line, columns);
  if (placed !== null) return placed;
  const words = line.trim().split(/[ \u3000\t]+/);
  if (words.length === columns.zones.length) return words;
  return [...new Array<string>(columns.zones.length).fill(""), line.trim()];
}
