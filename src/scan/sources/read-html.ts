import { TableReader } from "#scan/records/table-reader.ts";
import { readTextRecords } from "#scan/records/text-records.ts";
import type { LeafReport, ScanContext } from "#scan/sources/leaf-sink.ts";
import { type SourceProblem, Unreadable } from "#scan/sources/problem.ts";
import { endPart, type StructuredText } from "#scan/sources/structured-leaf.ts";
import { decodeHtmlNames, TagWalker } from "#scan/sources/walk-tags.ts";
import { walkWindows } from "#scan/sources/walk-windows.ts";
import { attributeOf, decodeXmlText } from "#scan/sources/walk-xml.ts";

const ENDS_LINE =
  /^(?:p|div|br|li|ul|ol|h[1-6]|dt|dd|dl|table|tr|caption|title|option|section|article|header|footer|aside|nav|main|form|fieldset|legend|blockquote|pre|hr|body|head|label|textarea|center)$/;
const MESSAGE = /(?:^|\s)message\s+default(?:\s|$)|(?:^|\s)(?:chat-message|message-item)(?:\s|$)/;
const MESSAGE_ID = /^(?:message|msg)-?\d+$/;
/** What the messenger itself says: dates, who joined. */
const SERVICE = /(?:^|\s)service(?:\s|$)/;
/** Lines of a page without a message after which it is taken for none of a chat. */
const MOST_OUTSIDE = 1000;
const LONGEST = 1 << 20;
const DEEPEST = 64;
const MOST_CELLS = 2000;

/** A table that is open: tables stand in tables where a page is laid out with them. */
type OpenTable = { readonly reader: TableReader; readonly outside: string; cells: string[] | null; cell: boolean };

/** Reads a page: its tables as tables, the rest line by line as it is shown. One leaf, which it ends itself. */
export async function readHtml(evidence: StructuredText, context: ScanContext): Promise<void> {
  const { source, text: known } = evidence;
  const page = new PageReader(context);
  let problem: SourceProblem | null = null;
  context.sink.begin(source.path);
  try {
    const walker = new TagWalker(page, true);
    await walkWindows(source, known.encoding, known.bom, context.signal, ({ text, last, offsetOf }) => {
      page.offsetOf = offsetOf;
      const used = walker.feed(text, last);
      page.finishWindow();
      context.sink.progress(source.path, 0, 0); // whoever watches may stop the count here
      return used;
    });
  } catch (failure) {
    if (!(failure instanceof Unreadable)) throw failure;
    problem = failure.problem;
  }
  const columns = page.finish();
  context.sink.progress(source.path, source.size, 0);
  endPart(evidence, { path: source.path, at: 0, of: 1, problem, columns }, context.sink);
}

/** Reads a page as its tags stream by, and gives its records; `offsetOf` says where a place in the text stands. */
export class PageReader {
  offsetOf: (place: number) => number = () => 0;
  readonly #context: ScanContext;
  readonly #tables: OpenTable[] = [];
  readonly #columns: LeafReport["columns"][number][] = [];
  #said = "";
  #from = 0;
  #row = 0;
  #preformatted = 0;
  /** open divisions of the message at hand, 0 outside of one; its lines so far */
  #depth = 0;
  #message: { readonly said: string[]; readonly row: number; readonly from: number } | null = null;
  #messageLength = 0;
  #chat = false;
  /** lines before it is known whether the page is a chat, where that changes what they are; null once it is */
  #outside: { readonly said: string; readonly row: number; readonly from: number }[] | null = [];

  constructor(context: ScanContext) {
    this.#context = context;
  }

  open = (name: string, attributes: string, _empty: boolean, place: number) => {
    const table = this.#tables.at(-1);
    if (name === "div" && table === undefined) this.#openDivision(attributes);
    if (name === "table" && this.#tables.length < DEEPEST) {
      this.#openTable();
      return;
    }
    if (name === "pre") this.#preformatted++;
    if (name === "input") this.text(` ${attributeOf(attributes, "value") ?? ""} `, place, true);
    if (table !== undefined && name === "tr") {
      this.#endRow(table);
      table.cells = [];
    } else if (table !== undefined && (name === "td" || name === "th")) {
      this.#endCell(table);
      table.cells ??= [];
      table.cell = true;
    } else if (ENDS_LINE.test(name)) this.#endLine();
  };

