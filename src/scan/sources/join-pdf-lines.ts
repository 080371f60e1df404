/** A piece of text on a page as pdf.js gives it: `transform` ends with its place, the rest is turn and size. */
export type PdfItem = { readonly str: string; readonly transform: readonly number[]; readonly width: number; readonly height: number };

/** A line of a page: its text, and what stands apart in it, with where it begins and ends. */
export type PdfLine = { readonly text: string; readonly cells: readonly PdfCell[] };
export type PdfCell = { readonly text: string; readonly from: number; readonly to: number };

/**
 * Joins the pieces of a page into lines by where they stand, top to bottom and left to right: a PDF cuts a number anywhere and writes the
 * cells of a row in any order. Pieces that touch are joined, a gap is a space; from a
 * gap as wide as a letter on a cell ends. Turned text keeps the order it is written in.
 */
export function joinPdfLines(items: readonly PdfItem[]): PdfLine[] {
  const lines: Line[] = [];
  const turned: string[] = [];
  const level: Piece[] = [];
  for (const { str, transform, width, height } of items) {
    if (str === "" || (str.trim() === "" && width === 0)) continue;
    const [a = 0, b = 0, , , x = 0, y = 0] = transform;
    if (Math.abs(b) > Math.abs(a) * 0.1) turned.push(str);
    else level.push({ text: str, x, y, width, size: height || Math.abs(a) || 1 });
  }
  level.sort((first, second) => second.y - first.y);
  for (const piece of level) {
    const line = lines.at(-1);
    if (line !== undefined && line.y - piece.y <= Math.min(line.size, piece.size) * 0.5) line.pieces.push(piece);
    else lines.push({ y: piece.y, size: piece.size, pieces: [piece] });
  }
  const plain = turned.map((text) => ({ text, cells: [] }));
  return [...lines.map(({ pieces }) => joinPieces(pieces)), ...plain].filter(({ text }) => text.trim() !== "");
}

/** A gap this many times as wide as a letter is high parts two cells. */
const APART = 0.9;

type Piece = { readonly text: string; readonly x: number; readonly y: number; readonly width: number; readonly size: number };
type Line = { readonly y: number; readonly size: number; readonly pieces: Piece[] };

function joinPieces(pieces: Piece[]): PdfLine {
  pieces.sort((first, second) => first.x - second.x);
  let text = "";
  const cells: { text: string; from: number; to: number }[] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const piece of pieces) {
    if (text !== "" && piece.x - end > piece.size * 0.25) text += " ";
    text += piece.text;
    const cell = cells.at(-1);
    if (piece.text.trim() !== "") {
      if (cell === undefined || piece.x - cell.to > piece.size * APART)
        cells.push({ text: piece.text, from: piece.x, to: piece.x + piece.width });
      else {
        cell.text += (piece.x - cell.to > piece.size * 0.25 ? " " : "") + piece.text;
        cell.to = Math.max(cell.to, piece.x + piece.width);
      }
    }
    end = Math.max(end, piece.x + piece.width);
  }
  return { text, cells };
}
