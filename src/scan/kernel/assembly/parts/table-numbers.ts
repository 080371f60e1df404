import { digit, digitsAt, eight } from "./digits";
import {
  CARD,
  CHECKS,
  DAYS,
  DIGITS,
  DUMMIES,
  DUMMIES_UNTIL,
  DUMMY_FILTER,
  IMEI,
  IMSI,
  ISSUERS,
  QQ,
  REGIONS,
  SEGMENTS,
  TODAY,
  field,
  out,
  state,
} from "./table-state";

/** Writes words 1-3 of `length` digits (1 to 27) that end at `end`, and word 0 with their length. */
// @ts-ignore: decorator
@inline
export function packDigits(from: usize, length: u32, word: u32): void {
  const end = from + length;
  store<u32>(out, word | DIGITS | (length << 1));
  let low: u32 = 0;
  if (length >= 9) low = eight(end - 8) + digit(end - 9) * 100000000;
  else for (let at = from; at < end; at++) low = low * 10 + digit(at);
  let middle: u32 = 0;
  let high: u32 = 0;
  if (length >= 18) {
    middle = eight(end - 17) + digit(end - 18) * 100000000;
    for (let at = from; at < end - 18; at++) high = high * 10 + digit(at);
  } else if (length > 9) for (let at = from; at < end - 9; at++) middle = middle * 10 + digit(at);
  store<u32>(out, high, 4);
  store<u32>(out, middle, 8);
  store<u32>(out, low, 12);
}

