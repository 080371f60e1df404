/**
 * Cheap test before decoding: whether the line in `bytes[from, to)` (UTF-8 or GB18030) might hold something `findInText` finds.
 * Says yes too often, never no to a line with a finding: every kind found in free text has an @, a run of four letters, digits, _, -
 * or *, four digits outside dates and times, pwd, colons of a network address, the word 密码 or 口令, or the 址 of an address that stands beside a name.
 */
export function mightHoldFinding(bytes: Uint8Array, from: number, to: number): boolean {
  let digits = 0;
  let run = 0;
  let colons = 0;
  let keep = -1;
  for (let at = from; at < to; at++) {
    const byte = bytes[at] ?? 0;
    if (byte < 0x80) {
      const sort = ASCII[byte] ?? 0;
      if (sort === 0) {
        run = 0;
        continue;
      }
      if (sort === DIGIT && run === 0) {
        const skipped = timeOrDateLength(bytes, at, to);
        if (skipped > 0) {
          at += skipped - 1;
          continue;
        }
      }
      if (sort === AT) return true;
      if (sort === COLON) {
        run = 0;
        if (++colons >= 5 || bytes[at + 1] === 0x3a) return true;
        continue;
      }
      if (sort === DIGIT) digits++;
      if (++run >= 4 || digits >= 4 || (run === 3 && isPwd(bytes, at))) return true;
      continue;
    }
    const next = bytes[at + 1] ?? 0;
    // Full-width digits and letters: EF BC 90–BA and EF BD 81–9A in UTF-8, A3 B0–FA in GB18030; their @ is EF BC A0 or A3 C0.
    if (byte === 0xef && (next === 0xbc || next === 0xbd)) {
      const last = bytes[at + 2] ?? 0;
      if (next === 0xbc && last === 0xa0) return true;
      if (next === 0xbc && last >= 0x90 && last <= 0x99) digits++;
      const counts =
        next === 0xbd
          ? last >= 0x81 && last <= 0x9a
          : last === 0xbf || last === 0x8a || last === 0x8d || (last >= 0x90 && last <= 0x99) || (last >= 0xa1 && last <= 0xba);
      // In GB18030 these two are a whole character, so the third is read again; in UTF-8 it must not end the run.
      at++;
      keep = at + 1;
      run = counts ? run + 1 : 0;
      if (run >= 3 || digits >= 4) return true;
      continue;
    }
    if (byte === 0xa3 && next >= 0xb0) {
      if (next === 0xc0) return true;
      if (next <= 0xb9) digits++;
      if (++run >= 3 || digits >= 4) return true;
      // Not skipped: in UTF-8 the A3 is the end of a character and what follows the beginning of the next.
      continue;
    }
    if (isSecretWord(byte, next, bytes[at + 2] ?? 0, bytes[at + 3] ?? 0)) return true;
    if (at !== keep && !(byte >= 0xb0 && bytes[at - 1] === 0xa3)) run = 0;
  }
  return false;
}

const [OTHER_SIGN, LETTER, DIGIT, AT, COLON] = [0, 1, 2, 3, 4] as const;
const ASCII = Uint8Array.from({ length: 128 }, (_, code) => {
  const sign = String.fromCharCode(code);
  if (/[0-9]/.test(sign)) return DIGIT;
  if (/[A-Za-z_*-]/.test(sign)) return LETTER;
  return sign === "@" ? AT : sign === ":" ? COLON : OTHER_SIGN;
});

/** 密 or 口 of 密码 and 口令, 址 of 地址 and 住址, in UTF-8 (E5 AF 86, E5 8F A3 E4, E5 9D 80) and GB18030 (C3 DC C2 EB, BF DA C1 EE, D6 B7). */
function isSecretWord(first: number, second: number, third: number, fourth: number): boolean {
  if (first === 0xe5)
    return (
      (second === 0xaf && third === 0x86) || (second === 0x8f && third === 0xa3 && fourth === 0xe4) || (second === 0x9d && third === 0x80)
    );
  return (
    (first === 0xc3 && second === 0xdc && third === 0xc2) ||
    (first === 0xbf && second === 0xda && third === 0xc1) ||
    (first === 0xd6 && second === 0xb7)
  );
}

function isPwd(bytes: Uint8Array, at: number): boolean {
  return ((bytes[at - 2] ?? 0) | 0x20) === 0x70 && ((bytes[at - 1] ?? 0) | 0x20) === 0x77 && ((bytes[at] ?? 0) | 0x20) === 0x64;
}

/** Length of a date 2024-03-01 or a time 12:30(:45) that stands by itself at `at`, else 0: their digits are never part of a finding. */
function timeOrDateLength(bytes: Uint8Array, at: number, to: number): number {
  const digitsAt = (place: number, most: number): number => {
    let count = 0;
    while (count < most && place + count < to && ASCII[bytes[place + count] ?? 0] === DIGIT) count++;
    return count;
  };
  const first = digitsAt(at, 5);
  if (first === 4) {
    const century = bytes[at] === 0x31 ? 0x39 : 0x30;
    const separator = bytes[at + 4];
    if ((bytes[at] !== 0x31 && bytes[at] !== 0x32) || bytes[at + 1] !== century || separator !== 0x2d) return 0;
    const month = digitsAt(at + 5, 3);
    const day = digitsAt(at + 6 + month, 3);
    if (month !== 2 || day !== 2 || bytes[at + 7] !== separator || bytes[at - 1] === 0x2e) return 0;
    const number = (place: number): number => ((bytes[place] ?? 0) - 48) * 10 + (bytes[place + 1] ?? 0) - 48;
    if (number(at + 5) < 1 || number(at + 5) > 12 || number(at + 8) < 1 || number(at + 8) > 31) return 0;
    return isOpen(bytes, at + 10, to) ? 0 : 10;
  }
  if (
    (first !== 1 && first !== 2) ||
    bytes[at + first] !== 0x3a ||
    bytes[at - 1] === 0x3a ||
    bytes[at - 1] === 0x2e ||
    digitsAt(at + first + 1, 3) !== 2
  )
    return 0;
  let end = at + first + 3;
  if (bytes[end] === 0x3a && digitsAt(end + 1, 3) === 2) end += 3;
  return bytes[end] === 0x3a || isOpen(bytes, end, to) ? 0 : end - at;
}

/** Whether the token goes on at `at`: a letter, digit or hyphen, or a byte that may be one of full width. */
function isOpen(bytes: Uint8Array, at: number, to: number): boolean {
  if (at >= to) return false;
  const byte = bytes[at] ?? 0;
  return byte === 0xef || byte === 0xa3 || byte === 0x2e || (byte < 0x80 && (ASCII[byte] ?? 0) !== OTHER_SIGN);
}
