import { digit, digitsAt, eight } from "./digits";
import { hash0, hash1, hash2, hash3, sha256 } from "./sha256";
import {
  AREAS,
  FACT,
  GB_UNITS,
  HAN_SIGNS,
  INLINE,
  LONGEST_TEXT,
  QUOTE,
  SCHEDULE,
  TEXT_BYTES,
  field,
  gb,
  out,
  separator,
} from "./table-state";
import { packDigits } from "./table-numbers";

/** Han characters in UTF-8 or GB18030, two to six: a name by its form, and none of the words that make it something else. */
export function readName(at: usize, word: u32): u32 {
  const signs = field(HAN_SIGNS);
  let place = at;
  let count: u32 = 0;
  let before: u32 = 0;
  store<u32>(out, 0, 4);
  store<u64>(out, 0, 8);
  for (;;) {
    const byte: u32 = load<u8>(place);
    if (byte < 0x80) break;
    let unit: u32;
    if (gb) {
      const trail: u32 = load<u8>(place + 1);
      if (byte == 0x80 || byte == 0xff || trail < 0x40 || trail == 0x7f || trail == 0xff) return 0;
      unit = load<u16>(field(GB_UNITS) + (((byte - 0x81) * 190 + trail - (trail > 0x7f ? 0x41 : 0x40)) << 1));
      place += 2;
    } else {
      if (byte < 0xe4 || byte > 0xe9) return 0;
      const second: u32 = load<u8>(place + 1);
      const third: u32 = load<u8>(place + 2);
      if ((second & 0xc0) != 0x80 || (third & 0xc0) != 0x80) return 0;
      unit = ((byte & 15) << 12) | ((second & 63) << 6) | (third & 63);
      place += 3;
    }
    if (unit < 0x4e00 || unit > 0x9fff || count == 6) return 0;
    const sign: u32 = load<u8>(signs + unit - 0x4e00);
    if (sign & 1 || (before & 2 && sign & 4) || (count == 0 && sign & 8)) return 0;
    before = sign;
    store<u16>(out + 4 + (count << 1), <u16>unit);
    count++;
  }
  if (count < 2) return 0;
  store<u32>(out, word | INLINE | count);
  return <u32>(place - at);
}

/** Whether seven or eight digits are a subscriber's number. */
// @ts-ignore: decorator
@inline
export function isSubscriber(first: u32, length: u32): bool {
  return first >= 2 && (length == 7 || length == 8);
}

/** A subscriber's number, or one with its area code and perhaps a hyphen between. */
export function readLandline(at: usize, word: u32): u32 {
  let length = digitsAt(at);
  if (length == 7 || length == 8) {
    if (digit(at) < 2) return 0;
    packDigits(at, length, word);
    return length;
  }
  if (load<u8>(at) != 0x30) return 0;
  let written = length;
  let from = at;
  if (length < 5) {
    if ((length != 3 && length != 4) || load<u8>(at + length) != 0x2d) return 0;
    const behind = digitsAt(at + length + 1);
    if (behind != 7 && behind != 8) return 0;
    written = length + 1 + behind;
    from = field(TEXT_BYTES) + 16;
    memory.copy(from, at, length);
    memory.copy(from + length, at + length + 1, behind);
    length += behind;
  }
  if (length < 10 || length > 12) return 0;
  const two = digit(from + 1) * 10 + digit(from + 2);
  const areas = field(AREAS);
  const fits =
    (load<u8>(areas + two) & 1 && isSubscriber(digit(from + 3), length - 3)) ||
    (load<u8>(areas + two * 10 + digit(from + 3)) & 2 && isSubscriber(digit(from + 4), length - 4));
  if (!fits) return 0;
  packDigits(from, length, word);
  return written;
}

// @ts-ignore: decorator
@inline
export function isAlnum(byte: u32): bool {
  return byte - 0x30 <= 9 || (byte | 0x20) - 0x61 <= 25;
}

