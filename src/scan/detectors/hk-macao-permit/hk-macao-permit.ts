import { damaged, invalid, type Verdict, valid } from "#scan/detectors/verdict.ts";
import { isMasked } from "#scan/text/compact-number.ts";

/**
 * 港澳居民来往内地通行证 (回乡证): H or M + 8 digits for life, on the card of 1999 + 2 digits of issue; the first nine are the person.
 * 往来港澳通行证: C + 8 digits (2014), C + letter without I, O + 7 digits (2018), old W + 8 digits. No check digit.
 */
const HOME_RETURN = /^[HM]\d{8}(?:\d{2})?$/;
const TRAVEL = /^(?:C\d{8}|C[A-HJ-NP-Z]\d{7}|W\d{8})$/;

/** Judges a compact value said to be such a permit; the issue count is left out of the value. */
export function judgeHkMacaoPermit(compact: string): Verdict {
  if (isHkMacaoPermit(compact)) return valid(compact.slice(0, 9));
  if (isMasked(compact)) return damaged(compact, "masked");
  return /^[HMCW]\d{1,7}$/.test(compact) ? damaged(compact, "cut") : invalid(compact, "form");
}

export function isHkMacaoPermit(compact: string): boolean {
  return HOME_RETURN.test(compact) || TRAVEL.test(compact);
}
