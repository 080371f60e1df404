/** A piece of text on a page as pdf.js gives it: `transform` ends with its place, the rest is turn and size. */
export type PdfItem = { readonly str: string; readonly transform: readonly number[]; readonly width: number; readonly height: number };

/**
 * Joins the pieces of a page into lines by where they stand, top to bottom and left to right: a PDF cuts a number anywhere and writes the
 * cells of a row in any order. Pieces that touch are joined, a gap is a space. Turned text keeps the order it is written in.
 */
export function joinPdfLines(items: readonly PdfItem[]): string[] {
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
  return [...lines.map(({ pieces }) => joinPieces(pieces)), ...turned].filter((line) => line.trim() !== "");
}

type Piece = { readonly text: string; readonly x: number; readonly y: number; readonly width: number; readonly size: number };
type Line = { readonly y: number; readonly size: number; readonly pieces: Piece[] };

function joinPieces(pieces: Piece[]): string {
  pieces.sort((first, second) => first.x - second.x);
  let text = "";
  let end = Number.NEGATIVE_INFINITY;
  for (const piece of pieces) {
    if (text !== "" && piece.x - end > piece.size * 0.25) text += " ";
    text += piece.text;
    end = Math.max(end, piece.x + piece.width);
  }
  return text;
}