/** An address of mail in the form in use: dots between words, @, labels, the last one letters. */
export function readEmail(at: usize, word: u32): u32 {
  const text = field(TEXT_BYTES);
  let place = at;
  let before: u32 = 0x2e;
  let byte: u32 = 0;
  for (; place - at <= 64; place++) {
    byte = load<u8>(place);
    if (byte == 0x2e) {
      if (before == 0x2e) return 0;
    } else if (!isAlnum(byte) && byte != 0x5f && byte != 0x25 && byte != 0x2b && byte != 0x2d) break;
    before = byte;
  }
  if (byte != 0x40 || before == 0x2e) return 0;
  const sign = place++;
  let label = place;
  let labels: u32 = 0;
  let letters = true;
  for (; place - sign < 250; place++) {
    byte = load<u8>(place);
    if (byte == 0x2e || !(isAlnum(byte) || byte == 0x2d)) {
      const length = place - label;
      if (length == 0 || length > 63 || load<u8>(label) == 0x2d || load<u8>(place - 1) == 0x2d) return 0;
      if (byte != 0x2e) {
        if (labels == 0 || !letters || length < 2 || length > 24) return 0;
        break;
      }
      labels++;
      label = place + 1;
      letters = true;
    } else if (byte - 0x30 <= 9 || byte == 0x2d) letters = false;
  }
  const length = <u32>(place - at);
  if (place - sign >= 250) return 0;
  let end = text + 1;
  for (let from = at; from < place; from++) {
    const own: u32 = load<u8>(from);
    store<u8>(end++, <u8>(own - 0x41 <= 25 ? own | 0x20 : own));
  }
  packText(end, length, word);
  return length;
}

/** 京A12345, or with six signs behind the letter for the new energies. */
export function readPlate(at: usize, word: u32): u32 {
  const unit = unitAt(at);
  if (unit < 0x4e00 || unit > 0x9fff || (load<u8>(field(HAN_SIGNS) + unit - 0x4e00) & 16) == 0) return 0;
  const text = field(TEXT_BYTES);
  let end = putUnit(text + 1, unit);
  const from = at + (gb ? 2 : 3);
  let place = from;
  let letters: u32 = 0; // bit n: sign n behind the province is a letter
  for (; place - from < 8; place++) {
    let byte: u32 = load<u8>(place);
    if ((byte | 0x20) - 0x61 <= 25) {
      byte &= 0xdf;
      if (byte == 0x49 || (byte == 0x4f && place != from)) return 0;
      letters |= 1 << <u32>(place - from);
    } else if (byte - 0x30 > 9) break;
    store<u8>(end++, <u8>byte);
  }
  const signs = <u32>(place - from);
  if ((letters & 1) == 0) return 0;
  if (signs == 6) {
    if (popcnt(letters) > 3) return 0;
  } else if (signs == 7) {
    const first: u32 = load<u8>(text + 5);
    const last: u32 = load<u8>(text + 10);
    const begins = (letters & 0x7a) == 2 && isEnergy(first);
    const ends = (letters & 0x7e) == 0x40 && isEnergy(last);
    if (!begins && !ends) return 0;
  } else return 0;
  packText(end, signs + 1, word);
  return <u32>(place - at);
}

// @ts-ignore: decorator
@inline
export function isEnergy(letter: u32): bool {
  return letter >= 0x41 && letter <= 0x4b && letter != 0x49;
}

/** The code unit of a character of two bytes (GB18030) or three (UTF-8) at a place; 0 for anything else. */
// @ts-ignore: decorator
@inline
export function unitAt(at: usize): u32 {
  const byte: u32 = load<u8>(at);
  const second: u32 = load<u8>(at + 1);
  if (gb) {
    if (byte <= 0x80 || byte == 0xff || second < 0x40 || second == 0x7f || second == 0xff) return 0;
    return load<u16>(field(GB_UNITS) + (((byte - 0x81) * 190 + second - (second > 0x7f ? 0x41 : 0x40)) << 1));
  }
  const third: u32 = load<u8>(at + 2);
  if (byte < 0xe3 || byte > 0xef || (second & 0xc0) != 0x80 || (third & 0xc0) != 0x80) return 0;
  return ((byte & 15) << 12) | ((second & 63) << 6) | (third & 63);
}

