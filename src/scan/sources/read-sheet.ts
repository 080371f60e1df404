import type { SharedStrings } from "#scan/sources/shared-strings.ts";
import { decodeXmlText, walkXml } from "#scan/sources/walk-xml.ts";

const MOST_COLUMNS = 16_384;

/**
 * Reads the rows of one sheet as they stream by: numbers and dates as stored (a date stays its number), booleans TRUE and FALSE, errors
 * empty, formulas by their last value. Rows come in order with their own number; cells that are left out are empty.
 */
export async function readSheet(
  bytes: AsyncIterable<Uint8Array>,
  strings: SharedStrings,
  onRow: (cells: string[], row: number) => void,
): Promise<void> {
  let row = 0;
  let cells: string[] = [];
  let column = -1;
  let type = "";
  let value = "";
  let reading = false;
  let phonetic = false;
  const endCell = () => {
    if (value !== "") setCell(cells, column, textOf(type, value, strings));
  };
  await walkXml(bytes, {
    open: (name, attributes, empty) => {
      if (name === "c") {
        const place = CELL_PLACE.exec(attributes)?.[1];
        const named = place === undefined ? -1 : columnOf(place);
        column = named >= 0 && named < MOST_COLUMNS ? named : Math.min(column + 1, MOST_COLUMNS - 1);
        type = CELL_TYPE.exec(attributes)?.[1] ?? "";
        value = "";
      } else if (name === "v" || name === "t") reading = !empty && !phonetic;
      else if (name === "rPh") phonetic = !empty;
      else if (name === "row") {
        const named = Number(ROW_NUMBER.exec(attributes)?.[1] ?? row + 1);
        row = named > row ? named : row + 1;
        cells = [];
        column = -1;
      }
    },
    close: (name) => {
      if (name === "v" || name === "t") reading = false;
      else if (name === "c") endCell();
      else if (name === "rPh") phonetic = false;
      else if (name === "row") onRow(cells, row);
    },
    text: (raw) => {
      if (reading) value += raw;
    },
  });
}

const CELL_PLACE = /(?:^|\s)r="([A-Z]{1,3})\d*"/;
const CELL_TYPE = /(?:^|\s)t="(\w+)"/;
const ROW_NUMBER = /(?:^|\s)r="(\d{1,9})"/;

function textOf(type: string, value: string, strings: SharedStrings): string {
  if (type === "s") return strings.get(Number(value));
  if (type === "b") return value.trim() === "1" ? "TRUE" : "FALSE";
  if (type === "e") return "";
  return decodeXmlText(value);
}

function setCell(cells: string[], column: number, text: string): void {
  while (cells.length < column) cells.push("");
  cells[column] = text;
}

/** 0 for A, 26 for AA. */
function columnOf(letters: string): number {
  let column = 0;
  for (let at = 0; at < letters.length; at++) column = column * 26 + letters.charCodeAt(at) - 64;
  return column - 1;
}
