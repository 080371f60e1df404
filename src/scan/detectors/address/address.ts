import { damaged, invalid, type Verdict, valid } from "#scan/detectors/verdict.ts";

/** 地址, by column only: any text with a place in it. Its value has no white space, so that two ways of spacing one address are one. */
const PLACE = /[省市区县旗镇乡村街道路巷弄号栋幢楼室座组院园苑城里庄屯社盟州]/;

/** Judges a folded value said to be an address. */
export function judgeAddress(folded: string): Verdict {
  const text = folded.replace(/\s+/g, "");
  if (/\*{2,}/.test(text)) return damaged(text, "masked");
  if (!/[\p{Script=Han}A-Za-z]/u.test(text)) return invalid(text, "form");
  return valid(text.toUpperCase());
}

/** Whether a value reads as an address by itself: an administrative unit and something below it. */
export function looksLikeAddress(folded: string): boolean {
  const text = folded.replace(/\s+/g, "");
  if (text.length < 6 || text.length > 120 || !/\p{Script=Han}/u.test(text)) return false;
  return /[省市区县旗州盟].*[镇乡村街道路巷弄号栋幢楼室座组园苑]|[镇乡街道路巷弄村].*\d+.*[号栋幢楼室弄]/.test(text) && PLACE.test(text);
}
