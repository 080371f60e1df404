import type { Finding } from "#scan/finding.ts";
import { findMatches } from "#scan/text/find-matches.ts";
import { isFree, type Place } from "#scan/text/find-place.ts";
import { segmentWords, type Word } from "#scan/text/segment-words.ts";

/** What speaks for an address in free text: its label, or that it is written as one from the division down to road, house or village. */
export type AddressGround = "label" | "grammar";

const LABEL =
  /(?:(?:收货|收件|寄件|取件|家庭|户籍|户口|常住|现住|居住|详细|通讯|通信|邮寄|联系|住宅|送货|配送|上门)?(?:地址|住址)|户籍所?在?地|现居地|居住地|住所地?|住处)(?:\s?[:：=]\s?|[是为在]|\s{1,4})/g;
const PROVINCE =
  /^(?:北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|台湾|内蒙古|广西|西藏|宁夏|新疆|香港|澳门)/;
/** Signs an address is written with; what is not among them ends it. */
const BODY = /[\p{Script=Han}A-Za-z0-9#()（）·~—-]{6,120}/gu;
const DIVISION = /(?:省|市|区|县|旗|自治州|盟)/;
const STREET = /(?:路|街|大道|巷|弄|胡同|村|镇|乡|街道|庄|里|坊|苑|园|小区|新村|公寓|花园|家园|广场|大厦|社区|苏木|嘎查|屯)/;
const HOUSE = /\d+[-\dA-Za-z]*(?:号|栋|幢|座|单元|室|弄|组|层|楼|户|房|社|队)/;
/** Where an address may end: behind a house, a flat, a village, a building. */
const ENDS =
  /(?:\d+[-—~\dA-Za-z]*(?:号楼|号|栋|幢|座|单元|室|弄|组|层|楼|户|房|社|队)|(?<=[号栋幢座楼层元\p{Script=Han}])[A-Za-z]?\d{2,5}(?:-\d{1,4})?[A-Za-z]?(?![\dA-Za-z])|[A-Z]\d{1,4}|[A-Za-z0-9甲乙丙]座|[村镇乡屯庄苑园坊里]|街道|小区|公寓|花园|家园|广场|大厦|中心|大道|社区|胡同|[路街巷弄])/gu;
const NO_DIVISION =
  /^(?:市|城|地|社|景|辖|郊|山|库|厂|战|灾|矿|新|老)区$|(?:小|园|校|开发|工业|经济|办公|生活|住宅|高新)区$|(?:超|城|股|上|楼|夜|集)市$/;
const LABEL_BEHIND = /(?:电话|手机|联系|收件|收货|姓名|邮编|身份证|邮箱|微信)/;

/**
 * 地址 in a folded text, each with what speaks for it in `because`. `beside` are the places of what was found already and is no part of an address.
 * A labelled value must hold a division, a street or a house; without a label all that makes an address must stand there from the division down.
 */
export function findAddresses(folded: string, beside: readonly Place[]): Finding[] {
  const found: Finding[] = [];
  for (const match of findMatches(folded, LABEL)) {
    const before = folded.slice(Math.max(0, match.index - 6), match.index);
    if (/(?:IP|ip|mac|MAC|邮箱|邮件|网络|钱包|网站|下载|公司|单位|办公|注册|经营|店铺|[:：/])\s?$/.test(before)) continue;
    const address = readLabelled(folded, match.index + match[0].length);
    if (address !== null) found.push(address);
  }
  if (DIVISION.test(folded) && STREET.test(folded))
    for (const match of findMatches(folded, BODY)) found.push(...readBody(match[0], match.index));
  return withoutOverlaps(found, beside);
}

function readLabelled(folded: string, at: number): Finding | null {
  const line = folded.slice(at, at + 100);
  const value = /^[^，,；;。！？!?|\t\n\r]*/u.exec(line)?.[0] ?? "";
  const label = LABEL_BEHIND.exec(value);
  const text = (label === null ? value : value.slice(0, label.index)).replace(/(?:\s{2,}.*|[\s(（]+)$/s, "").replace(/\s\d{11}.*$/, "");
  if (text.includes("*") || !/\p{Script=Han}{2}/u.test(text) || text.length < 4) return null;
  const parts = [DIVISION, STREET, HOUSE].filter((part) => part.test(text)).length;
  return parts >= 2 ? addressAt(at, text, "label") : null;
}

/** Addresses by their own grammar in a run of their signs: from the first division the segmenter knows to the last house, flat or village. */
function readBody(run: string, at: number): Finding[] {
  if (!DIVISION.test(run) || !STREET.test(run)) return [];
  const begin = beginningOf(run);
  if (begin < 0) return [];
  const rest = run.slice(begin);
  let end = 0;
  for (const match of findMatches(rest, ENDS)) if (isJoined(rest, end, match.index)) end = match.index + match[0].length;
  const text = rest.slice(0, end);
  return text.length >= 8 && isWhole(text) ? [addressAt(at + begin, text, "grammar")] : [];
}

/** Parts of an address follow each other closely: a word far behind the last one belongs to the sentence. */
function isJoined(rest: string, end: number, next: number): boolean {
  return next - end <= (end === 0 ? 40 : 14) && !/[于在到将被把从]/.test(rest.slice(end, next));
}

function isWhole(text: string): boolean {
  return DIVISION.test(text) && STREET.test(text.replace(/^.{2,9}?(?:省|市)/u, "")) && (HOUSE.test(text) || /[村组屯]/.test(text));
}

/** Where in a run the first province, or the first place that ends as a division does, begins; -1 when none does. */
function beginningOf(run: string): number {
  let at = 0;
  const words = segmentWords(run);
  for (const [index, word] of words.entries()) {
    if (PROVINCE.test(word.text) || isDivision(word, words[index + 1])) return at;
    at += word.text.length;
  }
  return -1;
}

/** 西湖区, 鹿泉市, or 徐汇 and 区: names of divisions, also those the dictionary does not know; 小区, 园区 and 市区 are none. */
function isDivision({ text, tag }: Word, next: Word | undefined): boolean {
  if (!/^(?:n[szr]|x|j|nt)/.test(tag) || text.length < 2 || NO_DIVISION.test(text)) return false;
  return (
    (text.length >= 3 && /[省市区县旗州盟]$/.test(text)) ||
    /^(?:[省市区县旗州盟]|新区|林区|矿区|特区|高新|高新区|高新技术|经济|开发区|工业园区|工业园)$/.test(next?.text ?? "")
  );
}

function addressAt(from: number, text: string, because: AddressGround): Finding {
  return { kind: "address", state: "valid", value: text.replace(/\s+/g, "").toUpperCase(), from, to: from + text.length, because };
}

function withoutOverlaps(addresses: readonly Finding[], beside: readonly Place[]): Finding[] {
  const kept: Finding[] = [];
  const ranked = [...addresses].sort((a, b) => a.from - b.from || b.to - a.to);
  for (const address of ranked) {
    if ((kept[kept.length - 1]?.to ?? 0) > address.from) continue;
    if (isFree(beside, address)) kept.push(address);
  }
  return kept;
}
