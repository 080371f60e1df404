import { damaged, invalid, type Verdict, valid } from "#scan/detectors/verdict.ts";
import { isMasked } from "#scan/text/compact-number.ts";

/**
 * 机动车号牌 GA 36-2018: province character, letter, five letters or digits without I and O (at most two letters, or a suffix 学 挂 警 港
 * 澳 试 超 领), or six for new-energy vehicles (a letter A–H, J, K first or last, otherwise digits, perhaps one more letter second).
 */
export const PROVINCES = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼";
const ORDINARY = new RegExp(`^[${PROVINCES}][A-HJ-Z][A-HJ-NP-Z0-9]{4}[A-HJ-NP-Z0-9学挂警港澳试超领]$`);
const NEW_ENERGY = new RegExp(`^[${PROVINCES}][A-HJ-Z](?:[A-HJK][A-HJ-NP-Z0-9]\\d{4}|\\d{5}[A-HJK])$`);

/** Plates of embassies (使 and six digits) and of the armed police (WJ): by column only, no place of issue begins them. */
const SPECIAL = new RegExp(`^(?:使\\d{6}|WJ[${PROVINCES}]?\\d{4}[A-HJ-NP-Z0-9])$`);

/** Judges a folded value said to be a plate. Its value has no separators: 京A12345. */
export function judgePlate(folded: string): Verdict {
  const text = folded.replace(/[\s·.・-]+/g, "").toUpperCase();
  if (isPlate(text) || SPECIAL.test(text)) return valid(text);
  if (isMasked(text)) return damaged(text, "masked");
  if (new RegExp(`^[${PROVINCES}]?[A-Z]?[A-HJ-NP-Z0-9]{1,4}$`).test(text)) return damaged(text, "cut");
  return invalid(text, "form");
}

/** Whether a text without separators, upper case, is a plate. */
export function isPlate(text: string): boolean {
  if (NEW_ENERGY.test(text)) return true;
  return ORDINARY.test(text) && (text.slice(2).match(/[A-Z]/g) ?? []).length <= 2;
}
