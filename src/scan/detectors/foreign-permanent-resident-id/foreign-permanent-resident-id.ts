import { checkCharacterOf, isBirthDate, LATEST_DATE } from "#scan/detectors/resident-id/resident-id.ts";
import { damaged, invalid, type Verdict, valid } from "#scan/detectors/verdict.ts";
import { isExponential, isMasked } from "#scan/text/compact-number.ts";

/**
 * 外国人永久居留身份证: since 2023-12-01 18 characters, 9 + two digits of province + three of country (ISO 3166 numeric) + birth date + three
 * of sequence + check by MOD 11-2 as for citizens; the card of 2017 has three letters of country and 12 digits.
 */
const PROVINCE = /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5])$/;

/** Judges a compact value said to be such a number. `today` as for resident ids. */
export function judgeForeignPermanentResidentId(compact: string, today: string = LATEST_DATE): Verdict {
  if (isMasked(compact)) return damaged(compact, "masked");
  if (isExponential(compact)) return damaged(compact, "exponent");
  if (/^[A-Z]{3}\d{12}$/.test(compact)) return valid(compact);
  if (/^9\d{16}[\dX]$/.test(compact)) {
    if (!PROVINCE.test(compact.slice(1, 3))) return invalid(compact, "region");
    if (!isBirthDate(compact.slice(6, 14), today)) return invalid(compact, "date");
    if (checkCharacterOf(compact.slice(0, 17)) === compact.charAt(17)) return valid(compact, "check-digit");
    return compact.endsWith("000") ? damaged(compact, "rounded") : invalid(compact, "check-digit");
  }
  return /^(?:9\d{0,16}|[A-Z]{3}\d{1,11})$/.test(compact) ? damaged(compact, "cut") : invalid(compact, "form");
}
