import { problemOf, Unreadable } from "#scan/sources/problem.ts";
import { decodeXmlText, walkXml } from "#scan/sources/walk-xml.ts";

const DEEPEST = 1000;
const MOST_CELLS = 2_000_000;

/** What a part of a DOCX gives: lines of text, and tables as rows of cells. Who wants what was deleted apart from the text hears of it by `deleted`. */
export type DocumentEvents = {
  readonly line: (text: string) => void;
  readonly table: (rows: string[][]) => void;
  readonly deleted?: (text: string) => void;
};

/**
 * Walks one part of a DOCX (the body, a header, the notes, the comments): a paragraph is a line, a break inside it ends the line. Text that
 * was deleted or moved away with changes tracked stands in the file still: a line of its own, or given to `deleted`, once a place. The second form of a drawing's text is
 * left out.
 * @throws Unreadable "document-damaged" when it breaks off or nests beyond measure; what came before was given
 */
export async function walkDocx(bytes: AsyncIterable<Uint8Array>, events: DocumentEvents): Promise<void> {
  const paragraphs: Paragraph[] = [];
  const tables: Table[] = [];
  let reading: "text" | "deleted" | null = null;
  let [fallback, runs, cells, gone] = [0, 0, 0, 0];
  let deleted = "";
  const add = (text: string, to: "text" | "deleted" = "text") => {
    const last = paragraphs.at(-1);
    if (to === "deleted" && events.deleted !== undefined) deleted += text;
    else if (last !== undefined) last[to] += text;
  };
  const endDeleted = () => {
    if (deleted !== "") events.deleted?.(deleted);
    deleted = "";
  };
  const endParagraph = () => {
    const ended = paragraphs.pop();
    if (ended === undefined) return;
    const table = ended.depth > 0 ? tables[ended.depth - 1] : undefined;
    for (const text of [ended.text, ended.deleted]) {
      if (text === "") continue;
      if (table !== undefined) table.cell.push(text.replaceAll("\n", " "));
      else for (const line of text.split("\n")) events.line(line);
    }
  };
  const endTable = () => {
    const table = tables.pop();
    if (table === undefined) return;
    endRow(table);
    cells -= table.cells;
    if (table.rows.length > 0) events.table(table.rows);
  };
  await walkXml(bytes, {
    open: (name, _attributes, empty) => {
      if (name === "Fallback" && !empty) fallback++;
      if (fallback > 0) return;
      if (empty) {
        if (runs > 0) add(BREAKS[name] ?? "", gone > 0 ? "deleted" : "text");
        return;
      }
      if (name === "p") {
        if (paragraphs.length >= DEEPEST) throw new Unreadable(problemOf("document-damaged", `> ${DEEPEST}`));
        paragraphs.push({ text: "", deleted: "", depth: tables.length });
      } else if (name === "r") runs++;
      else if (GONE.has(name)) gone++;
      else if (name === "t" || name === "delText") {
        reading = name === "delText" || gone > 0 ? "deleted" : "text";
        if (reading === "text") endDeleted();
      } else if (name === "tbl") {
        if (tables.length >= DEEPEST) throw new Unreadable(problemOf("document-damaged", `> ${DEEPEST}`));
        tables.push({ rows: [], row: [], cell: [], cells: 0 });
      }
    },
    close: (name) => {
      if (name === "Fallback") fallback = Math.max(0, fallback - 1);
      if (fallback > 0) return;
      if (name === "p") {
        endDeleted();
        endParagraph();
      } else if (GONE.has(name)) gone = Math.max(0, gone - 1);
      else if (name === "r") runs = Math.max(0, runs - 1);
      else if (name === "t" || name === "delText") reading = null;
      else if (name === "tc") {
        const table = tables.at(-1);
        if (table === undefined) return;
        endCell(table);
        if (++cells > MOST_CELLS) throw new Unreadable(problemOf("document-damaged", `> ${MOST_CELLS}`));
      } else if (name === "tr") {
        const table = tables.at(-1);
        if (table !== undefined) endRow(table);
      } else if (name === "tbl") endTable();
    },
    text: (raw) => {
      if (reading !== null && fallback === 0) add(decodeXmlText(raw), reading);
    },
  });
}

/** What stands in these was deleted, or moved to where it stands again. */
const GONE = new Set(["del", "moveFrom"]);
const BREAKS: Readonly<Record<string, string>> = { br: "\n", cr: "\n", tab: "\t", ptab: "\t", noBreakHyphen: "-" };

type Paragraph = { text: string; deleted: string; readonly depth: number };
type Table = { readonly rows: string[][]; row: string[]; cell: string[]; cells: number };

function endCell(table: Table): void {
  table.row.push(table.cell.join(" "));
  table.cell = [];
  table.cells++;
}

function endRow(table: Table): void {
  if (table.cell.length > 0) endCell(table);
  if (table.row.length > 0) table.rows.push(table.row);
  table.row = [];
}