// @ts-ignore: decorator
@inline
export function putUnit(at: usize, unit: u32): usize {
  store<u8>(at, <u8>(0xe0 | (unit >> 12)));
  store<u8>(at, <u8>(0x80 | ((unit >> 6) & 63)), 1);
  store<u8>(at, <u8>(0x80 | (unit & 63)), 2);
  return at + 3;
}

/**
 * An address or a fact of a category: Han characters (one at least) with letters, digits and plain signs between them, as the detectors
 * compare it: capitals, an address without blanks.
 */
export function readText(at: usize, operation: u32, word: u32): u32 {
  const text = field(TEXT_BYTES);
  const signs = field(HAN_SIGNS);
  let end = text + 1;
  let place = at;
  let units: u32 = 0;
  let han: u32 = 0;
  for (;;) {
    let byte: u32 = load<u8>(place);
    if (byte < 0x80) {
      if (byte == separator || byte < 0x20 || byte == QUOTE) break;
      // ' * = ? ` # are looked at by the detectors, and a blank in a fact.
      if (byte == 0x27 || byte == 0x2a || byte == 0x3d || byte == 0x3f || byte == 0x60 || byte == 0x23 || byte == 0x7f) return 0;
      if (byte == 0x20) {
        if (operation == FACT) return 0;
        place++;
        continue;
      }
      if (byte - 0x61 <= 25) byte -= 0x20;
      store<u8>(end++, <u8>byte);
      place++;
    } else {
      const unit = unitAt(place);
      if (unit >= 0x4e00 && unit <= 0x9fff) {
        // 无, 暂无, 保密, 同上 and their like say that there is nothing.
        if (units == 0 && load<u8>(signs + unit - 0x4e00) & 40) return 0;
        han++;
      } else if (unit != 0xff08 && unit != 0xff09 && unit != 0xff0c && unit != 0x3001) return 0;
      end = putUnit(end, unit);
      place += gb ? 2 : 3;
    }
    units++;
    if (end - text > LONGEST_TEXT) return 0;
  }
  if (han == 0) return 0;
  if (units <= 6) {
    store<u32>(out, word | INLINE | units);
    store<u32>(out, 0, 4);
    store<u64>(out, 0, 8);
    let to = out + 4;
    for (let from = text + 1; from < end; to += 2) {
      const byte: u32 = load<u8>(from);
      if (byte < 0x80) {
        store<u16>(to, <u16>byte);
        from++;
      } else {
        store<u16>(to, <u16>(((byte & 15) << 12) | ((<u32>load<u8>(from, 1) & 63) << 6) | (<u32>load<u8>(from, 2) & 63)));
        from += 3;
      }
    }
  } else packText(end, units, word);
  return <u32>(place - at);
}

/** Packs the text that ends at `end` (its kind goes before it): up to six units as they are (ASCII only), else its SHA-256. */
export function packText(end: usize, units: u32, word: u32): void {
  const text = field(TEXT_BYTES);
  if (units <= 6) {
    store<u32>(out, word | INLINE | units);
    store<u32>(out, 0, 4);
    store<u64>(out, 0, 8);
    for (let at: u32 = 0; at < units; at++) store<u16>(out + 4 + (at << 1), <u16>load<u8>(text + 1 + at));
    return;
  }
  store<u8>(text, <u8>(word >> 20));
  sha256(text, <u32>(end - text), field(SCHEDULE));
  store<u32>(out, (bswap(hash0) & 0x3c0fffff) | word);
  store<u32>(out, bswap(hash1), 4);
  store<u32>(out, bswap(hash2), 8);
  store<u32>(out, bswap(hash3), 12);
}
