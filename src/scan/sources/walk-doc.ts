import type { OleFile } from "#scan/sources/open-ole.ts";
import { problemOf, sealedProblem, Unreadable } from "#scan/sources/problem.ts";
import type { DocumentEvents } from "#scan/sources/walk-docx.ts";

const LARGEST = 256 * 1024 * 1024;
const [ENCRYPTED, SECOND_TABLE] = [0x0100, 0x0200];
const [PIECES_AT, FORMATS_AT, LONGEST_CELL] = [0x01a2, 0x00fa, 1 << 20];
/** Where the head tells how many characters the body and the parts behind it have, in the order in which they stand. */
const PARTS_AT = {
  body: 0x4c,
  footnotes: 0x50,
  headers: 0x54,
  macros: 0x58,
  comments: 0x5c,
  endnotes: 0x60,
  boxes: 0x64,
  headerBoxes: 0x68,
};
const [PAGE, MARKED_DELETED] = [512, 0x0800];

export type DocPart = keyof typeof PARTS_AT;
/** From the first to behind the last. */
type Range = { readonly from: number; readonly to: number };

/** The text of a Word document of 1997 to 2003 as it stands in the file, places in UTF-16 code units of `text`. */
export type DocText = {
  readonly text: string;
  /** what of it could not be read */
  readonly damaged: string | null;
  /** what was deleted with changes tracked and stands in the file still, in order */
  readonly deleted: readonly Range[];
  /** null where the head does not tell them */
  readonly parts: readonly (Range & { readonly part: DocPart })[] | null;
};

/**
 * Puts the text together from its pieces as the piece table says. `passwords` are how many were given: none is tried.
 * @throws Unreadable "encrypted", "password-not-tried", "document-damaged"
 */
export async function takeDocText(file: OleFile, passwords: number): Promise<DocText> {
  const main = await file.take("WordDocument", LARGEST);
  if (main.length < PIECES_AT + 8) throw new Unreadable(problemOf("document-damaged", "WordDocument"));
  const flags = main.readUInt16LE(10);
  if ((flags & ENCRYPTED) !== 0) throw new Unreadable(sealedProblem("DOC", passwords));
  const tables = await file.take((flags & SECOND_TABLE) !== 0 ? "1Table" : "0Table", LARGEST);
  const tableAt = (place: number) => tables.subarray(main.readUInt32LE(place), main.readUInt32LE(place) + main.readUInt32LE(place + 4));
  const table = findPieceTable(tableAt(PIECES_AT));
  if (table === null) throw new Unreadable(problemOf("document-damaged", "piece table"));
  const marked = findMarked(main, tableAt(FORMATS_AT));
  const count = Math.floor((table.length - 4) / 12);
  const parts: string[] = [];
  const deleted: Range[] = [];
  let damaged: string | null = null;
  let left = main.length; // pieces that overlap are not read without end
  let characters = 0;
  for (let at = 0; at < count; at++) {
    const length = table.readUInt32LE(at * 4 + 4) - table.readUInt32LE(at * 4);
    const place = table.readUInt32LE((count + 1) * 4 + at * 8 + 2);
    const narrow = (place & 0x40000000) !== 0;
    const start = narrow ? (place & 0x3fffffff) >>> 1 : place;
    const bytes = narrow ? length : length * 2;
    if (length < 0 || start + bytes > main.length || bytes > left) {
      damaged = `piece ${at + 1} of ${count}`;
      continue;
    }
    left -= bytes;
    const piece = main.subarray(start, start + bytes);
    parts.push(narrow ? new TextDecoder("windows-1252").decode(piece) : piece.toString("utf16le"));
    const toText = (byte: number) => characters + Math.ceil((Math.min(Math.max(byte, start), start + bytes) - start) / (narrow ? 1 : 2));
    for (let mark = firstBehind(marked, start); mark < marked.length; mark++) {
      const { from, to } = marked[mark] ?? { from: start + bytes, to: 0 };
      if (from >= start + bytes) break;
      addRange(deleted, { from: toText(from), to: toText(to) });
    }
    characters += length;
  }
  return { text: parts.join(""), damaged, deleted, parts: damaged === null ? findParts(main, characters) : null };
}

