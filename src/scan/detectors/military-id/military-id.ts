import { damaged, invalid, type Verdict, valid } from "#scan/detectors/verdict.ts";
import { isMasked } from "#scan/text/compact-number.ts";

/**
 * 军官证, 士兵证, 警官证 of the armed police, 文职干部证: a word of the arm or region (军, 士, 武, 文, 南, 北, 空, 海, …), 字第, six to eight
 * digits, 号. No check digit; the form is from practice, not from a published standard.
 */
const FORM = /^([军兵士文武警南北沈兰成济广海空参政后装]{1,2})字?第?(?:NO\.?)?(\d{6,8})号?$/;

/** Judges a compact value said to be a military identity paper's number. Its value is the word and the digits. */
export function judgeMilitaryId(compact: string): Verdict {
  const match = FORM.exec(compact);
  if (match !== null) return valid(`${match[1]}字第${match[2]}号`);
  if (isMasked(compact)) return damaged(compact, "masked");
  if (/^\d{7,8}$/.test(compact)) return valid(compact, "digits");
  return /\d/.test(compact) && compact.length < 9 ? damaged(compact, "cut") : invalid(compact, "form");
}
