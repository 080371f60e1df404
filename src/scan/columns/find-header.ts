import { HEADER_WORDS, type HeaderMeaning } from "#scan/columns/header-words.data.ts";
import { normaliseHeader } from "#scan/columns/normalise-header.ts";
import { looksLikeAddress } from "#scan/detectors/address/address.ts";
import { findStrongKind } from "#scan/detectors/find-strong-kind.ts";
import { looksLikeName } from "#scan/detectors/name/name.ts";
import { LATEST_DATE } from "#scan/detectors/resident-id/resident-id.ts";
import { foldText } from "#scan/text/fold-text.ts";
import { isPlaceholder } from "#scan/text/placeholders.ts";
import { stripCell } from "#scan/text/strip-cell.ts";

const LONGEST_HEADER = 24;
/** Header words that say nothing of a kind but are header words all the same. */
const ORDINARY =
  /^(?:序号|编号|序列|性别|年龄|民族|国籍|备注|说明|类型|类别|状态|等级|级别|省份?|城市|区县|部门|科目|来源|渠道|月份|年份|数量|no|id|sex|gender|age|remark|memo|note|type|status|level|nation|xb|nl|mz|bz)\d?$/;
const PATTERNS = HEADER_WORDS.map(([meaning, words]) => ({ meaning, pattern: new RegExp(words, "i") }));

/** What a header word says of its column, or null when it says nothing that is known. */
export function findHeaderMeaning(header: string): HeaderMeaning | null {
  const word = normaliseHeader(header);
  if (word === "" || word.length > LONGEST_HEADER) return null;
  return PATTERNS.find(({ pattern }) => pattern.test(word))?.meaning ?? null;
}

/** Whether the first row names the columns: words known as headers, or words over a body of numbers; a row with a number of its own is data. */
export function hasHeader(rows: readonly (readonly string[])[]): boolean {
  const [first = [], ...body] = rows;
  const cells = first.map((cell) => stripCell(foldText(cell)).text);
  const filled = cells.filter((cell) => cell !== "");
  if (filled.length === 0 || filled.some((cell) => isDatum(cell))) return false;
  const known = cells.filter((cell, at) => cell.length <= LONGEST_HEADER && findHeaderMeaning(cell) !== null && !recurs(cell, at, body));
  if (known.length >= 2 || (known.length === 1 && filled.length <= 2)) return true;
  const unknown = filled.filter((cell) => !known.includes(cell));
  if (
    known.length === 1 &&
    unknown.every((cell) => ORDINARY.test(normaliseHeader(cell)) || (cell.length <= 8 && !/\d/.test(cell) && !looksLikeName(cell)))
  )
    return true;
  if (filled.length >= 2 && filled.every((cell) => ORDINARY.test(normaliseHeader(cell)))) return true;
  return body.length > 0 && !filled.some((cell) => looksLikeName(cell)) && cells.some((cell, at) => isWordOverNumbers(cell, at, body));
}

function isDatum(cell: string): boolean {
  if (findStrongKind(cell, LATEST_DATE) !== null || looksLikeAddress(cell)) return true;
  return /^\d{5,}/.test(cell) || /^\d{4}[-/]\d{1,2}[-/]\d{1,2}/.test(cell) || /\d\*{2,}/.test(cell);
}

/** A word that stands in the body of its column too is a value, not a header. */
function recurs(cell: string, at: number, body: readonly (readonly string[])[]): boolean {
  return body.some((row) => row[at]?.trim() === cell);
}

function isWordOverNumbers(cell: string, at: number, body: readonly (readonly string[])[]): boolean {
  if (cell === "" || isPlaceholder(cell) || (cell.match(/\d/g) ?? []).length > 3) return false;
  const values = body.map((row) => stripCell(foldText(row[at] ?? "")).text).filter((value) => value !== "" && !isPlaceholder(value));
  const numbers = values.filter((value) => findStrongKind(value, LATEST_DATE) !== null || /^[\d.*\- ]{6,}$/.test(value));
  return values.length > 0 && numbers.length / values.length >= 0.6;
}
