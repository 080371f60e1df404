import { isAlnum, isDigit } from "./signs";
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
