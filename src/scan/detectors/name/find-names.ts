import { NAME_LABELS, NOT_NAMES, ROLES, STRICT_NAME_LABELS, TITLES } from "#scan/detectors/name/name-words.data.ts";
import { DOUBLE_SURNAMES, SURNAMES } from "#scan/detectors/name/surnames.data.ts";
import type { Finding } from "#scan/finding.ts";
import { findMatches } from "#scan/text/find-matches.ts";
import { isFree, type Place } from "#scan/text/find-place.ts";
import { isPlaceholder } from "#scan/text/placeholders.ts";
import { segmentWords } from "#scan/text/segment-words.ts";

/** What speaks for a name in free text: its label, a role of the case file, the form 张三，男, a title, or the number it stands beside. */
export type NameGround = "label" | "role" | "form" | "title" | "beside";

/** 阿 begins names of other peoples (阿吉那色), which are not cut after two characters; 时 mostly a time. */
const SINGLE = new Set(SURNAMES.replace(/[阿时]/g, ""));
/** Surnames common enough to speak for a name beside a number, where nothing else announces it. */
const COMMON = new Set(SURNAMES.slice(0, 230));
const DOUBLE = new Set(DOUBLE_SURNAMES.split(" "));
const NO_NAMES = new Set(NOT_NAMES.split(" "));
const HAN = "\\p{Script=Han}";
const LABEL = new RegExp(
  `(?:(?<strict>${STRICT_NAME_LABELS})|(?<weak>${NAME_LABELS})(?:姓名|名字|名)?)(?:\\s?[:=]\\s?|\\s?：\\s?|[是为叫]|\\s{1,4}|\\t)?(?=${HAN})`,
  "gu",
);
const FIELD_OF_PERSON =
  "real|full|true|user|cust|customer|client|guest|patient|student|contact|receiver|consignee|sender|member|owner|person|holder";
/** "name":"张三" and name=张三 of logs: a field's name, its sign, the value to its end. */
const FIELD = new RegExp(
  `(?<![A-Za-z])(?:(?:${FIELD_OF_PERSON})?[_-]?name|xm)["']?\\s?[:=]\\s?["']?(?=${HAN}{2,4}(?:["'&,;\\s})\\]]|$))`,
  "giu",
);
const ROLE = new RegExp(`(?:${ROLES})[:：]?\\s?(?=${HAN})`, "gu");
const FORM = new RegExp(`(?<!${HAN})(${HAN}{2,4})\\s?[，,、(（ ]\\s?(?:性别[:：]?)?[男女](?!${HAN}|[:：])`, "gu");
const TITLED = new RegExp(`(${HAN}{2,8})(?:先生|女士|小姐|同志)`, "gu");
const RUN = new RegExp(`^${HAN}[\\p{Script=Han}·•・]{0,23}`, "u");
const RUN_BEFORE = new RegExp(`(?:${HAN}|[·•・])+$`, "u");
const RUN_BEHIND = new RegExp(`^[ \\t,，、(（]{0,2}(${HAN}{2,4})(?!${HAN}|[:：])`, "u");
const DOTTED = new RegExp(`^${HAN}{1,10}(?:[·•・]${HAN}{1,10}){1,4}$`, "u");
const HIDDEN = /^(?:某{1,2}[甲乙丙丁戊]?|某?[甲乙丙丁戊]|\p{Script=Han}某)/u;
const TITLE_END = new RegExp(`(?:${TITLES})$`, "u");
const ORGANISATION =
  /公司|集团|银行|医院|学校|大学|中学|小学|酒店|宾馆|中心|部门|委员|法院|检察|公安|派出|政府|商行|超市|[店部厂院局处队组所科室社会]$/;
/** Parts of speech that never stand inside a name: particles, pronouns, adverbs, numbers and the like. */
const GRAMMAR = /^(?:p|c|u\w*|r|d|y|m|q|f|t|e|o|k|df|vg?|vn|vd)$/;
const FIELD_SIGN = /name|xm/i;
/** Signs that a pattern cannot do without, as bits by the sign's code: most lines hold none. */
const [LABEL_SIGN, ROLE_SIGN, FORM_SIGN, TITLE_SIGN, FIELD_LETTER] = [1, 2, 4, 8, 16];
const SIGNS = new Uint8Array(0x1_0000);
for (const [bit, signs] of [
  [LABEL_SIGN, "人户主机名字客员家者生长妇真"],
  [ROLE_SIGN, "人告员官警犯伙长"],
  [FORM_SIGN, "男女"],
  [TITLE_SIGN, "生士姐志"],
  [FIELD_LETTER, "mM"],
] as const)
  for (const sign of signs) SIGNS[sign.charCodeAt(0)] = (SIGNS[sign.charCodeAt(0)] ?? 0) | bit;
