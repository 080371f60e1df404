import { damaged, invalid, type Verdict, valid } from "#scan/detectors/verdict.ts";
import { isExponential, isMasked, passesLuhn } from "#scan/text/compact-number.ts";

/** ICCID (ITU-T E.118): 8986 for China, 19 or 20 characters; the digits of the usual cards end in a Luhn check digit, some of China Mobile hold letters. */
export function judgeIccid(compact: string): Verdict {
  if (isMasked(compact)) return damaged(compact, "masked");
  if (isExponential(compact)) return damaged(compact, "exponent");
  if (/^8986\d{15,16}$/.test(compact)) return passesLuhn(compact) || compact.length === 20 ? valid(compact) : invalid(compact, "luhn");
  if (/^8986[0-9A-F]{15,16}$/.test(compact)) return valid(compact, "letters");
  return /^8986?[0-9A-F]{0,14}$/.test(compact) ? damaged(compact, "cut") : invalid(compact, "form");
}
