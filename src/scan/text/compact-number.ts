/** A folded number without the spaces, hyphens, dots and tabs written inside it, upper case, without a float's `.0`. */
export function compactNumber(folded: string): string {
  if (isBare(folded)) return folded;
  const bare = folded.replace(/[\s\-_'"]+/g, "").toUpperCase();
  return /^\d+\.0+$/.test(bare) ? bare.slice(0, bare.indexOf(".")) : bare;
}

/** Digits, perhaps with a closing X: nothing to take away, and most numbers of a table are so. */
function isBare(folded: string): boolean {
  const last = folded.length - 1;
  for (let at = 0; at <= last; at++) {
    const code = folded.charCodeAt(at);
    if ((code < 48 || code > 57) && (code !== 88 || at !== last)) return false;
  }
  return true;
}

/** Whether a compact number is partly hidden: 138****1234, 6222XXXX1234, 110101????. */
export function isMasked(compact: string): boolean {
  return !isBare(compact) && /[*#?•…]|X{2,}|某/.test(compact);
}

/** Whether a compact number is what a spreadsheet made of a long number: 1.10105E+17. */
export function isExponential(compact: string): boolean {
  return /^\d(?:\.\d+)?E\+?\d{1,2}$/.test(compact);
}

/** Luhn check (ISO/IEC 7812-1 annex B) of a string of digits. */
export function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let at = digits.length - 1, double = false; at >= 0; at--, double = !double) {
    const digit = digits.charCodeAt(at) - 48;
    sum += double ? (digit > 4 ? digit * 2 - 9 : digit * 2) : digit;
  }
  return sum % 10 === 0;
}
