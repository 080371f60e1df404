import { digit, digitsAt } from "./digits";
import { CR, GB_UNITS, LF, MEMORY, MEMORY_PLACES, NAMES, QUOTE, field, gb, separator, textEnd } from "./table-state";

/** Where the text of a cell ends: at a separator or line end, or at a quote when it stands in quotes. */
// @ts-ignore: decorator
@inline
export function endOfText(at: usize, quoted: bool): usize {
  const sign = i8x16.splat(quoted ? <i8>QUOTE : <i8>separator);
  for (let place = at; place < textEnd; place += 16) {
    const bytes = v128.load(place);
    let hits = i8x16.eq(bytes, sign);
    hits = v128.or(hits, v128.or(i8x16.eq(bytes, i8x16.splat(<i8>LF)), i8x16.eq(bytes, i8x16.splat(<i8>CR))));
    const mask = i8x16.bitmask(hits);
    if (mask != 0) return place + ctz<i32>(mask);
  }
  return textEnd;
}

/** Whether a text holds no sign of ASCII and nothing of full width: such a text of no kind is no finding. */
export function holdsNoSigns(from: usize, to: usize): bool {
  if (!gb) {
    for (let at = from; at < to; at += 16) {
      const bytes = v128.load(at);
      let signs = v128.or(
        v128.and(i8x16.gt_u(bytes, i8x16.splat(0x20)), i8x16.lt_u(bytes, i8x16.splat(0x7f))),
        i8x16.eq(bytes, i8x16.splat(<i8>0xef)),
      );
      let mask = i8x16.bitmask(signs);
      if (to - at < 16) mask &= (1 << <i32>(to - at)) - 1;
      if (mask != 0) return false;
    }
    return true;
  }
  for (let at = from; at < to; ) {
    const byte: u32 = load<u8>(at);
    if (byte < 0x80) {
      if (byte > 0x20 && byte < 0x7f) return false;
      at++;
      continue;
    }
    const trail: u32 = load<u8>(at + 1);
    if (at + 1 >= to || byte == 0x80 || byte == 0xff || trail < 0x40 || trail == 0x7f || trail == 0xff) return false;
    const unit: u32 = load<u16>(field(GB_UNITS) + (((byte - 0x81) * 190 + trail - (trail > 0x7f ? 0x41 : 0x40)) << 1));
    if (unit >= 0xff00 || unit == 0) return false;
    at += 2;
  }
  return true;
}

/** A day, or a number of up to six digits with up to two after the point: by themselves no finding. */
export function isPlainFact(from: usize, to: usize): bool {
  const length = <u32>(to - from);
  const digits = digitsAt(from);
  if (digits == length) return length <= 6;
  const sign: u32 = load<u8>(from + digits);
  if (sign == 0x2e) return digits > 0 && digits <= 6 && length - digits <= 3 && length - digits > 1 && digits + 1 + digitsAt(from + digits + 1) == length;
  if (sign != 0x2d || digits != 4 || length != 10 || load<u8>(from + 7) != 0x2d) return false;
  const century = digit(from) * 10 + digit(from + 1);
  return (century == 19 || century == 20) && digitsAt(from + 5) == 2 && digitsAt(from + 8) == 2;
}

// @ts-ignore: decorator
@inline
export function memoryPlace(text: v128, column: u32): u32 {
  const mixed = i64x2.extract_lane(text, 0) * 0x9e3779b97f4a7c15 + (i64x2.extract_lane(text, 1) ^ <u64>column) * 0xc2b2ae3d27d4eb4f;
  return <u32>((mixed ^ (mixed << 23)) >> 52);
}

// @ts-ignore: decorator
@inline
export function keyOf(from: usize, length: u32): v128 {
  const place = i8x16(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
  const text = v128.and(v128.load(from), i8x16.lt_u(place, i8x16.splat(<i8>length)));
  return i8x16.replace_lane(text, 15, <i8>length);
}

/** Whether the cell is one that the readers have looked at before and found nothing in. */
export function isKnown(from: usize, length: u32, column: u32): bool {
  if (length > 15) return false;
  const text = keyOf(from, length);
  const memory = field(MEMORY);
  for (let place = memoryPlace(text, column), tries = 0; tries < 8; tries++) {
    const at = memory + (<usize>place << 5);
    const owner = load<u32>(at, 16);
    if (owner == 0) return false;
    if (owner == column + 1 && !v128.any_true(v128.xor(text, v128.load(at)))) return true;
    place = (place + 1) & (MEMORY_PLACES - 1);
  }
  return false;
}

/** Learns that a cell (up to 15 bytes) of a column holds nothing. */
export function learn(from: usize, length: u32, column: u32): void {
  if (isKnown(from, length, column)) return;
  const text = keyOf(from, length);
  const memory = field(MEMORY);
  for (let place = memoryPlace(text, column), tries = 0; tries < 8; tries++) {
    const at = memory + (<usize>place << 5);
    if (load<u32>(at, 16) == 0) {
      v128.store(at, text);
      store<u32>(at, column + 1, 16);
      return;
    }
    place = (place + 1) & (MEMORY_PLACES - 1);
  }
}

/** A first cell that may begin a line of totals, or begins with white space: the readers look at it. */
export function mayBeTotal(from: usize): bool {
  const byte: u32 = load<u8>(from);
  if (byte <= 0x20 || byte == 0xc2 || byte == 0xef || (byte >= 0xe1 && byte <= 0xe3)) return true;
  if (byte < 0x80) return (byte | 0x20) == 0x74 || (byte | 0x20) == 0x73;
  const second: u32 = load<u8>(from + 1);
  if (gb) {
    const pair = (byte << 8) | second; // 合 总 小 共, white space
    return pair == 0xbacf || pair == 0xd7dc || pair == 0xd0a1 || pair == 0xb9b2 || byte <= 0xa3;
  }
  const third: u32 = load<u8>(from + 2);
  const three = (byte << 16) | (second << 8) | third;
  return three == 0xe59088 || three == 0xe680bb || three == 0xe5b08f || three == 0xe585b1;
}

/** Whether the same name was given before; remembers it. */
// @ts-ignore: decorator
@inline
export function wasGiven(name: usize): bool {
  const value = v128.load(name);
  const mixed = (load<u64>(name) ^ 0x51ed270b) * 0x9e3779b97f4a7c15 + load<u64>(name, 8) * 0xc2b2ae3d27d4eb4f;
  const at = field(NAMES) + (<usize>((mixed ^ (mixed << 23)) >> 49) << 4);
  if (!v128.any_true(v128.xor(value, v128.load(at)))) return true;
  v128.store(at, value);
  return false;
}
