import { damaged, invalid, type Verdict, valid } from "#scan/detectors/verdict.ts";
import { isExponential, isMasked, passesLuhn } from "#scan/text/compact-number.ts";

/** IMEI (3GPP TS 23.003): 8 digits of type, 6 of series, 1 Luhn check digit; IMEISV has 16 digits and no check digit, MEID 14 hexadecimal digits. */
export function judgeImei(compact: string): Verdict {
  if (isMasked(compact)) return damaged(compact, "masked");
  if (isExponential(compact)) return damaged(compact, "exponent");
  if (/^\d{15}$/.test(compact)) return passesLuhn(compact) ? valid(compact, "luhn") : invalid(compact, "luhn");
  if (/^\d{16}$/.test(compact) || /^(?=.*[A-F])[0-9A-F]{14}$/.test(compact)) return valid(compact);
  return /^\d{1,14}$/.test(compact) ? damaged(compact, "cut") : invalid(compact, "form");
}
