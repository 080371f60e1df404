import type { ByteSource } from "#scan/byte-source.ts";
import { DocumentText } from "#scan/sources/document-text.ts";
import { hashBytes } from "#scan/sources/inspect-bytes.ts";
import type { ScanContext } from "#scan/sources/leaf-sink.ts";
import type { OleFile } from "#scan/sources/open-ole.ts";
import { problemOf, type SourceProblem, sealedProblem, Unreadable } from "#scan/sources/problem.ts";

const LARGEST = 256 * 1024 * 1024;
const [ENCRYPTED, SECOND_TABLE] = [0x0100, 0x0200];
const [PIECES_AT, LONGEST_CELL] = [0x01a2, 1 << 20];

/**
 * Reads the text of a Word document of 1997 to 2003: its pieces in order, line by line, tables row by row, with notes, headers and
 * comments, which stand behind the body. Its leaf is told as `docx`, the word document the contract knows.
 */
export async function readDoc(source: ByteSource, file: OleFile, context: ScanContext): Promise<void> {
  const { sink } = context;
  const hashes = await hashBytes(source, context);
  sink.begin(source.path);
  const text = new DocumentText(context);
  let problem: SourceProblem | null = null;
  try {
    const damaged = takeLines(await piecesOf(file, context.passwords.length), text);
    problem = damaged === null ? null : problemOf("document-damaged", damaged);
    if (text.skipped > 0) problem ??= problemOf("line-too-long", text.skipped);
  } catch (failure) {
    if (!(failure instanceof Unreadable)) throw failure;
    problem = failure.problem;
  }
  sink.progress(source.path, source.size, text.rows);
  sink.end({
    path: source.path,
    format: "docx",
    encoding: null,
    bytes: source.size,
    bytesScanned: problem === null ? source.size : 0,
    firstOfFile: true,
    ...hashes,
    status: problem === null ? "scanned" : text.rows > 0 ? "partly" : "unreadable",
    problem,
    columns: text.columns,
  });
}

type Pieces = { readonly text: string; readonly damaged: string | null };

/** The text, put together from its pieces as the piece table says. @throws Unreadable "encrypted", "password-not-tried", "document-damaged" */
async function piecesOf(file: OleFile, passwords: number): Promise<Pieces> {
  const main = await file.take("WordDocument", LARGEST);
  if (main.length < PIECES_AT + 8) throw new Unreadable(problemOf("document-damaged", "WordDocument"));
  const flags = main.readUInt16LE(10);
  if ((flags & ENCRYPTED) !== 0) throw new Unreadable(sealedProblem("DOC", passwords));
  const tables = await file.take((flags & SECOND_TABLE) !== 0 ? "1Table" : "0Table", LARGEST);
  const from = main.readUInt32LE(PIECES_AT);
  const table = findPieceTable(tables.subarray(from, from + main.readUInt32LE(PIECES_AT + 4)));
  if (table === null) throw new Unreadable(problemOf("document-damaged", "piece table"));
  const count = Math.floor((table.length - 4) / 12);
  const parts: string[] = [];
  let damaged: string | null = null;
  let left = main.length; // pieces that overlap are not read without end
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
  }
  return { text: parts.join(""), damaged };
}

/** The piece table in what Word calls Clx: behind blocks of formatting, each with its length. */
function findPieceTable(clx: Buffer): Buffer | null {
  for (let at = 0; at + 5 <= clx.length; ) {
    if (clx[at] === 2) return clx.subarray(at + 5, at + 5 + clx.readUInt32LE(at + 1));
    if (clx[at] !== 1) return null;
    at += 3 + clx.readUInt16LE(at + 1);
  }
  return null;
}

/** Lines end with a paragraph or a break; a cell ends with a bell, a row with an empty one; the code of a field is no text. */
function takeLines({ text, damaged }: Pieces, to: DocumentText): string | null {
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
  return damaged;
}

const [CELL, FIELD_BEGINS, FIELD_SHOWS, FIELD_ENDS] = ["\u0007", "\u0013", "\u0014", "\u0015"];
const BREAKS = ["\r", "\u000b", "\u000c"];
