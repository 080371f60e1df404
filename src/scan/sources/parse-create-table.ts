/** A table as its CREATE TABLE says it: columns in order, and for SQLite which of them are the key. */
export type TableDefinition = {
  readonly columns: readonly string[];
  /** the column that stands for the row number (`INTEGER PRIMARY KEY`), -1 without one */
  readonly rowId: number;
  /** names of the primary key's columns in its order */
  readonly primaryKey: readonly string[];
  readonly withoutRowId: boolean;
  /** columns that are computed when they are asked for: no row holds them */
  readonly computed: readonly string[];
};

const NO_COLUMN =
  /^(?:PRIMARY\s+KEY|UNIQUE(?:\s+(?:KEY|INDEX))?|KEY|INDEX|CONSTRAINT|FOREIGN\s+KEY|CHECK|FULLTEXT|SPATIAL|EXCLUDE|LIKE|PERIOD)(?![\w$])/i;

/** Reads the columns out of the text of a CREATE TABLE, of whatever database; no columns when there is no list (CREATE TABLE … AS SELECT). */
export function parseCreateTable(sql: string): TableDefinition {
  const open = openingParenthesis(sql);
  const close = open < 0 ? -1 : closingParenthesis(sql, open);
  const columns: string[] = [];
  const computed: string[] = [];
  let rowId = -1;
  let primaryKey: string[] = [];
  if (open >= 0)
    for (const part of splitTopLevel(sql.slice(open + 1, close < 0 ? sql.length : close))) {
      const text = part.replace(COMMENTS_BEFORE, "").trim();
      const constraint = NO_COLUMN.test(text);
      const key = /PRIMARY\s+KEY\s*(?:CLUSTERED\s*|NONCLUSTERED\s*)?\(([^)]*)\)/i.exec(text)?.[1];
      if (constraint) {
        if (key !== undefined)
          primaryKey = splitTopLevel(key).map((name) => unquoteName(name.trim().split(/\s+(?:ASC|DESC|COLLATE)/i)[0] ?? ""));
        continue;
      }
      const name = NAME.exec(text)?.[0];
      if (name === undefined) continue;
      columns.push(unquoteName(name));
      const rest = text.slice(name.length).replace(/'(?:[^']|'')*'/g, "");
      if (/(?:^|\s)AS\s*\(/i.test(rest) && !/\)\s*STORED\b/i.test(rest)) computed.push(unquoteName(name));
      if (!/\bPRIMARY\s+KEY\b/i.test(rest)) continue;
      primaryKey = [unquoteName(name)];
      if (/^\s*INTEGER\b/i.test(rest) && !/PRIMARY\s+KEY\s+DESC/i.test(rest)) rowId = columns.length - 1;
    }
  if (rowId < 0 && primaryKey.length === 1 && close > 0) {
    const at = columns.findIndex((column) => column.toLowerCase() === primaryKey[0]?.toLowerCase());
    const part = splitTopLevel(sql.slice(open + 1, close))[at] ?? "";
    if (at >= 0 && /^\s*(?:`[^`]*`|"[^"]*"|\[[^\]]*\]|\S+)\s+INTEGER\s*(?:NOT\s+NULL\s*|NULL\s*)*(?:DEFAULT\b.*)?$/i.test(part)) rowId = at;
  }
  const withoutRowId = close >= 0 && /\bWITHOUT\s+ROWID\b/i.test(sql.slice(close));
  return { columns, rowId: withoutRowId ? -1 : rowId, primaryKey, withoutRowId, computed };
}

const COMMENTS_BEFORE = /^(?:\s|--[^\n]*(?:\n|$)|\/\*[^*]*\*+(?:[^/*][^*]*\*+)*\/)+/;
const NAME = /^(?:`(?:[^`]|``)*`|"(?:[^"]|"")*"|\[[^\]]*\]|[^\s,()]+)/;

/** A name without its quotes, of whatever kind. */
export function unquoteName(name: string): string {
  const text = name.trim();
  const first = text.charAt(0);
  if (text.length < 2) return text;
  if (first === "[" && text.endsWith("]")) return text.slice(1, -1);
  if ((first === "`" || first === '"' || first === "'") && text.endsWith(first)) return text.slice(1, -1).replaceAll(first + first, first);
  return text;
}

/** The last part of `db`.`table`, [dbo].[table], "public"."table". */
export function tableNameOf(qualified: string): string {
  const parts = qualified.match(/`(?:[^`]|``)*`|"(?:[^"]|"")*"|\[[^\]]*\]|[^\s.`"[\]]+/g) ?? [qualified];
  return unquoteName(parts.at(-1) ?? qualified);
}

/** Cuts a list at its commas, not at those inside quotes, brackets or comments. */
export function splitTopLevel(list: string): string[] {
  const parts: string[] = [];
  let from = 0;
  let depth = 0;
  let at = 0;
  while (at < list.length) {
    const skipped = skipQuoted(list, at);
    if (skipped > at) {
      at = skipped;
      continue;
    }
    const code = list.charAt(at);
    if (code === "(") depth++;
    else if (code === ")") depth--;
    else if (code === "," && depth === 0) {
      parts.push(list.slice(from, at));
      from = at + 1;
    }
    at++;
  }
  parts.push(list.slice(from));
  return parts.map(withoutComments).filter((part) => part.trim() !== "");
}

function withoutComments(part: string): string {
  return part.replace(/^(?:\s+|--[^\n]*(?:\n|$)|\/\*[\s\S]*?\*\/)+/, "");
}

/** The first parenthesis outside of quotes: a table may be called "a (b)". */
function openingParenthesis(sql: string): number {
  for (let at = 0; at < sql.length; ) {
    if (sql.charAt(at) === "(") return at;
    at = Math.max(at + 1, skipQuoted(sql, at));
  }
  return -1;
}

/** The place of the parenthesis that closes the one at `open`, -1 when the text ends before. */
export function closingParenthesis(text: string, open: number): number {
  let depth = 0;
  let at = open;
  while (at < text.length) {
    const skipped = skipQuoted(text, at);
    if (skipped > at) {
      at = skipped;
      continue;
    }
    const sign = text.charAt(at);
    if (sign === "(") depth++;
    else if (sign === ")" && --depth === 0) return at;
    at++;
  }
  return -1;
}

/** The place after what is quoted or commented at a place; the same place when nothing begins there. What never ends, ends with the text. */
function skipQuoted(text: string, at: number): number {
  const sign = text.charAt(at);
  if (sign === "'" || sign === '"' || sign === "`") {
    for (let next = at + 1; next < text.length; next++) {
      if (text.charAt(next) !== sign) continue;
      if (text.charAt(next + 1) !== sign) return next + 1;
      next++;
    }
    return text.length;
  }
  const end =
    sign === "["
      ? text.indexOf("]", at)
      : text.startsWith("--", at)
        ? text.indexOf("\n", at)
        : text.startsWith("/*", at)
          ? text.indexOf("*/", at)
          : at - 1;
  return end === at - 1 ? at : end < 0 ? text.length : end + (text.startsWith("/*", at) ? 2 : 1);
}
