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
const MOST_TITLES = 10;
/** Header words that say nothing of a kind but are header words all the same. */
const ORDINARY =
  /^(?:序号|编号|序列|性别|年龄|民族|国籍|备注|说明|类型|类别|状态|等级|级别|省份?|城市|区县|部门|科目|来源|渠道|关系|月份|年份|数量|no|id|sex|gender|age|remark|memo|note|type|status|level|nation|xb|nl|mz|bz)\d?$/;
/**
 * Of a paper, a card, a telephone or an account, what is no number of it: 身份证照片, 身份证有效期, 手机型号, 银行卡类型, 微信昵称. What stands in such
 * a column is told by its content alone.
 */
const NO_NUMBER =
  /^(?:居民)?(?:身份证件?|证件|护照|通行证|手机号?码?|移动电话|电话号?码?|银行卡号?|信用卡|储蓄卡|车牌号?码?|号牌|微信号?|qq号?|邮箱|电子邮箱|社保卡?|医保卡?).*?(?:照片?|正面照?|反面照?|正反面|图片|图像|扫描件|复印件|有效期限?|有效期至|有效日期|到期日期?|发证机关|发证日期|签发机关|签发日期|签发地|开户行|开户银行|发卡行|发卡银行|归属地|所在地|运营商|型号|机型|品牌|厂商|颜色|类型|种类|类别|系统|昵称|头像|状态|实名)$/;
/** What has a name or an address and is no person. */
const THING =
  /^(?:company|corp(?:oration)?|org(?:anization|anisation)?|dept|department|hotel|school|university|product|goods|item|sku|file|bank|shop|store|merchant|brand|city|province|area|region|country|category|tag|app|device|group|role|event|course|project|sender|server|host|db|table|公司|单位|部门|学校|酒店|商品|店铺|商家|城市|项目)s?$/i;
const PATTERNS = HEADER_WORDS.map(([meaning, words]) => ({ meaning, pattern: new RegExp(words, "i") }));

/** What a header word says of its column, or null when it says nothing that is known. */
export function findHeaderMeaning(header: string): HeaderMeaning | null {
  const word = normaliseHeader(header);
  if (word === "" || word.length > LONGEST_HEADER || NO_NUMBER.test(word)) return null;
  const meaning = PATTERNS.find(({ pattern }) => pattern.test(word))?.meaning ?? null;
  return meaning ?? findFieldMeaning(header);
}

/** Of a field inside another (`_source.name`, `person.xm`) its own name says what it is, unless the other is a thing that has a name too. */
function findFieldMeaning(header: string): HeaderMeaning | null {
  const fields = header.split(".").filter((field) => field.trim() !== "");
  const [owner, own] = [fields.at(-2), fields.at(-1)];
  if (owner === undefined || own === undefined || THING.test(normaliseHeader(owner))) return null;
  return findHeaderMeaning(own);
}

/**
 * Whether a row further down names columns: the header of another table that stands below the first. Every cell that holds anything is a
 * word known as a header, two of them of what a column can hold.
 */
export function isHeaderBelow(cells: readonly string[]): boolean {
  let known = 0;
  for (const raw of cells) {
    if (raw.trim() === "") continue;
    const cell = stripCell(foldText(raw)).text;
    if (cell.length > LONGEST_HEADER || /\d{3}/.test(cell)) return false;
    if (findHeaderMeaning(cell) !== null) known++;
    else if (!ORDINARY.test(normaliseHeader(cell)) && !isHeaderWord(cell)) return false;
  }
  return known >= 2;
}

/** Whether the first row names the columns: words known as headers, or words over a body of numbers; a row with a number of its own is data. */
export function hasHeader(rows: readonly (readonly string[])[]): boolean {
  const [first = [], ...body] = rows;
  const cells = first.map((cell) => stripCell(foldText(cell)).text);
  const filled = cells.filter((cell) => cell !== "");
  if (filled.length === 0 || filled.some((cell) => isDatum(cell))) return false;
  // A header that is printed again on every page recurs as a whole.
  const others = body.filter((row) => row.some((cell, at) => cell.trim() !== (first[at] ?? "").trim()));
  const known = cells.filter((cell, at) => cell.length <= LONGEST_HEADER && isHeaderWord(cell) && !recurs(cell, at, others));
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

function isHeaderWord(cell: string): boolean {
  return findHeaderMeaning(cell) !== null || NO_NUMBER.test(normaliseHeader(cell));
}

/**
 * How many leading rows are titles (the name of the list, who made it and when) above the header: whatever stands above the first of the
 * first ten rows that names two columns, where no number of a person stands above it; else lines of one cell above a row of three and more.
 */
export function countTitles(rows: readonly (readonly string[])[]): number {
  for (let at = 0; at < Math.min(MOST_TITLES, rows.length - 1); at++) {
    const cells = filledCells(rows[at] ?? []);
    if (cells.some((cell) => findStrongKind(cell, LATEST_DATE) !== null)) break;
    if (namesColumns(cells)) return at;
  }
  const titles = rows.findIndex((cells) => filledCells(cells).length !== 1);
  return titles > 0 && titles <= 5 && filledCells(rows[titles] ?? []).length >= 3 ? titles : 0;
}

function filledCells(cells: readonly string[]): string[] {
  return cells.map((cell) => stripCell(foldText(cell)).text).filter((cell) => cell !== "");
}

/** Whether two columns at least are named, and no cell beside is a value: 王五, 某某公司, 如家酒店 tell of a person and name no columns. */
function namesColumns(cells: readonly string[]): boolean {
  if (countMeanings(cells) < 2 || cells.some((cell) => isDatum(cell) || cell.length > LONGEST_HEADER)) return false;
  const names = cells.filter((cell) => looksLikeName(cell) && !isWord(cell)).length;
  return names * 3 <= cells.filter(isWord).length;
}

function isWord(cell: string): boolean {
  return isHeaderWord(cell) || ORDINARY.test(normaliseHeader(cell));
}

function countMeanings(cells: readonly string[]): number {
  return new Set(cells.map((cell) => findHeaderMeaning(cell)).filter((meaning) => meaning !== null)).size;
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
