import { damaged, invalid, type Verdict, valid } from "#scan/detectors/verdict.ts";
import { isMasked } from "#scan/text/compact-number.ts";

/** QQ number: 5 to 11 digits, the first not 0. No check digit, so only a column or a label makes digits one. */
export function judgeQq(compact: string): Verdict {
  if (/^[1-9]\d{4,10}$/.test(compact)) return valid(compact);
  if (isMasked(compact)) return damaged(compact, "masked");
  return /^[1-9]\d{0,3}$/.test(compact) ? damaged(compact, "cut") : invalid(compact, "form");
}