/** Lines end with a paragraph or a break; a cell ends with a bell, a row with an empty one; the code of a field is no text. */
export function walkDocText(text: string, to: DocumentEvents): void {
  let rows: string[][] = [];
  let cells: string[] = [];
  let field = 0;
  let said = "";
  const endTable = () => {
    if (cells.length > 0) rows.push(cells);
    cells = [];
    if (rows.length > 0) to.table(rows);
    rows = [];
  };
  for (let at = 0; at < text.length; at++) {
    const sign = text.charAt(at);
    if (sign === FIELD_BEGINS) field++;
    else if (sign === FIELD_SHOWS || sign === FIELD_ENDS) field = Math.max(0, field - 1);
    else if (field > 0) continue;
    else if (sign === CELL) {
      if (said === "" && cells.length > 0 && text.charAt(at - 1) === CELL) {
        rows.push(cells);
        cells = [];
      } else cells.push(said);
      said = "";
    } else if (BREAKS.includes(sign) || said.length > LONGEST_CELL) {
      // Between the cells of a row a paragraph ends inside of a cell; before the first it cannot be told from one before the table.
      if (cells.length > 0) said += " ";
      else {
        endTable();
        if (said.trim() !== "") to.line(said);
        said = "";
      }
      if (!BREAKS.includes(sign)) said += sign;
    } else if (sign >= " " || sign === "\t") said += sign;
  }
  if (cells.length > 0 || rows.length > 0) {
    if (said.trim() !== "") cells.push(said);
    endTable();
  } else if (said.trim() !== "") to.line(said);
}

const [CELL, FIELD_BEGINS, FIELD_SHOWS, FIELD_ENDS] = ["\u0007", "\u0013", "\u0014", "\u0015"];
const BREAKS = ["\r", "\u000b", "\u000c"];

/** The piece table in what Word calls Clx: behind blocks of formatting, each with its length. */
function findPieceTable(clx: Buffer): Buffer | null {
  for (let at = 0; at + 5 <= clx.length; ) {
    if (clx[at] === 2) return clx.subarray(at + 5, at + 5 + clx.readUInt32LE(at + 1));
    if (clx[at] !== 1) return null;
    at += 3 + clx.readUInt16LE(at + 1);
  }
  return null;
}

function findParts(main: Buffer, characters: number): DocText["parts"] {
  const parts: (Range & { part: DocPart })[] = [];
  let from = 0;
  for (const part of ["body", "footnotes", "headers", "macros", "comments", "endnotes", "boxes", "headerBoxes"] as const) {
    const to = from + main.readUInt32LE(PARTS_AT[part]);
    parts.push({ part, from, to });
    from = to;
  }
  // one paragraph mark may stand behind all of them
  return parts[0]?.to === 0 || from > characters ? null : parts;
}

/** The bytes whose formatting says that they were deleted with changes tracked: pages of formats, each of runs with their properties. In order, none twice. */
function findMarked(main: Buffer, pages: Buffer): Range[] {
  const count = Math.max(0, Math.floor((pages.length - 4) / 8));
  const found: Range[] = [];
  for (let at = 0; at < count; at++) {
    const begin = (pages.readUInt32LE((count + 1) * 4 + at * 4) & 0x3fffff) * PAGE;
    const page = main.subarray(begin, begin + PAGE);
    const runs = page[PAGE - 1] ?? 0;
    if (page.length < PAGE || (runs + 1) * 4 + runs >= PAGE) continue;
    for (let run = 0; run < runs; run++) {
      const properties = (page[(runs + 1) * 4 + run] ?? 0) * 2;
      if (properties === 0 || !saysDeleted(page.subarray(properties + 1, properties + 1 + (page[properties] ?? 0)))) continue;
      found.push({ from: page.readUInt32LE(run * 4), to: page.readUInt32LE(run * 4 + 4) });
    }
  }
  const ordered: Range[] = [];
  for (const range of found.sort((one, other) => one.from - other.from)) addRange(ordered, range);
  return ordered;
}

/** Bytes of the operand of a property by the three highest bits of its number; null: its first byte tells. */
const OPERANDS = [1, 1, 2, 4, 2, 2, null, 3] as const;

function saysDeleted(properties: Buffer): boolean {
  for (let at = 0; at + 3 <= properties.length; ) {
    const number = properties.readUInt16LE(at);
    if (number === MARKED_DELETED) return properties[at + 2] !== 0;
    at += 2 + (OPERANDS[number >>> 13] ?? (properties[at + 2] ?? 0) + 1);
  }
  return false;
}

/** Adds a range that begins no earlier than the last one; ranges that touch are one. */
function addRange(ranges: Range[], { from, to }: Range): void {
  const last = ranges.at(-1);
  if (to <= from) return;
  if (last === undefined || from > last.to) ranges.push({ from, to });
  else if (to > last.to) ranges[ranges.length - 1] = { from: last.from, to };
}

/** The first range that ends behind a place. */
function firstBehind(ranges: readonly Range[], place: number): number {
  let [low, high] = [0, ranges.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranges[middle]?.to ?? 0) > place) high = middle;
    else low = middle + 1;
  }
  return low;
}
