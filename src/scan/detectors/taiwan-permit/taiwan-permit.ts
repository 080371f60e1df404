import { damaged, invalid, type Verdict, valid } from "#scan/detectors/verdict.ts";
import { isMasked } from "#scan/text/compact-number.ts";

/**
 * 台湾居民来往大陆通行证 (台胞证): 8 digits (card of 2015), before that 10 digits with a letter in brackets.
 * 往来台湾通行证: L + 8 digits, old T + 8 digits. No check digit, so the digits alone are a permit only where column or label says so.
 */
/** Judges a compact value said to be such a permit. */
export function judgeTaiwanPermit(compact: string): Verdict {
  const bare = compact.replace(/[()]/g, "");
  if (isLetteredTaiwanPermit(bare) || /^(?:\d{8}|\d{10}[A-Z]?)$/.test(bare)) return valid(bare);
  if (isMasked(bare)) return damaged(bare, "masked");
  return /^[LT]?\d{1,7}$/.test(bare) ? damaged(bare, "cut") : invalid(bare, "form");
}

/** Whether a value has the form of a 往来台湾通行证, the one form that other numbers do not share. */
export function isLetteredTaiwanPermit(compact: string): boolean {
  return /^[LT]\d{8}$/.test(compact);
}
