import { damaged, invalid, type Verdict, valid } from "#scan/detectors/verdict.ts";
import { isExponential, isMasked } from "#scan/text/compact-number.ts";

/**
 * 社会保障号码 is the resident identity number (and found as that); the number of the card (社会保障卡) is nine letters and digits, and
 * local personal numbers (个人编号) have 8 to 12 digits.
 */
export function judgeSocialSecurity(compact: string): Verdict {
  if (isMasked(compact)) return damaged(compact, "masked");
  if (isExponential(compact)) return damaged(compact, "exponent");
  if (/^[A-Z0-9]{9}$/.test(compact) || /^\d{8,12}$/.test(compact)) return valid(compact);
  return /^[A-Z0-9]{1,7}$/.test(compact) ? damaged(compact, "cut") : invalid(compact, "form");
}