  close = (name: string): void => {
    const table = this.#tables.at(-1);
    if (name === "pre") this.#preformatted = Math.max(0, this.#preformatted - 1);
    if (table !== undefined && name === "table") this.#closeTable(table);
    else if (table !== undefined && name === "tr") this.#endRow(table);
    else if (table !== undefined && (name === "td" || name === "th")) this.#endCell(table);
    else if (ENDS_LINE.test(name)) this.#endLine();
    if (name === "div" && table === undefined && this.#depth > 0 && --this.#depth === 0) this.#endMessage();
  };

  text = (raw: string, place: number, literal: boolean): void => {
    const text = literal ? raw : decodeXmlText(decodeHtmlNames(raw));
    if (this.#said === "") this.#from = this.offsetOf(place);
    if (this.#preformatted > 0 && this.#tables.length === 0) {
      const lines = text.split(/\r\n|\r|\n/);
      for (const [at, line] of lines.entries()) {
        this.#said += line;
        if (at < lines.length - 1) this.#endLine();
      }
    } else this.#said += text.replace(/\s+/g, " ");
    if (this.#said.length > LONGEST) this.#endLine();
  };

  finishWindow(): void {
    for (const { reader } of this.#tables) reader.finishBlock();
  }

  finish(): LeafReport["columns"] {
    for (let table = this.#tables.at(-1); table !== undefined; table = this.#tables.at(-1)) this.#closeTable(table);
    this.#endLine();
    this.#endMessage();
    this.#giveOutside(this.#context.asContent && !this.#chat);
    return this.#columns;
  }

  /** A message of an exported chat (Telegram's `message default`, `id="message12"` of other tools) begins, or a part of the one that is open. */
  #openDivision(attributes: string): void {
    const sort = attributeOf(attributes, "class") ?? "";
    const begins = !SERVICE.test(sort) && (MESSAGE.test(sort) || MESSAGE_ID.test(attributeOf(attributes, "id") ?? ""));
    if (!begins) {
      if (this.#depth > 0) this.#depth++;
      return;
    }
    this.#endLine();
    this.#endMessage();
    this.#depth = 1;
    if (!this.#chat) {
      this.#chat = true;
      this.#giveOutside(false);
    }
  }

  #endMessage(): void {
    this.#depth = 0;
    this.#giveMessage();
  }

  #giveMessage(): void {
    this.#messageLength = 0;
    const message = this.#message;
    this.#message = null;
    if (message !== null) this.#give({ ...message, said: message.said.join("\n") }, this.#context.asContent);
  }

  /** Lines that stand outside of messages, as soon as it is known whether the page is a chat: then they are none. */
  #giveOutside(asContent: boolean): void {
    for (const line of this.#outside ?? []) this.#give(line, asContent);
    this.#outside = null;
  }

  #give({ said, row, from }: { readonly said: string; readonly row: number; readonly from: number }, asContent: boolean): void {
    const { sink, today, names } = this.#context;
    for (const record of readTextRecords(said, { row, offsetOf: () => from, today, names }, asContent)) sink.record(record);
  }

  #openTable(): void {
    const { sink, today } = this.#context;
    const outside = this.#tables.length > 0 ? this.#said : "";
    if (this.#tables.length === 0) this.#endLine();
    this.#said = "";
    this.#tables.push({ reader: new TableReader(sink, today), outside, cells: null, cell: false });
  }

  #closeTable(table: OpenTable): void {
    this.#endRow(table);
    this.#flush();
    this.#tables.pop();
    this.#columns.push(...table.reader.finish());
    this.#said = table.outside;
  }

  #endCell(table: OpenTable): void {
    if (!table.cell) {
      this.#flush();
      return;
    }
    table.cell = false;
    if ((table.cells?.length ?? 0) < MOST_CELLS) table.cells?.push(this.#said.trim());
    else this.#flush();
    this.#said = "";
  }

  #endRow(table: OpenTable): void {
    this.#endCell(table);
    const { cells } = table;
    table.cells = null;
    if (cells === null || cells.length === 0) return;
    const from = this.#from;
    // A row of one cell is layout, or a heading: text.
    if (cells.length === 1) {
      this.#said = cells[0] ?? "";
      this.#flush();
    } else table.reader.read(cells, ++this.#row, () => from);
  }

  /** Inside a cell the end of a line is a blank. */
  #endLine(): void {
    if (this.#tables.at(-1)?.cell === true && this.#said.length <= LONGEST) this.#said += this.#said.endsWith(" ") ? "" : " ";
    else this.#flush();
  }

  #flush(): void {
    const said = this.#said.trim();
    this.#said = "";
    if (said === "") return;
    const line = { said, row: ++this.#row, from: this.#from };
    if (this.#depth > 0 && this.#tables.length === 0) {
      this.#message ??= { said: [], row: line.row, from: line.from };
      this.#messageLength += said.length;
      // A division that never closes is no longer one message: its lines so far are.
      if (this.#message.said.push(said) >= MOST_OUTSIDE || this.#messageLength > LONGEST) this.#giveMessage();
      return;
    }
    if (this.#outside !== null && this.#context.asContent) {
      this.#outside.push(line);
      if (this.#outside.length >= MOST_OUTSIDE) this.#giveOutside(true);
    } else this.#give(line, this.#context.asContent && !this.#chat);
  }
}
