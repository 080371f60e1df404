import { isAlnum, isDigit, isLetter } from "./signs";
import { isMaskAfter, isMaskBefore } from "./masks";

/**
 * Length of a date 2024-03-01, 2024-3-1 or 2024-03-01T10 (before a colon) that begins with the run of four digits at `at`, else 0. Its digits
 * are never part of a number: the detectors cut a group of numbers at a date.
 */
export function isDate(at: usize, utf8: bool): usize {
  const century = <u32>load<u8>(at) * 10 + <u32>load<u8>(at, 1) - 528;
  if (load<u8>(at, 4) != 0x2d || (century != 19 && century != 20)) return 0;
  const month = at + 5;
  const monthLength = lengthAt(month);
  if (monthLength == 0 || load<u8>(month + monthLength) != 0x2d) return 0;
  const day = month + monthLength + 1;
  const dayLength = lengthAt(day);
  if (dayLength == 0 || !isIn(month, monthLength, 12) || !isIn(day, dayLength, 31)) return 0;
  const before = load<u8>(at - 1);
  if (isAlnum(before) || before == 0x2e || isMaskBefore(at, utf8)) return 0;
  const end = day + dayLength;
  const after = load<u8>(end);
  if ((after == 0x54 || after == 0x74) && isDigit(load<u8>(end, 1)) && isDigit(load<u8>(end, 2)) && load<u8>(end, 3) == 0x3a) return end + 3 - at;
  return isAlnum(after) || after == 0x2e || isMaskAfter(end, utf8) ? 0 : end - at;
}

/** One or two digits; 0 where there are none or more. */
function lengthAt(at: usize): usize {
  if (!isDigit(load<u8>(at))) return 0;
  if (!isDigit(load<u8>(at, 1))) return 1;
  return isDigit(load<u8>(at, 2)) ? 0 : 2;
}

function isIn(at: usize, length: usize, most: u32): bool {
  const first = <u32>load<u8>(at) - 48;
  const value = length == 1 ? first : first * 10 + <u32>load<u8>(at, 1) - 48;
  return value >= 1 && value <= most;
}

/**
 * Length of the date and time 2024-03-01 10:00 or 10:00:05 with which a line begins at `at`, before a space and a letter or Chinese character,
 * else 0: its digits stand in no number, and no number goes on behind it.
 */
// @ts-ignore: decorator
@inline
export function headLength(at: usize): usize {
  // Digits lie 0 to 9 above the pattern, signs must be its own.
  const above = v128.xor(v128.load(at), i8x16(48, 48, 48, 48, 45, 48, 48, 45, 48, 48, 32, 48, 48, 58, 48, 48));
  const most = i8x16(9, 9, 9, 9, 0, 9, 9, 0, 9, 9, 0, 9, 9, 0, 9, 9);
  if (!i8x16.all_true(i8x16.le_u(above, most))) return 0;
  const century = <u32>load<u8>(at) * 10 + <u32>load<u8>(at, 1) - 528;
  const month = <u32>load<u8>(at, 5) * 10 + <u32>load<u8>(at, 6) - 528;
  const day = <u32>load<u8>(at, 8) * 10 + <u32>load<u8>(at, 9) - 528;
  if ((century != 19 && century != 20) || month - 1 > 11 || day - 1 > 30) return 0;
  let end = at + 16;
  if (load<u8>(end) == 0x3a && isDigit(load<u8>(end, 1)) && isDigit(load<u8>(end, 2))) end += 3;
  const next = load<u8>(end, 1);
  return load<u8>(end) == 0x20 && ((next >= 0xe4 && next <= 0xe9) || isLetter(next)) ? end - at : 0;
}
