import { ISSUERS } from "#scan/detectors/bank-card/issuers.data.ts";
import { damaged, invalid, type Verdict, valid } from "#scan/detectors/verdict.ts";
import { isExponential, isMasked, passesLuhn } from "#scan/text/compact-number.ts";

/**
 * 银行卡号: ISO/IEC 7812, issuer prefix, 13 to 19 digits, Luhn check digit. Old account numbers of a card's length may fail Luhn, so a
 * failure is no proof of untruth: the record is excluded and a person can put it back.
 */
const SHORTEST = 13;
const LONGEST = 19;
const PATTERNS = ISSUERS.map(({ prefix, lengths }) => ({ prefix: new RegExp(`^(?:${prefix})`), lengths }));

/** Judges a compact number said to be a bank card's. */
export function judgeBankCard(compact: string): Verdict {
  if (isMasked(compact)) return damaged(compact, "masked");
  if (isExponential(compact)) return damaged(compact, "exponent");
  if (!/^\d+$/.test(compact)) return invalid(compact, "form");
  if (compact.length > LONGEST) return invalid(compact, "length");
  const fits = hasIssuer(compact);
  if (fits) return passesLuhn(compact) ? valid(compact, "luhn") : invalid(compact, "luhn");
  if (compact.length < SHORTEST || (compact.startsWith("62") && compact.length < 16)) return damaged(compact, "cut");
  return invalid(compact, passesLuhn(compact) ? "issuer" : "luhn");
}

/** Whether a string of digits begins with an issuer's prefix and has one of that issuer's lengths. */
export function hasIssuer(digits: string): boolean {
  return PATTERNS.some(({ prefix, lengths }) => lengths.includes(digits.length) && prefix.test(digits));
}

/** Whether digits are a UnionPay card of 16 to 19 digits with a right check digit: a card also without a label or groups. */
export function isUnionPayCard(digits: string): boolean {
  return digits.startsWith("62") && /^62\d{14,17}$/.test(digits) && passesLuhn(digits);
}