/** Luhn check of 13 to 20 digits; bytes before `from` may be read. */
// @ts-ignore: decorator
@inline
export function passesLuhn(from: usize, length: u32): bool {
  const end = from + length;
  let digits = i8x16.sub(v128.load(end - 16), i8x16.splat(0x30));
  if (length < 16) {
    const place = i8x16(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
    digits = v128.and(digits, i8x16.ge_u(place, i8x16.splat(<i8>(16 - length))));
  }
  const doubled = i8x16.add(digits, digits);
  const even = i8x16(-1, 0, -1, 0, -1, 0, -1, 0, -1, 0, -1, 0, -1, 0, -1, 0);
  const reduced = i8x16.sub(doubled, v128.and(i8x16.gt_u(doubled, i8x16.splat(9)), i8x16.splat(9)));
  const chosen = v128.bitselect(reduced, digits, even);
  const sums = i32x4.extadd_pairwise_i16x8_u(i16x8.extadd_pairwise_i8x16_u(chosen));
  let sum =
    i32x4.extract_lane(sums, 0) + i32x4.extract_lane(sums, 1) + i32x4.extract_lane(sums, 2) + i32x4.extract_lane(sums, 3);
  for (let back: u32 = 17; back <= length; back++) {
    const own = digit(end - back);
    sum += back & 1 ? own : own > 4 ? own * 2 - 9 : own * 2;
  }
  return sum % 10 == 0;
}

/** Whether the value just written is one that belongs to nobody. */
// @ts-ignore: decorator
@inline
export function isDummy(): bool {
  const hash = (load<u32>(out, 12) * 0x9e3779b1) >>> 24;
  if (load<u8>(field(DUMMY_FILTER) + hash) == 0) return false;
  const value = v128.load(out);
  const until = field(DUMMIES_UNTIL);
  for (let at = field(DUMMIES); at < until; at += 16) if (!v128.any_true(v128.xor(value, v128.load(at)))) return true;
  return false;
}

/** Each reader answers the length of the cell's text, its value written at `out`; 0 for anything it does not answer for. */
export function readResidentId(at: usize, word: u32): u32 {
  const digits = i8x16.sub(v128.load(at), i8x16.splat(0x30));
  if (v128.any_true(i8x16.gt_u(digits, i8x16.splat(9)))) return 0;
  const seventeenth = digit(at + 16);
  if (seventeenth > 9) return 0;
  const weights = i8x16(7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4);
  const sums = i32x4.extadd_pairwise_i16x8_u(
    i16x8.add(i16x8.extmul_low_i8x16_u(digits, weights), i16x8.extmul_high_i8x16_u(digits, weights)),
  );
  const sum: u32 =
    i32x4.extract_lane(sums, 0) +
    i32x4.extract_lane(sums, 1) +
    i32x4.extract_lane(sums, 2) +
    i32x4.extract_lane(sums, 3) +
    seventeenth * 2;
  let check: u32 = load<u8>(at + 17);
  if (check == 0x78) check = 0x58;
  if (check != <u32>load<u8>(CHECKS + (sum % 11))) return 0;
  const region = eight(at) / 100;
  const regions = field(REGIONS);
  const page: u32 = load<u16>(regions + ((region / 100) << 1));
  const lastYear: u32 = load<u16>(regions + 20000 + ((page * 100 + (region % 100)) << 1));
  const date = eight(at + 6);
  const year = date / 10000;
  const month = (date / 100) % 100;
  const day = date % 100;
  if (year < 1880 || year > lastYear || month - 1 > 11 || day == 0 || date > load<u32>(state, TODAY)) return 0;
  if (day > <u32>load<u8>(DAYS + month) && !(month == 2 && day == 29 && year % 4 == 0 && (year % 100 != 0 || year % 400 == 0))) return 0;
  const first = eight(at);
  store<u32>(out, 0, 4);
  if (check == 0x58) {
    store<u32>(out, word | DIGITS | (17 << 1) | 1);
    store<u32>(out, first, 8);
    store<u32>(out, eight(at + 8) * 10 + seventeenth, 12);
  } else {
    store<u32>(out, word | DIGITS | (18 << 1));
    store<u32>(out, first * 10 + digit(at + 8), 8);
    store<u32>(out, eight(at + 9) * 10 + check - 0x30, 12);
  }
  return 18;
}

export function readMobile(at: usize, word: u32): u32 {
  if (digitsAt(at) != 11 || load<u8>(at) != 0x31) return 0;
  const segment = digit(at + 1) * 1000 + digit(at + 2) * 100 + digit(at + 3) * 10 + digit(at + 4);
  if (load<u8>(field(SEGMENTS) + segment) == 0) return 0;
  store<u32>(out, word | DIGITS | (11 << 1));
  store<u32>(out, 0, 4);
  store<u32>(out, 10 + digit(at + 1), 8);
  store<u32>(out, digit(at + 2) * 100000000 + eight(at + 3), 12);
  return 11;
}

export function readNumber(at: usize, operation: u32, word: u32): u32 {
  const length = digitsAt(at);
  if (operation == CARD) {
    if (length < 13 || length > 19) return 0;
    const prefix = digit(at) * 1000 + digit(at + 1) * 100 + digit(at + 2) * 10 + digit(at + 3);
    if (!((load<u8>(field(ISSUERS) + prefix) >> (length - 13)) & 1) || !passesLuhn(at, length)) return 0;
  } else if (operation == IMEI) {
    if (length != 16 && !(length == 15 && passesLuhn(at, length))) return 0;
  } else if (operation == IMSI) {
    if (length != 15 || digit(at) != 4 || digit(at + 1) != 6 || digit(at + 2) > 1) return 0;
    const network = digit(at + 3) * 10 + digit(at + 4);
    if (network > 15 && network != 20) return 0;
  } else if (operation == QQ) {
    if (length < 5 || length > 11 || digit(at) == 0) return 0;
  } else {
    if (load<u32>(at) != 0x36383938) return 0; // 8986
    if (length != 20 && !(length == 19 && passesLuhn(at, length))) return 0;
  }
  packDigits(at, length, word);
  // A number of noughts says that there is none.
  return load<u32>(out, 4) | load<u32>(out, 8) | load<u32>(out, 12) ? length : 0;
}
