import type { PdfLine } from "#scan/sources/join-pdf-lines.ts";

/** The text of a paged document, and where each page begins in it. */
export type JoinedPages = { readonly text: string; readonly pages: readonly number[] };

/** Lines at the top and at the bottom of a page that may be a header, a footer or the number of the page. */
const EDGE = 2;
/** Lines that must end at a margin for it to be one. */
const DENSE = 3;
/** Words that may run on: a column of numbers, names or identity numbers is a list, however wide. */
const PROSE = /(?:[\p{Script=Han}][^\p{Script=Han}]*){8}|[A-Za-z]+ [A-Za-z]+/u;

/** Typesetters set letters and digits apart from hanzi by a narrow gap; nobody wrote a blank: 信息 58600 条. */
const SET_APART = /(?<=\p{Script=Han}) (?=[A-Za-z0-9])|(?<=[A-Za-z0-9%]) (?=\p{Script=Han})/gu;

type Row = { readonly text: string; readonly from: number; readonly to: number; readonly isTable: boolean };

/**
 * Joins the lines of pages into paragraphs, over the end of a page too: a line that reaches the right margin goes on in the next unless that one is indented. Headers,
 * footers and page numbers that repeat from page to page are left out, or they would stand inside sentences. Rows of tables stay lines of their own. Pure.
 */
export function joinParagraphs(pages: readonly (readonly PdfLine[])[]): JoinedPages {
  const rows = leaveOutRepeated(pages.map((lines) => lines.map(rowOf)));
  const margins = marginsOf(rows);
  let text = "";
  let before: { readonly row: Row; readonly margin: number } | null = null;
  const begins = rows.map((lines, page) => {
    let begin: number | null = null;
    for (const row of lines) {
      if (before !== null) text += goesOn(before.row, before.margin, row) ? joint(text, row.text) : "\n";
      begin ??= text.length;
      text += row.text;
      before = { row, margin: margins[page] ?? Number.POSITIVE_INFINITY };
    }
    return begin;
  });
  if (before !== null) text += "\n";
  // a page without words begins where the next one does
  const filled: number[] = [];
  for (let page = begins.length - 1; page >= 0; page--) filled[page] = begins[page] ?? filled[page + 1] ?? text.length;
  return { text, pages: filled };
}

function rowOf({ text: written, cells }: PdfLine): Row {
  const text = PROSE.test(written) ? written.trimEnd().replace(SET_APART, "") : written.trimEnd();
  return { text, from: cells[0]?.from ?? 0, to: cells.at(-1)?.to ?? 0, isTable: cells.length !== 1 };
}

/** A line is left out where more than half of the pages have it at the same edge, its numbers the same or counted on with the pages. */
function leaveOutRepeated(pages: readonly (readonly Row[])[]): readonly (readonly Row[])[] {
  const many = new Map<string, number>();
  const keysOf = (rows: readonly Row[], page: number) =>
    rows.map(({ text }, at) => {
      const keys: string[] = [];
      if (SENTENCE.test(text)) return keys;
      if (at < EDGE) keys.push(...patternsOf(text, page).map((pattern) => `top ${pattern}`));
      if (at >= rows.length - EDGE) keys.push(...patternsOf(text, page).map((pattern) => `bottom ${pattern}`));
      return keys;
    });
  const keyed = pages.map(keysOf);
  for (const rows of keyed) for (const key of new Set(rows.flat())) many.set(key, (many.get(key) ?? 0) + 1);
  const enough = Math.max(2, Math.floor(pages.length / 2) + 1);
  return pages.map((rows, page) => rows.filter((_, at) => !(keyed[page]?.[at] ?? []).some((key) => (many.get(key) ?? 0) >= enough)));
}

/** The words of a line with each of its first numbers as it is, and as counted on with the pages. */
function patternsOf(text: string, page: number): string[] {
  let patterns = [""];
  let numbers = 0;
  for (const part of text.replace(/\s+/g, " ").split(/(\d{1,9})/)) {
    const counted = /^\d+$/.test(part) && numbers++ < 3 ? [part, `#${Number(part) - page}`] : [part];
    patterns = patterns.flatMap((pattern) => counted.map((one) => pattern + one));
  }
  return patterns;
}

/** The right margin of each page: where at least three of its lines end, else where those of the document do; infinite where none do. */
function marginsOf(pages: readonly (readonly Row[])[]): number[] {
  const own = pages.map((rows) => {
    const lines = rows.filter(({ isTable }) => !isTable);
    const most = lines.reduce((margin, { to }) => Math.max(margin, to), 0);
    return lines.filter((row) => row.to >= most - letterOf(row)).length >= DENSE ? most : null;
  });
  const dense = own.filter((margin) => margin !== null);
  const common = dense.length > 0 ? Math.max(...dense) : Number.POSITIVE_INFINITY;
  return own.map((margin) => margin ?? common);
}

/** A header is no sentence: what has its marks is the document, though it may stand there word for word again. */
const SENTENCE = /[，。；！？]/;

/** How wide a letter of a line is; hanzi are all alike. */
function letterOf({ text, from, to }: Row): number {
  return Math.min(24, (to - from) / Math.max(1, text.length));
}

function goesOn(row: Row, margin: number, next: Row): boolean {
  if (row.isTable || next.isTable || !PROSE.test(row.text)) return false;
  const letter = letterOf(row);
  // a line ends early for a word that did not fit, or a sign that must not begin the next
  const [word = ""] = /^[A-Za-z0-9.,%-]+/.exec(next.text) ?? [];
  return row.to >= margin - letter * (2.5 + word.length) && next.from <= row.from + letter * 0.6;
}

/** Latin words are parted by a blank, hanzi and the halves of a number are not. */
function joint(before: string, after: string): string {
  const [end = "", begin = ""] = [before.at(-1), after.at(0)];
  return /[A-Za-z,.;:)]/.test(end) && /[A-Za-z0-9(]/.test(begin) ? " " : /\d/.test(end) && /[A-Za-z]/.test(begin) ? " " : "";
}