const TWO_HAN = /\p{Script=Han}{2}/u;
const PARTICLE_END = /(?<=..)[于在的与将从因系对均是已被把称说到犯以及]$/u;
/** On a line of its own above a number stands who sent it, so no line end lies between a name and its number. */
const SIGNS_BEFORE = /[ \t(（[【"'“、|/-]+$/;
const LABEL_BEFORE =
  /(?:联系|手机|移动|电话|座机|固话|微信|邮箱|身份证|身份|公民|证件|银行|储蓄|信用|[卡账帐]|号码?|方式|[工建农中招]行|tel|phone|mobile|[:：=是为的，,]|[ \t]|[(（、|])$/iu;

/**
 * 姓名 in a folded text, each with what speaks for it in `because`. `beside` are the places of the numbers already found: a name may stand before
 * or behind one. `damaged` are names partly hidden (张某某). Nothing else in the text is asked: a word that merely looks like a name is none.
 */
export function findNames(folded: string, beside: readonly Place[]): Finding[] {
  if (!TWO_HAN.test(folded)) return [];
  const found = new Map<number, Finding>();
  const keep = (name: Finding | null): Finding | null => {
    if (name !== null && !found.has(name.from)) found.set(name.from, name);
    return name;
  };
  const signs = signsOf(folded);
  const matchesOf = (sign: number, pattern: RegExp) => ((signs & sign) === 0 ? [] : findMatches(folded, pattern));
  for (const match of matchesOf(LABEL_SIGN, LABEL)) {
    const strict = match.groups?.["strict"] !== undefined;
    // 客户联系, 本人承诺: without a sign after it such a word is a label only where a name plainly follows.
    const signed = /[:：=\s]$/.test(match[0]);
    readList(folded, match.index + match[0].length, { ground: "label", strict: strict && signed, bound: !signed }, keep);
  }
  if ((signs & FIELD_LETTER) !== 0 && FIELD_SIGN.test(folded))
    for (const match of findMatches(folded, FIELD)) readList(folded, match.index + match[0].length, FIELD_READING, keep);
  for (const match of matchesOf(ROLE_SIGN, ROLE)) readList(folded, match.index + match[0].length, ROLE_READING, keep);
  for (const match of matchesOf(FORM_SIGN, FORM)) keep(readName(folded, match.index, { ground: "form", strict: false, bound: false }));
  for (const { index, 1: run = "" } of matchesOf(TITLE_SIGN, TITLED)) keep(readTail(run, index, "title"));
  for (const place of beside) {
    keep(readBefore(folded, place.from));
    keep(readBehind(folded, place.to));
  }
  return withoutOverlaps([...found.values()], beside);
}

function signsOf(folded: string): number {
  let signs = 0;
  for (let at = 0; at < folded.length; at++) signs |= SIGNS[folded.charCodeAt(at)] ?? 0;
  return signs;
}

type Reading = { readonly ground: NameGround; readonly strict: boolean; readonly bound: boolean };
const FIELD_READING: Reading = { ground: "label", strict: false, bound: false };
const ROLE_READING: Reading = { ground: "role", strict: false, bound: false };

/** A name and those that follow it after 、: 被告人张三、李四. */
function readList(folded: string, at: number, reading: Reading, keep: (name: Finding | null) => Finding | null): void {
  for (let next: number | null = at; next !== null; ) {
    const name = keep(readName(folded, next, reading));
    next = name !== null && folded.charAt(name.to) === "、" ? name.to + 1 : null;
  }
}

/** The name that begins at a place after what announces it; null when none does. */
function readName(folded: string, at: number, { ground, strict, bound }: Reading): Finding | null {
  const whole = RUN.exec(folded.slice(at, at + 24))?.[0] ?? "";
  // 被告人李四于, 证人张三的: a particle that closes a short run belongs to the sentence.
  const run = whole.length <= 5 ? whole.replace(PARTICLE_END, "") : whole;
  if (run.length < 2) return null;
  if (DOTTED.test(run)) return nameAt(at, run.replace(/[•・]/g, "·"), ground, run.length);
  const own = surnameLength(run);
  const hidden = own === 0 ? null : HIDDEN.exec(run.slice(own));
  if (hidden !== null) return { ...nameAt(at, run.slice(0, own + hidden[0].length), ground), state: "damaged", because: "masked" };
  if (own === 0) return strict && run.length <= 4 && !isPlaceholder(run) && isUnknownWord(run) ? nameAt(at, run, ground) : null;
  if (run.length <= own + 2 || (strict && run.length === 4)) return isName(run, ground, strict) ? nameAt(at, run, ground) : null;
  const begun = readBeginning(run, own, ground);
  if (begun === null || !isName(begun, ground, strict)) return null;
  if (bound && /^(?:的|和|与|及|是|在)/.test(run.slice(begun.length)) === false && ground === "label" && run.length > begun.length) {
    // 联系人张三收: something must end the name where no sign began it.
    if (!/^(?:[男女收]|身份|手机|电话|联系|住|地址|性别|卡|账|帐)/.test(run.slice(begun.length))) return null;
  }
  return nameAt(at, begun, ground);
}

/** The name at the beginning of a longer run, as the segmenter cuts it. */
function readBeginning(run: string, own: number, ground: NameGround): string | null {
  const [first, second, third] = segmentWords(run.slice(0, 12));
  if (first === undefined) return null;
  const begun = first.text.replace(PARTICLE_END, "");
  if (begun.length > own) return begun.length <= own + 2 && isPersonTag(first.tag) ? begun : null;
  if (first.text.length < own || second === undefined || second.text.length > 2 || GRAMMAR.test(second.tag)) return null;
  if (ground !== "role" && !isPersonTag(second.tag) && !isPersonTag(first.tag)) return null;
  const more = second.text.length === 1 && third?.text.length === 1 && (isPersonTag(third.tag) || /^[gnaz]/.test(third.tag));
  return first.text + second.text + (more ? third.text : "");
}

/** The name at the end of a run: 客户张三, before a title or a number. */
function readTail(run: string, at: number, ground: NameGround): Finding | null {
  const own = surnameLength(run);
  if (own > 0 && run.length > own && run.length <= own + 2 && isName(run, ground, false)) return nameAt(at, run, ground);
  if (run.length < 3) return null;
  const words = segmentWords(run.slice(-12));
  const [before, last] = [words[words.length - 2], words[words.length - 1]];
  if (last === undefined) return null;
  const whole = surnameLength(last.text) > 0 && last.text.length >= 2 && isPersonTag(last.tag) ? last.text : null;
  const cut =
    before?.tag.startsWith("nr") && before.text.length === surnameLength(before.text) && last.text.length <= 2 && !GRAMMAR.test(last.tag)
      ? before.text + last.text
      : null;
  const name = whole ?? cut;
  if (name === null || name.length > surnameLength(name) + 2 || !isName(name, ground, false)) return null;
  return nameAt(at + run.length - name.length, name, ground);
}

function readBefore(folded: string, number: number): Finding | null {
  let before = folded.slice(Math.max(0, number - 24), number).replace(SIGNS_BEFORE, "");
  let end = number - (number - Math.max(0, number - 24) - before.length);
  for (let commas = 0, colon = false; LABEL_BEFORE.test(before); ) {
    const sign = LABEL_BEFORE.exec(before)?.[0] ?? "";
    if (/[，,]/.test(sign) && ++commas > 1) return null;
    // A name with a colon behind it is who speaks: 张三：138… says nothing of whose number it is, 张三电话：138… does.
    if (/[:：]/.test(sign)) colon = true;
    else if (!/\s/.test(sign)) colon = false;
    before = before.slice(0, before.length - sign.length);
    end -= sign.length;
    if (colon && !LABEL_BEFORE.test(before)) return null;
  }
  const run = RUN_BEFORE.exec(before)?.[0] ?? "";
  if (run.length < 2) return null;
  return readTail(run, end - run.length, "beside");
}

function readBehind(folded: string, number: number): Finding | null {
  const behind = RUN_BEHIND.exec(folded.slice(number, number + 10));
  const run = behind?.[1] ?? "";
  const own = surnameLength(run);
  if (behind === null || own === 0 || run.length <= own || run.length > own + 2 || !isName(run, "beside", false)) return null;
  return nameAt(number + behind[0].length - run.length, run, "beside");
}

/** Whether a run that has the length of a name is one, where `ground` announces it. */
function isName(run: string, ground: NameGround, strict: boolean): boolean {
  const own = surnameLength(run);
  if (run.length <= own || NO_NAMES.has(run) || isPlaceholder(run) || ORGANISATION.test(run)) return false;
  if (TITLE_END.test(run.slice(own)) && run.length - own <= 2 && ground !== "form" && !strict) return false;
  if (ground === "beside" && own === 1 && !COMMON.has(run.charAt(0))) return false;
  const words = segmentWords(run);
  const [first, second] = words;
  if (first === undefined) return false;
  if (second === undefined)
    return isPersonTag(first.tag) || (ground !== "beside" && (strict || /^n[szt]?$/.test(first.tag)) && run.length === own + 1);
  if (words.slice(1).some(({ tag }) => GRAMMAR.test(tag)) && ground !== "role" && !strict) return false;
  // 高兴了, 于是我: the first word runs over the surname's end, so no surname stands here.
  if (first.text.length !== own) return strict || ground === "role" ? !GRAMMAR.test(first.tag) : false;
  return ground === "beside" ? first.tag.startsWith("nr") : true;
}

function isUnknownWord(run: string): boolean {
  const words = segmentWords(run);
  return words.every(({ text, tag }) => isPersonTag(tag) || text.length === 1) && !ORGANISATION.test(run) && !TITLE_END.test(run);
}

function isPersonTag(tag: string): boolean {
  return tag === "x" || tag.startsWith("nr");
}

function surnameLength(run: string): number {
  return DOUBLE.has(run.slice(0, 2)) ? 2 : SINGLE.has(run.charAt(0)) ? 1 : 0;
}

function nameAt(from: number, value: string, because: NameGround, length = value.length): Finding {
  return { kind: "name", state: "valid", value, from, to: from + length, because };
}

function withoutOverlaps(names: readonly Finding[], beside: readonly Place[]): Finding[] {
  const kept: Finding[] = [];
  for (const name of [...names].sort((a, b) => a.from - b.from)) {
    if ((kept[kept.length - 1]?.to ?? 0) > name.from) continue;
    if (isFree(beside, name)) kept.push(name);
  }
  return kept;
}
