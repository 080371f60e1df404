import { closingParenthesis, parseCreateTable, splitTopLevel, tableNameOf, unquoteName } from "#scan/sources/parse-create-table.ts";
import { parseCopyLine, parseSqlTuple } from "#scan/sources/parse-sql-tuple.ts";

/** What a dump holds, as it streams by; `place` and `end` are places in the window. */
export type SqlEvents = {
  /** a table with its columns in order, from CREATE TABLE */
  readonly table: (name: string, columns: readonly string[]) => void;
  /** a row, with the columns its statement names (null: those of the table, in order) */
  readonly row: (table: string, columns: readonly string[] | null, cells: readonly string[], place: number, end: number) => void;
  /** a statement that changes rows but holds none (UPDATE, MERGE, INSERT … SELECT), or a row that never ends: text */
  readonly line: (text: string, place: number) => void;
  /** a statement ends here: a walk can begin at this place */
  readonly between: (place: number) => void;
  readonly damaged: (why: string) => void;
};

const NAME = String.raw`(?:\x60(?:[^\x60]|\x60\x60)*\x60|"(?:[^"]|"")*"|\[[^\]]*\]|[^\s.,;()'"\x60[\]]+)`;
/** Blanks and comments between two words, none or at least one. */
const GAP = String.raw`\s*(?:(?:/\*[^*]*\*+(?:[^/*][^*]*\*+)*/|--[^\n]*\n)\s*)*`;
const BREAK = String.raw`(?=\s|/\*|--)${GAP}`;
const TABLE = String.raw`((?:${NAME}\s*\.\s*){0,3}${NAME})`;
const INSERT = new RegExp(
  String.raw`(?:INSERT|REPLACE)(?:${BREAK}(?:LOW_PRIORITY|DELAYED|HIGH_PRIORITY|IGNORE|OR\s+\w+))*(?:${BREAK}INTO)?${GAP}${TABLE}${GAP}(?:\(([^()]*)\)${GAP})?(?:OVERRIDING\s+\w+\s+VALUE\s*)?VALUES?${GAP}(?=\()`,
  "iy",
);
const CREATE = new RegExp(
  String.raw`CREATE${BREAK}(?:(?:GLOBAL|LOCAL|TEMPORARY|TEMP|UNLOGGED|EXTERNAL)${BREAK})*TABLE${BREAK}(?:IF\s+NOT\s+EXISTS${BREAK})?${TABLE}${GAP}(?=\()`,
  "iy",
);
const COPY = new RegExp(String.raw`COPY\s+${TABLE}\s*(?:\(([^()]*)\)\s*)?FROM\s+stdin\b[^;\n]*;?[ \t]*\r?\n`, "iy");
const COMMENT = /\/\*[^*]*\*+(?:[^/*][^*]*\*+)*\/|--[^\n]*\n|#[^\n]*\n/y;
const SPACE = /(?:\s+|--[^\n]*(?:\n|$)|#[^\n]*(?:\n|$)|\/\*[\s\S]*?\*\/|GO(?=[\s;]|$)|;)+/iy;
const CHANGES_ROWS = /^(?:INSERT|REPLACE|UPDATE|MERGE|UPSERT)\b/i;
const DOLLAR = /\$\w*\$/y;
/** What may be a comment, or the first sign of one. */
const BEGINS_COMMENT = /^(?:\/\*|--|\/$|-$|#)/;
const LONGEST_HEAD = 256 * 1024;

type Mode =
  | { readonly is: "statement" }
  | { readonly is: "values" | "copy"; readonly table: string; readonly columns: readonly string[] | null; readonly first: boolean };

/** Walks an SQL dump statement by statement: rows of INSERT (one at a time, however many a statement has) and of COPY. */
export class SqlWalker {
  readonly #events: SqlEvents;
  readonly #longest: number;
  readonly #backslashes: boolean;
  #mode: Mode = { is: "statement" };

  /** `backslashes`: whether `\'` in a string is an escape, as in MySQL, or a backslash, as in standard SQL. */
  constructor(events: SqlEvents, backslashes: boolean, longest: number) {
    this.#events = events;
    this.#backslashes = backslashes;
    this.#longest = longest;
  }

  /** Walks what is whole in the window; answers how much of it that was. */
  feed(text: string, last: boolean): number {
    let at = 0;
    while (at < text.length) {
      const next = this.#mode.is === "statement" ? this.#statement(text, at, last) : this.#row(text, at, last);
      if (next < 0) break;
      at = next;
    }
    if (last && at < text.length && text.slice(at).trim() !== "") {
      this.#events.damaged("the text ends inside a statement");
      this.#events.line(text.slice(at), at);
      return text.length;
    }
    return at;
  }

  #statement(text: string, from: number, last: boolean): number {
    SPACE.lastIndex = from;
    const at = SPACE.test(text) ? SPACE.lastIndex : from;
    if (at >= text.length) return last ? text.length : from === at ? -1 : keepTail(text, from);
    const left = text.length - at;
    if (text.startsWith("/*", at)) {
      if (!last && left < this.#longest) return keep(from, at);
      this.#events.damaged("a comment without an end");
      const end = text.indexOf("\n", at) + 1 || text.length;
      return end;
    }
    this.#events.between(at);
    INSERT.lastIndex = COPY.lastIndex = CREATE.lastIndex = at;
    const insert = INSERT.exec(text);
    if (insert !== null) return this.#enter("values", insert, INSERT.lastIndex);
    const copy = COPY.exec(text);
    if (copy !== null) return this.#enter("copy", copy, COPY.lastIndex);
    const create = CREATE.exec(text);
    if (create !== null) {
      const close = closingParenthesis(text, CREATE.lastIndex);
      if (close >= 0) {
        this.#events.table(tableNameOf(create[1] ?? ""), parseCreateTable(text.slice(CREATE.lastIndex, close + 1)).columns);
        return close + 1;
      }
    }
    const end = endOfStatement(text, at, this.#backslashes);
    if (end < 0 && !last && left < LONGEST_HEAD) return keep(from, at);
    // A statement without an end (an apostrophe too many) is left at its line's end: what follows must not be lost in it.
    const until = end >= 0 ? end : text.indexOf("\n", at) + 1 || text.length;
    if (CHANGES_ROWS.test(text.slice(at, at + 10))) this.#events.line(text.slice(at, until), at);
    return until;
  }

  #enter(is: "values" | "copy", head: RegExpExecArray, end: number): number {
    const named = head[2];
    const columns = named === undefined ? null : splitTopLevel(named).map(unquoteName);
    this.#mode = { is, table: tableNameOf(head[1] ?? ""), columns, first: true };
    return end;
  }

  #row(text: string, from: number, last: boolean): number {
    if (this.#mode.is === "copy") return this.#copyLine(text, from, last, this.#mode.table, this.#mode.columns);
    if (this.#mode.is !== "values") return from;
    const { table, columns, first } = this.#mode;
    let at = from;
    let commas = 0;
    for (; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code === 0x2c) commas++;
      else if (code > 0x20) {
        COMMENT.lastIndex = at;
        if (!COMMENT.test(text)) break;
        at = COMMENT.lastIndex - 1;
      }
    }
    if (at >= text.length && !last) return -1;
    if (BEGINS_COMMENT.test(text.slice(at, at + 2)) && !last && text.length - at <= this.#longest) return -1; // its end is not seen yet
    if (text.charCodeAt(at) !== 0x28 || (!first && commas === 0)) {
      this.#mode = { is: "statement" };
      // What stands behind the rows (ON DUPLICATE KEY …, RETURNING …) belongs to the statement.
      return at;
    }
    const tuple = parseSqlTuple(text, at, this.#backslashes);
    if (tuple === null) {
      if (!last && text.length - at <= this.#longest) return -1;
      this.#events.damaged("a row without an end");
      const end = text.indexOf("\n", at) + 1 || text.length;
      this.#events.line(text.slice(at, end), at);
      this.#mode = { is: "statement" };
      return end;
    }
    this.#mode = { is: "values", table, columns, first: false };
    this.#events.row(table, columns, tuple.cells, at, tuple.end);
    return tuple.end;
  }

  #copyLine(text: string, at: number, last: boolean, table: string, columns: readonly string[] | null): number {
    let end = text.indexOf("\n", at);
    if (end < 0) {
      if (!last && text.length - at <= this.#longest) return -1;
      end = text.length;
    }
    const line = text.slice(at, text.charCodeAt(end - 1) === 13 ? end - 1 : end);
    if (line === "\\.") this.#mode = { is: "statement" };
    else if (line !== "") this.#events.row(table, columns, parseCopyLine(line), at, end);
    return Math.min(end + 1, text.length);
  }
}

/** Nothing can be used before `at` is whole; what lies before it is done with. */
function keep(from: number, at: number): number {
  return at > from ? at : -1;
}

/** White space or a comment up to the window's end: the last signs stay, for a comment or GO may be torn. */
function keepTail(text: string, from: number): number {
  return Math.max(from, text.lastIndexOf("\n") + 1) > from ? text.lastIndexOf("\n") + 1 : -1;
}

/** The place after the `;` that ends a statement, or after the line before GO; -1 when there is none in the text. */
function endOfStatement(text: string, from: number, backslashes: boolean): number {
  let quote = "";
  for (let at = from; at < text.length; at++) {
    const sign = text.charAt(at);
    if (quote !== "") {
      if (sign === "\\" && backslashes) at++;
      else if (sign === quote) quote = "";
    } else if (sign === "'" || sign === '"' || sign === "`") quote = sign;
    else if (sign === ";") return at + 1;
    else if (sign === "\n" && /^\n(?:GO\s*\r?(?:\n|$)|(?:INSERT|REPLACE)\s|CREATE\s+TABLE\s|COPY\s)/i.test(text.slice(at, at + 20)))
      return at + 1;
    else if (sign === "$") {
      DOLLAR.lastIndex = at;
      const tag = DOLLAR.exec(text)?.[0];
      if (tag === undefined) continue;
      const end = text.indexOf(tag, at + tag.length);
      if (end < 0) return -1;
      at = end + tag.length - 1;
    } else if (sign === "/" && text.startsWith("/*", at)) {
      const end = text.indexOf("*/", at + 2);
      if (end < 0) return -1;
      at = end + 1;
    } else if (sign === "-" && text.startsWith("--", at)) {
      const end = text.indexOf("\n", at);
      if (end < 0) return -1;
      at = end - 1;
    }
  }
  return -1;
}
