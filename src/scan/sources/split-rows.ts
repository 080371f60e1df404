/** How the cells of a table in text are set apart: one character as in CSV (quotes apply), or a run of blanks or dashes (they do not). */
export type Separator = "," | "\t" | "|" | ";" | "----" | " ";

const QUOTE = 0x22;
const LONGEST_QUOTED = 1 << 20;

/**
 * Splits text into rows of cells, RFC 4180 with patience: CR, LF and CR LF end a row, quotes may hold separators and line ends, doubled
 * quotes are one, a quote that does not close properly is an ordinary character, rows may be ragged. Calls `onRow` for every row, blank
 * ones included, with the place where it starts. Answers how much of the text was used: an unfinished row waits for more unless `last`.
 */
export function splitRows(text: string, separator: Separator, last: boolean, onRow: (cells: string[], start: number) => void): number {
  if (separator.length > 1 || separator === " ") return splitLines(text, separator, last, onRow);
  const mark = separator.charCodeAt(0);
  const length = text.length;
  let start = 0;
  let cells: string[] = [];
  let field = 0;
  let at = 0;
  while (at < length) {
    const code = text.charCodeAt(at);
    if (code === QUOTE && at === field) {
      const end = closingQuote(text, at + 1, mark);
      if (end === UNFINISHED && !last && length - at < LONGEST_QUOTED) return start;
      if (end >= 0) {
        const inside = text.slice(at + 1, end);
        cells.push(inside.includes('"') ? inside.replaceAll('""', '"') : inside);
        at = end + 1;
        while (text.charCodeAt(at) === 0x20) at++;
        if (at >= length && !last) return start;
        if (text.charCodeAt(at) === mark) {
          at++;
          field = at;
          if (at >= length && last) cells.push("");
          continue;
        }
        field = -1; // the row ends behind a quoted cell
        if (at >= length) break;
        continue;
      }
    } else if (code === mark) {
      cells.push(text.slice(field, at));
      field = at + 1;
    } else if (code === 10 || code === 13) {
      if (code === 13 && at + 1 >= length && !last) return start;
      if (field >= 0) cells.push(text.slice(field, at));
      if (code === 13 && text.charCodeAt(at + 1) === 10) at++;
      onRow(cells, start);
      cells = [];
      start = field = at + 1;
    }
    at++;
  }
  if (!last) return start;
  if (start < length) {
    if (field >= 0 && field < length) cells.push(text.slice(field));
    else if (field === length && text.charCodeAt(length - 1) === mark && cells.length > 0 && !text.endsWith('"')) cells.push("");
    onRow(cells, start);
  }
  return length;
}

const UNFINISHED = -1;
const LITERAL = -2;

/**
 * Where a quoted cell closes; UNFINISHED when the text ends first, LITERAL when the quote is no quoting at all (`"a"b,`) or closes so far
 * away that it would have been given up: how a text is cut into blocks must not decide what its cells are.
 */
function closingQuote(text: string, from: number, mark: number): number {
  for (let at = text.indexOf('"', from); at >= 0; at = text.indexOf('"', at + 2)) {
    if (text.charCodeAt(at + 1) === QUOTE) continue;
    if (at - from + 1 >= LONGEST_QUOTED) return LITERAL;
    let after = at + 1;
    while (text.charCodeAt(after) === 0x20) after++;
    if (after >= text.length) return at;
    const next = text.charCodeAt(after);
    return next === mark || next === 10 || next === 13 ? at : LITERAL;
  }
  return UNFINISHED;
}

function splitLines(text: string, separator: Separator, last: boolean, onRow: (cells: string[], start: number) => void): number {
  let start = 0;
  while (start < text.length) {
    let end = start;
    while (end < text.length && text.charCodeAt(end) !== 10 && text.charCodeAt(end) !== 13) end++;
    if (end >= text.length - 1 && !last) return start;
    const line = text.slice(start, end);
    onRow(separator === " " ? line.trim().split(/[ \u3000\t]+/) : line.split(/-{4,}/).map((cell) => cell.trim()), start);
    start = text.charCodeAt(end) === 13 && text.charCodeAt(end + 1) === 10 ? end + 2 : end + 1;
  }
  return text.length;
}
