import { problemOf, Unreadable } from "#scan/sources/problem.ts";
import { attributeOf, decodeXmlText, walkXml } from "#scan/sources/walk-xml.ts";

const MOST_COLUMNS = 16_384;
const MOST_ROWS = 1_048_576;
const MOST_CELLS = 64_000_000;

/** What an ODS gives: a sheet begins, then its rows with their own numbers. */
export type OdsEvents = { readonly begin: (name: string) => void; readonly row: (cells: string[], row: number) => void };

/**
 * Walks `content.xml` of an ODS: numbers, dates and booleans as stored, text with its lines. Cells and rows that stand for several are
 * repeated only where they hold something, and within what a sheet can have.
 * @throws Unreadable "workbook-damaged" when it breaks off or repeats beyond measure; what came before was given
 */
export async function walkOds(bytes: AsyncIterable<Uint8Array>, events: OdsEvents): Promise<void> {
  let [inSheet, row, rowTimes, cellTimes, given] = [false, 0, 1, 1, 0];
  let cells: string[] = [];
  let [column, value, text] = [0, "", ""];
  let [inCell, paragraphs, notes] = [false, 0, 0];
  const endCell = () => {
    inCell = false;
    const content = value !== "" ? value : text;
    const times = Math.min(cellTimes, MOST_COLUMNS - column);
    if (content !== "")
      for (let at = 0; at < times; at++) {
        while (cells.length < column + at) cells.push("");
        cells[column + at] = content;
      }
    column += times;
  };
  const endRow = () => {
    const times = cells.length === 0 ? 0 : Math.min(rowTimes, MOST_ROWS - row);
    given += times * cells.length;
    if (given > MOST_CELLS) throw new Unreadable(problemOf("workbook-damaged", `> ${MOST_CELLS}`));
    for (let at = 0; at < times; at++) events.row([...cells], row + at + 1);
    row = Math.min(row + rowTimes, MOST_ROWS);
  };
  await walkXml(bytes, {
    open: (name, attributes, empty) => {
      if (name === "table" && !empty) {
        if (inSheet) throw new Unreadable(problemOf("workbook-damaged", "a sheet inside a sheet"));
        [inSheet, row] = [true, 0];
        events.begin(attributeOf(attributes, "name") ?? "");
      } else if (!inSheet) return;
      else if (name === "table-row") {
        [cells, column, rowTimes] = [[], 0, timesOf(attributes, "number-rows-repeated")];
        if (empty) endRow();
      } else if (name === "table-cell" || name === "covered-table-cell") {
        [inCell, text, paragraphs, cellTimes] = [true, "", 0, timesOf(attributes, "number-columns-repeated")];
        value = storedValueOf(attributes);
        if (empty) endCell();
      } else if (name === "annotation" && !empty) notes++;
      else if (inCell && notes === 0) {
        if (name === "p" && paragraphs++ > 0) text += "\n";
        else if (name === "s") text += " ".repeat(Math.min(1000, timesOf(attributes, "c")));
        else if (name === "tab") text += "\t";
        else if (name === "line-break") text += "\n";
      }
    },
    close: (name) => {
      if (!inSheet) return;
      if (name === "annotation") notes = Math.max(0, notes - 1);
      else if (name === "table-cell" || name === "covered-table-cell") endCell();
      else if (name === "table-row") endRow();
      else if (name === "table") inSheet = false;
    },
    text: (raw) => {
      if (inCell && paragraphs > 0 && notes === 0) text += decodeXmlText(raw);
    },
  });
}

function timesOf(attributes: string, name: string): number {
  const told = attributeOf(attributes, name) ?? "1";
  return /^\d{1,9}$/.test(told) ? Math.max(1, Number(told)) : 1;
}

/** The stored value of a cell that is no text; "" where its text is the value, or it is an error. */
function storedValueOf(attributes: string): string {
  const type = attributeOf(attributes, "value-type");
  if (type === "boolean") return (attributeOf(attributes, "boolean-value") ?? "").toUpperCase();
  if (type === "date") return attributeOf(attributes, "date-value") ?? "";
  if (type === "time") return attributeOf(attributes, "time-value") ?? "";
  if (type === "string") return attributeOf(attributes, "string-value") ?? "";
  return type === undefined ? "" : (attributeOf(attributes, "value") ?? "");
}
