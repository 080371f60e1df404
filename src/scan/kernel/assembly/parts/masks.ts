import { between } from "./classes";

/** Whether the sign before a place is one that stands for hidden digits, or folds to x: * x × ● █ ■ ※ ★ ☆ Х Ⅹ. In doubt yes. */
export function isMaskBefore(at: usize, utf8: bool): bool {
  const last = load<u8>(at - 1);
  if (last == 0x2a || (last | 0x20) == 0x78) return true;
  if (last < 0x80) return false;
  const second = load<u8>(at - 2), third = load<u8>(at - 3);
  if (!utf8) return second == 0xa1 || second == 0xa2 || second == 0xa7 || second == 0xa8 || second < 0x81;
  if (second < 0x80) return true;
  if (second >= 0xc0) return second != 0xc2;
  return third == 0xe2 ? isMaskOfE2(second, last) : !(between(third, 0xe3, 0xe9) || third == 0xef);
}

/** The same of the sign that begins at a place. */
export function isMaskAfter(at: usize, utf8: bool): bool {
  const first = load<u8>(at);
  if (first == 0x2a || (first | 0x20) == 0x78) return true;
  if (first < 0x80) return false;
  if (!utf8) return first == 0xa2 || first == 0xa7 || first == 0xa8 || (first == 0xa1 && load<u8>(at, 1) >= 0xc1);
  if (first == 0xe2) return isMaskOfE2(load<u8>(at, 1), load<u8>(at, 2));
  return first != 0xc2 && first < 0xe0;
}

/** Of E2 xx yy: spaces, dashes, quotes and dots (E2 80) are none, but ※ is. */
function isMaskOfE2(second: u8, third: u8): bool {
  return second != 0x80 || third == 0xbb;
}
