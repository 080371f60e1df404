import type { Format } from "#scan/scan.contract.ts";

/**
 * Which text format the beginning of a text is written in, content first, extension second; null for plain text or a table, which the
 * separators decide. A format is named truthfully even where it is still read as lines of free text.
 */
export function sniffTextFormat(beginning: string, extension: string): Format | null {
  const text = beginning.replace(/^\uFEFF/, "").trimStart();
  if (/^<\?xml[\s>]/i.test(text)) return /<html[\s>]/i.test(text.slice(0, 2048)) ? "html" : "xml";
  if (/^(<!--[\s\S]{0,2000}?-->\s*)?<(!doctype\s+html|html|head|body|table|meta)[\s>]/i.test(text)) return "html";
  if (/^html?$/.test(extension) && /^<[A-Za-z][\w-]*[\s/>]/.test(text)) return "html";
  if (/^From \S+.*\d{4}\r?\n(\S+:|>From )/.test(text)) return "mbox";
  if (
    /^((Received|Return-Path|From|To|Subject|Date|Message-ID|MIME-Version|X-[\w-]+|Delivered-To|DKIM-Signature):[^\n]*\n([ \t][^\n]*\n)*){2}/i.test(
      text,
    )
  )
    return "eml";
  if (/^[[{]/.test(text)) {
    const lines = text.split(/\r?\n/).filter((line) => line.trim() !== "");
    if (lines.length >= 2 && lines.slice(0, -1).slice(0, 20).every(isJson)) return "jsonl";
    // `[2024-03-01 09:12] 张三: …` and `[1234] message` are lines of a chat or log.
    if (/^(\[\s*([[{"]|(-?\d[\d.eE+-]*|true|false|null)\s*(,|\]\s*$)|\]\s*$)|\{\s*("[^"\n]*"\s*:|\}))/.test(text))
      return extension === "jsonl" || extension === "ndjson" ? "jsonl" : "json";
  }
  if (isSql(text, extension)) return "sql";
  if (/^<[A-Za-z][\w:-]*[\s>]/.test(text) && extension === "xml") return "xml";
  return null;
}

const SQL_STATEMENT =
  /(?:CREATE\s+(?:TEMP(?:ORARY)?\s+|UNLOGGED\s+)?TABLE|INSERT\s+(?:IGNORE\s+)?INTO|INSERT\s+\[|REPLACE\s+INTO|COPY\s+\S+\s*(?:\(|FROM\s+stdin))/iy;
const SQL_PREAMBLE =
  /\s+|--[^\n]*(?:\n|$)|\/\*[\s\S]*?\*\/;?|\\(?:un)?restrict[^\n]*(?:\n|$)|GO(?=\s|$)|USE\s+\[[^\]\n]*\]|(?:SET|USE|BEGIN|PRAGMA|DROP|CREATE\s+(?:DATABASE|SCHEMA|EXTENSION|TYPE|SEQUENCE)|SELECT\s+pg_catalog|COMMENT\s+ON|ALTER|START\s+TRANSACTION|LOCK)\b[^;]*?(?:;|(?=\nGO\b)|(?=\nINSERT\b))/iy;

/** Whether a text is a dump: a table or rows come first, after comments and settings; a file named .sql may begin otherwise. */
function isSql(text: string, extension: string): boolean {
  let at = 0;
  for (let steps = 0; steps < 10_000 && at < text.length; steps++) {
    SQL_STATEMENT.lastIndex = SQL_PREAMBLE.lastIndex = at;
    if (SQL_STATEMENT.test(text)) return true;
    if (!SQL_PREAMBLE.test(text)) break;
    at = SQL_PREAMBLE.lastIndex;
  }
  return extension === "sql" && /^[ \t]*(?:CREATE|INSERT|REPLACE|COPY|DROP|ALTER|SET|USE|UPDATE|DELETE|BEGIN|SELECT)\s/im.test(text);
}

function isJson(line: string): boolean {
  if (!/^\s*[[{]/.test(line)) return false;
  try {
    JSON.parse(line);
    return true;
  } catch {
    return false; // the question is whether it parses
  }
}
