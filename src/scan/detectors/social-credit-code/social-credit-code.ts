/**
 * 统一社会信用代码 GB 32100-2015: 18 characters without I, O, S, V, Z, the last a check by MOD 31 (weights 3^i). An organisation's number
 * and no personal information, recognised so that it is not taken for one. A code of digits
 * alone (before its check) might be a person's and is not told by form.
 */
const ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

/** Whether a compact value is such a code with a right check character. */
export function isSocialCreditCode(compact: string): boolean {
  if (!/^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/.test(compact)) return false;
  let sum = 0;
  let weight = 1;
  for (let at = 0; at < 17; at++) {
    sum += ALPHABET.indexOf(compact.charAt(at)) * weight;
    weight = (weight * 3) % 31;
  }
  return ALPHABET.charAt((31 - (sum % 31)) % 31) === compact.charAt(17) && /[A-Z]/.test(compact.slice(0, 17));
}
