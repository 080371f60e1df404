import { DOUBLE_SURNAMES, SURNAMES } from "#scan/detectors/name/surnames.data.ts";
import { damaged, invalid, type Verdict, valid } from "#scan/detectors/verdict.ts";
import { isMasked } from "#scan/text/compact-number.ts";

/** 姓名, by column only: two to four Han characters, longer with the dots of minority and foreign names, or Latin words. 张*, 张某 and 张先生 are partly hidden. */
const SINGLE = new Set(SURNAMES);
const DOUBLE = new Set(DOUBLE_SURNAMES.split(" "));
const HAN = /^[\p{Script=Han}]{2,6}$/u;
const DOTTED = /^[\p{Script=Han}]{1,15}(?:[·•・.．][\p{Script=Han}]{1,15}){1,5}$/u;
const LATIN = /^[\p{Script=Latin}][\p{Script=Latin}'.-]*(?:[ ,]+[\p{Script=Latin}][\p{Script=Latin}'.-]*){0,5}$/u;
const ORGANISATION =
  /(?:公司|集团|银行|医院|学校|大学|中学|小学|酒店|宾馆|委员会|事务所|工作室|经营部|商行|超市|门市|合作社|政府|法院|检察院|公安局|派出所)/;

/** Judges a folded value said to be a natural person's name. Its value has no inner spaces between Han characters and one dot form. */
export function judgeName(folded: string): Verdict {
  const text = folded
    .trim()
    .replace(/^(?:姓名|名字|客户|联系人)\s?[:：]\s?/, "")
    // 张三（户主）: what stands in brackets behind a name is no part of it.
    .replace(/(?<=\p{Script=Han}{2})\s*[(（][^()（）]{1,12}[)）]$/u, "")
    .replace(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu, "")
    .replace(/[•・．.](?=\p{Script=Han})/gu, "·");
  if (/\d/.test(text) && !isMasked(text)) return invalid(text, "form");
  if (isMasked(text) || /^.{1,2}(?:先生|女士|小姐|师傅|老师|总|经理|某某?)$/.test(text)) return damaged(text, "masked");
  if (ORGANISATION.test(text)) return invalid(text, "organisation");
  if (HAN.test(text) || DOTTED.test(text)) return valid(text);
  if (LATIN.test(text) && text.length >= 2) return valid(text.toUpperCase().replace(/\s+/g, " "));
  return /^\p{Script=Han}$/u.test(text) ? damaged(text, "cut") : invalid(text, "form");
}

/** Whether a value reads as a Han name by its surname and length: what a column of names without a header is known by. */
export function looksLikeName(folded: string): boolean {
  const text = folded.trim().replace(/\s+/g, "");
  if (/^\p{Script=Han}\*{1,2}$|^\p{Script=Han}\*\p{Script=Han}$/u.test(text)) return SINGLE.has(text.charAt(0));
  if (DOTTED.test(text)) return true;
  if (!/^\p{Script=Han}{2,4}$/u.test(text) || ORGANISATION.test(text)) return false;
  return DOUBLE.has(text.slice(0, 2)) ? text.length >= 3 : SINGLE.has(text.charAt(0)) && text.length <= 4;
}
