// Reads rows of a delimited table as bytes: for rows whose cells are all as they should be it writes the marks of
// src/scan/tally/marks.ts and counts; every other row it hands back by its place. What it answers for is what the readers in
// src/scan/records would have said, exactly; a property test holds the two together. See table-kernel.ts for the layout.

// ---- places; table-kernel.ts writes the same numbers ----
const SEPARATOR: usize = 0; // u32 each, from `state`
const COLUMNS: usize = 4;
const MARKS_FROM: usize = 8;
const MARKS_UNTIL: usize = 12; // a row begins only when the place before this suffices for all its marks
const RANGES_FROM: usize = 16;
const RANGES_UNTIL: usize = 20;
const GB: usize = 24; // 1: GB18030
const TODAY: usize = 28; // yyyymmdd
const POSITION: usize = 32; // out: where the next row begins
const MARKS_END: usize = 36; // out
const RANGES_END: usize = 40; // out
const PARTIES: usize = 44; // in, out
const RECORDS: usize = 48; // out: rows answered for
const REGIONS: usize = 64; // u16: number of the page of a code's first four digits; pages of 100 last years behind them
const SEGMENTS: usize = 68; // u8 by digits 2-5 of a mobile
const ISSUERS: usize = 72; // u8 by the first four digits: bit n: length 13 + n
const DUMMY_FILTER: usize = 76; // u8[256]
const DUMMIES: usize = 80; // 16 bytes each
const DUMMIES_UNTIL: usize = 84;
const HAN_SIGNS: usize = 88; // u8 by code unit - 0x4e00
const GB_UNITS: usize = 92; // u16 by (lead - 0x81) * 190 + trail place
const NAMES: usize = 96; // cache of names given: 16 bytes each
const MEMORY: usize = 100; // cells known to hold nothing: 32 bytes each
const COUNTS: usize = 104; // u32 by column: cells that were valid
const PLANS: usize = 108; // 16 bytes a column
const ROW_NAMES: usize = 112; // names of the row at hand: 16 bytes a column
const ORDERED: usize = 116; // the marks of a run in the order of their parts
const STARTS: usize = 120; // u32 by part: the word its marks begin at
const PARTS: usize = 124; // u8 by mark
const AREAS: usize = 128; // u8 by number: 1 an area code of two digits, 2 of three
const TEXT_BYTES: usize = 132; // the text at hand as it is compared, in UTF-8, its kind before it
const SCHEDULE: usize = 136; // u32: what SHA-256 works on
const PARTITIONS: u32 = 256;
const MEMORY_PLACES: u32 = 4096;
const NAME_PLACES: u32 = 32768;

// plan of a column
const OPERATION: usize = 0; // u8
const SIDE: usize = 1; // u8: 1 the other side
const ORDER: usize = 2; // u8: rank among the identifying columns, the strongest first
const KEYS: usize = 3; // u8: rank among the columns of the asked key, 255 for none
const WORD: usize = 4; // u32: first word of a packed value without its length

const SKIP: u32 = 0;
const EMPTY: u32 = 1;
const TEXT: u32 = 2;
const NAME: u32 = 3;
const RESIDENT_ID: u32 = 4;
const MOBILE: u32 = 5;
const CARD: u32 = 6;
const IMEI: u32 = 7;
const IMSI: u32 = 8;
const QQ: u32 = 9;
const ICCID: u32 = 10;
const EMAIL: u32 = 11;
const PLATE: u32 = 12;
// Values from here on, and names, say who only together with others.
const LANDLINE: u32 = 13;
const ADDRESS: u32 = 14;
const FACT: u32 = 15;
const LONGEST_TEXT: u32 = 480;

const COUNTED: u32 = 1;
const KEYED_C: u32 = 8;
const RANKED_C: u32 = 16;
const JOINED: u32 = 64;
const NO_PARTY: u32 = 0xffffffff;
const MARK: usize = 24;
const DIGITS: u32 = 0x80000000;
const INLINE: u32 = 0x40000000;
const LONGEST_QUOTED: u32 = 1 << 20;

const QUOTE: u32 = 0x22;
const LF: u32 = 10;
const CR: u32 = 13;

const state: usize = memory.data(256, 16);
const CHECKS: usize = memory.data<u8>([0x31, 0x30, 0x58, 0x39, 0x38, 0x37, 0x36, 0x35, 0x34, 0x33, 0x32]);
const DAYS: usize = memory.data<u8>([0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]);

// where the value at hand is written: the next mark's place
let out: usize = 0;
let separator: u32 = 0;
let gb: bool = false;
let textEnd: usize = 0;

/** First byte after what this module keeps for itself: the caller lays its bytes from here on. */
export function freeFrom(): usize {
  return __heap_base;
}

/** Where the state lies that the caller fills and reads. */
export function stateAt(): usize {
  return state;
}

// @ts-ignore: decorator
@inline
function field(place: usize): usize {
  return load<u32>(state + place);
}

/** Eight digits that are known to be digits, as a number. */
// @ts-ignore: decorator
@inline
function eight(at: usize): u32 {
  let chunk = load<u64>(at) - 0x3030303030303030;
  chunk = chunk * 10 + (chunk >> 8);
  const low = (chunk & 0x000000ff000000ff) * 0x000f424000000064;
  const high = ((chunk >> 16) & 0x000000ff000000ff) * 0x0000271000000001;
  return <u32>((low + high) >> 32);
}

// @ts-ignore: decorator
@inline
function digit(at: usize): u32 {
  return <u32>load<u8>(at) - 0x30;
}

/** Length of the run of digits at a place. */
// @ts-ignore: decorator
@inline
function digitsAt(at: usize): u32 {
  const signs = i8x16.gt_u(i8x16.sub(v128.load(at), i8x16.splat(0x30)), i8x16.splat(9));
  let length = <u32>ctz<i32>(i8x16.bitmask(signs) | 0x10000);
  if (length == 16) while (length < 32 && digit(at + length) <= 9) length++;
  return length;
}

/** Writes words 1-3 of `length` digits (1 to 27) that end at `end`, and word 0 with their length. */
// @ts-ignore: decorator
@inline
function packDigits(from: usize, length: u32, word: u32): void {
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
function passesLuhn(from: usize, length: u32): bool {
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
function isDummy(): bool {
  const hash = (load<u32>(out, 12) * 0x9e3779b1) >>> 24;
  if (load<u8>(field(DUMMY_FILTER) + hash) == 0) return false;
  const value = v128.load(out);
  const until = field(DUMMIES_UNTIL);
  for (let at = field(DUMMIES); at < until; at += 16) if (!v128.any_true(v128.xor(value, v128.load(at)))) return true;
  return false;
}

/** Each reader answers the length of the cell's text, its value written at `out`; 0 for anything it does not answer for. */
function readResidentId(at: usize, word: u32): u32 {
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

function readMobile(at: usize, word: u32): u32 {
  if (digitsAt(at) != 11 || load<u8>(at) != 0x31) return 0;
  const segment = digit(at + 1) * 1000 + digit(at + 2) * 100 + digit(at + 3) * 10 + digit(at + 4);
  if (load<u8>(field(SEGMENTS) + segment) == 0) return 0;
  store<u32>(out, word | DIGITS | (11 << 1));
  store<u32>(out, 0, 4);
  store<u32>(out, 10 + digit(at + 1), 8);
  store<u32>(out, digit(at + 2) * 100000000 + eight(at + 3), 12);
  return 11;
}

function readNumber(at: usize, operation: u32, word: u32): u32 {
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

/** Han characters in UTF-8 or GB18030, two to six: a name by its form, and none of the words that make it something else. */
function readName(at: usize, word: u32): u32 {
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
function isSubscriber(first: u32, length: u32): bool {
  return first >= 2 && (length == 7 || length == 8);
}

/** A subscriber's number, or one with its area code and perhaps a hyphen between. */
function readLandline(at: usize, word: u32): u32 {
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
function isAlnum(byte: u32): bool {
  return byte - 0x30 <= 9 || (byte | 0x20) - 0x61 <= 25;
}

/** An address of mail in the form in use: dots between words, @, labels, the last one letters. */
function readEmail(at: usize, word: u32): u32 {
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
function readPlate(at: usize, word: u32): u32 {
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
function isEnergy(letter: u32): bool {
  return letter >= 0x41 && letter <= 0x4b && letter != 0x49;
}

/** The code unit of a character of two bytes (GB18030) or three (UTF-8) at a place; 0 for anything else. */
// @ts-ignore: decorator
@inline
function unitAt(at: usize): u32 {
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
function putUnit(at: usize, unit: u32): usize {
  store<u8>(at, <u8>(0xe0 | (unit >> 12)));
  store<u8>(at, <u8>(0x80 | ((unit >> 6) & 63)), 1);
  store<u8>(at, <u8>(0x80 | (unit & 63)), 2);
  return at + 3;
}

/**
 * An address or a fact of a category: Han characters (one at least) with letters, digits and plain signs between them, as the detectors
 * compare it: capitals, an address without blanks.
 */
function readText(at: usize, operation: u32, word: u32): u32 {
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
function packText(end: usize, units: u32, word: u32): void {
  const text = field(TEXT_BYTES);
  if (units <= 6) {
    store<u32>(out, word | INLINE | units);
    store<u32>(out, 0, 4);
    store<u64>(out, 0, 8);
    for (let at: u32 = 0; at < units; at++) store<u16>(out + 4 + (at << 1), <u16>load<u8>(text + 1 + at));
    return;
  }
  store<u8>(text, <u8>(word >> 20));
  sha256(text, <u32>(end - text));
  store<u32>(out, (bswap(hash0) & 0x3c0fffff) | word);
  store<u32>(out, bswap(hash1), 4);
  store<u32>(out, bswap(hash2), 8);
  store<u32>(out, bswap(hash3), 12);
}

let hash0: u32 = 0;
let hash1: u32 = 0;
let hash2: u32 = 0;
let hash3: u32 = 0;

// prettier-ignore
const ROUNDS: usize = memory.data<u32>([
  0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5, 0xd807aa98, 0x12835b01, 0x243185be,
  0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174, 0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa,
  0x5cb0a9dc, 0x76f988da, 0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967, 0x27b70a85,
  0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85, 0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3,
  0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070, 0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f,
  0x682e6ff3, 0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
]);

/** The first half of the SHA-256 (FIPS 180-4) of bytes behind which 128 bytes are free. */
function sha256(bytes: usize, length: u32): void {
  const schedule = field(SCHEDULE);
  const blocks = (length + 72) >> 6;
  memory.fill(bytes + length, 0, (blocks << 6) - length);
  store<u8>(bytes + length, 0x80);
  store<u32>(bytes + (blocks << 6) - 4, bswap(length << 3));
  let a0: u32 = 0x6a09e667, b0: u32 = 0xbb67ae85, c0: u32 = 0x3c6ef372, d0: u32 = 0xa54ff53a;
  let e0: u32 = 0x510e527f, f0: u32 = 0x9b05688c, g0: u32 = 0x1f83d9ab, h0: u32 = 0x5be0cd19;
  for (let block: u32 = 0; block < blocks; block++) {
    const from = bytes + (block << 6);
    for (let at: usize = 0; at < 64; at += 4) store<u32>(schedule + at, bswap(load<u32>(from + at)));
    for (let at = schedule + 64; at < schedule + 256; at += 4) {
      const w15 = load<u32>(at - 60);
      const w2 = load<u32>(at - 8);
      const s0 = rotr(w15, 7) ^ rotr(w15, 18) ^ (w15 >>> 3);
      const s1 = rotr(w2, 17) ^ rotr(w2, 19) ^ (w2 >>> 10);
      store<u32>(at, load<u32>(at - 64) + s0 + load<u32>(at - 28) + s1);
    }
    let a = a0, b = b0, c = c0, d = d0, e = e0, f = f0, g = g0, h = h0;
    for (let at: usize = 0; at < 256; at += 4) {
      const t1 = h + (rotr(e, 6) ^ rotr(e, 11) ^ rotr(e, 25)) + ((e & f) ^ (~e & g)) + load<u32>(ROUNDS + at) + load<u32>(schedule + at);
      const t2 = (rotr(a, 2) ^ rotr(a, 13) ^ rotr(a, 22)) + ((a & b) ^ (a & c) ^ (b & c));
      h = g;
      g = f;
      f = e;
      e = d + t1;
      d = c;
      c = b;
      b = a;
      a = t1 + t2;
    }
    a0 += a;
    b0 += b;
    c0 += c;
    d0 += d;
    e0 += e;
    f0 += f;
    g0 += g;
    h0 += h;
  }
  hash0 = a0;
  hash1 = b0;
  hash2 = c0;
  hash3 = d0;
}

/** Where the text of a cell ends: at a separator or line end, or at a quote when it stands in quotes. */
// @ts-ignore: decorator
@inline
function endOfText(at: usize, quoted: bool): usize {
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
function holdsNoSigns(from: usize, to: usize): bool {
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
function isPlainFact(from: usize, to: usize): bool {
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
function memoryPlace(text: v128, column: u32): u32 {
  const mixed = i64x2.extract_lane(text, 0) * 0x9e3779b97f4a7c15 + (i64x2.extract_lane(text, 1) ^ <u64>column) * 0xc2b2ae3d27d4eb4f;
  return <u32>((mixed ^ (mixed << 23)) >> 52);
}

// @ts-ignore: decorator
@inline
function keyOf(from: usize, length: u32): v128 {
  const place = i8x16(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
  const text = v128.and(v128.load(from), i8x16.lt_u(place, i8x16.splat(<i8>length)));
  return i8x16.replace_lane(text, 15, <i8>length);
}

/** Whether the cell is one that the readers have looked at before and found nothing in. */
function isKnown(from: usize, length: u32, column: u32): bool {
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
function mayBeTotal(from: usize): bool {
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
function wasGiven(name: usize): bool {
  const value = v128.load(name);
  const mixed = (load<u64>(name) ^ 0x51ed270b) * 0x9e3779b97f4a7c15 + load<u64>(name, 8) * 0xc2b2ae3d27d4eb4f;
  const at = field(NAMES) + (<usize>((mixed ^ (mixed << 23)) >> 49) << 4);
  if (!v128.any_true(v128.xor(value, v128.load(at)))) return true;
  v128.store(at, value);
  return false;
}

/**
 * Where the row that begins at `at` ends (behind its line end), by the rules of split-rows.ts; 0 when the text ends before it is known.
 * `last`: nothing follows the text.
 */
function endOfRow(at: usize, last: bool): usize {
  let place = at;
  let begins = true; // a cell begins here
  while (place < textEnd) {
    const byte: u32 = load<u8>(place);
    if (byte == QUOTE && begins) {
      const end = endOfQuoted(place + 1);
      if (end == 0) {
        if (!last && unitsBetween(place, textEnd) < LONGEST_QUOTED) return 0;
      } else if (end != 1) {
        place = end + 1;
        while (place < textEnd && load<u8>(place) == 0x20) place++;
        if (place >= textEnd) return last ? textEnd : 0;
        begins = <u32>load<u8>(place) == separator;
        if (begins) place++;
        continue;
      }
      begins = false;
      place++;
      continue;
    }
    begins = false;
    if (byte == separator) begins = true;
    else if (byte == LF) return place + 1;
    else if (byte == CR) {
      if (place + 1 >= textEnd) return last ? textEnd : 0;
      return load<u8>(place + 1) == LF ? place + 2 : place + 1;
    }
    place++;
  }
  return last ? textEnd : 0;
}

/** Where a quoted cell closes; 0 when the text ends first, 1 when the quote is no quoting at all. */
function endOfQuoted(from: usize): usize {
  for (let at = from; at < textEnd; at++) {
    if (load<u8>(at) != QUOTE) continue;
    if (at + 1 < textEnd && load<u8>(at + 1) == QUOTE) {
      at++;
      continue;
    }
    let after = at + 1;
    while (after < textEnd && load<u8>(after) == 0x20) after++;
    if (unitsBetween(from - 1, at) >= LONGEST_QUOTED) return 1;
    if (after >= textEnd) return at;
    const next: u32 = load<u8>(after);
    return next == separator || next == LF || next == CR ? at : 1;
  }
  return 0;
}

/** UTF-16 units of bytes, so that a quote that never closes is given up at the same place by both ways of reading. */
function unitsBetween(from: usize, to: usize): u32 {
  if (to - from < LONGEST_QUOTED) return 0;
  let units: u32 = 0;
  for (let at = from; at < to; at++) {
    const byte: u32 = load<u8>(at);
    if (gb) {
      units++;
      if (byte >= 0x81) at++;
    } else if ((byte & 0xc0) != 0x80) units += byte >= 0xf0 ? 2 : 1;
  }
  return units;
}

/**
 * Reads rows from `at`. Ends at `end`, when the places for marks or for rows handed back are full, or at a row whose end does not stand
 * in the text. `last`: nothing follows the text. Answers where the next row begins.
 */
export function readRows(at: usize, end: usize, last: bool): usize {
  separator = load<u32>(state, SEPARATOR);
  gb = load<u32>(state, GB) != 0;
  textEnd = end;
  const columns = load<u32>(state, COLUMNS);
  const plans = field(PLANS);
  const marksUntil = field(MARKS_UNTIL);
  const rangesFrom = field(RANGES_FROM);
  const rangesUntil = field(RANGES_UNTIL);
  const counts = field(COUNTS);
  const rowNames = field(ROW_NAMES);
  let parties = load<u32>(state, PARTIES);
  let records: u32 = 0;
  let ranges = rangesFrom;
  let lastMask: u64 = 0;
  let repeats: u32 = 0;
  out = field(MARKS_FROM);
  let row = at;
  while (row < end && out < marksUntil && ranges < rangesUntil) {
    const firstMark = out;
    let place = row;
    let column: u32 = 0;
    let mask: u64 = 0;
    let strongest: usize = 0;
    let otherStrongest: usize = 0;
    let order: u32 = 256;
    let otherOrder: u32 = 256;
    let key: usize = 0;
    let keyOrder: u32 = 255;
    let usual = false;
    let plan = plans;
    let names = rowNames;
    let beside: u32 = 0; // bit n: side n has a value that identifies together with a name
    if (load<u8>(row) == LF) {
      row++; // an empty line is no row of the table
      continue;
    }
    for (;;) {
      // One cell: `place` stands on its first byte.
      let next: u32 = load<u8>(place);
      if (next != separator && next != LF && next != CR) {
        const quoted = next == QUOTE;
        if (quoted) place++;
        const operation: u32 = load<u8>(plan, OPERATION);
        const word = load<u32>(plan, WORD);
        let length: u32 = 0;
        let isValue = operation > TEXT;
        if (operation == RESIDENT_ID) length = readResidentId(place, word);
        else if (operation == MOBILE) length = readMobile(place, word);
        else if (operation == NAME) length = readName(place, word);
        else if (operation >= ADDRESS) length = readText(place, operation, word);
        else if (operation == LANDLINE) length = readLandline(place, word);
        else if (operation == EMAIL) length = readEmail(place, word);
        else if (operation == PLATE) length = readPlate(place, word);
        else if (operation > NAME) length = readNumber(place, operation, word);
        if (length == 0) {
          const until = endOfText(place, quoted);
          length = <u32>(until - place);
          const nothing =
            length == 0 ||
            operation == SKIP ||
            (operation == TEXT && holdsNoSigns(place, until)) ||
            isKnown(place, length, column) ||
            (operation == TEXT && isPlainFact(place, until));
          if (!nothing) break;
          isValue = false;
        }
        if (mask == 0 && !isValue && length > 0 && mayBeTotal(place)) break;
        if (mask == 0 && (operation == NAME || operation >= ADDRESS) && mayBeTotal(place)) break;
        place += length;
        if (quoted) {
          if (load<u8>(place) != QUOTE) break;
          place++;
        }
        next = load<u8>(place);
        if (next != separator && next != LF && next != CR) break;
        if (isValue) {
          mask |= <u64>1 << column;
          if (operation == NAME || operation >= LANDLINE) {
            if (operation != NAME) beside |= 1 << <u32>load<u8>(plan, SIDE);
            v128.store(names, v128.load(out));
            names += 16;
          } else {
            if (isDummy()) break;
            const other: u32 = load<u8>(plan, SIDE);
            const ownOrder: u32 = load<u8>(plan, ORDER);
            if (other == 0) {
              if (ownOrder < order) {
                order = ownOrder;
                strongest = out;
              }
            } else if (ownOrder < otherOrder) {
              otherOrder = ownOrder;
              otherStrongest = out;
            }
            const ownKey: u32 = load<u8>(plan, KEYS);
            if (ownKey < keyOrder) {
              keyOrder = ownKey;
              key = out;
            }
            store<u32>(out, other, 16);
            store<u32>(out, COUNTED | JOINED, 20);
            out += MARK;
          }
        }
      }
      if (place >= end) break; // the row does not end in the text: its end is looked for
      place++;
      if (next != separator) {
        if (next == CR) {
          if (place >= end && !last) break;
          if (place < end && load<u8>(place) == LF) place++;
        }
        // Where one side has no identifier but what makes one with a name, the readers say what it is.
        usual = strongest != 0 ? otherStrongest != 0 || (beside & 2) == 0 : otherStrongest != 0 && (beside & 1) == 0;
        break;
      }
      column++;
      plan += 16;
      if (column == columns) break;
    }
    if (!usual) {
      out = firstMark;
      const until = endOfRow(row, last);
      if (until == 0) break;
      if (ranges > rangesFrom && load<u32>(ranges - 4) == <u32>row) store<u32>(ranges - 4, <u32>until);
      else {
        store<u32>(ranges, <u32>row);
        store<u32>(ranges, <u32>until, 4);
        ranges += 8;
      }
      row = until;
      continue;
    }
    // The row is answered for: its strongest identifiers, its key, its parties.
    const own = strongest != 0 ? strongest : otherStrongest;
    if (key == 0) key = own;
    const otherParty = strongest != 0 ? parties + 1 : parties;
    for (let mark = firstMark; mark < out; mark += MARK) store<u32>(mark, load<u32>(mark, 16) == 0 ? parties : otherParty, 16);
    parties += strongest != 0 && otherStrongest != 0 ? 2 : 1;
    if (strongest != 0) store<u32>(strongest, COUNTED | JOINED | RANKED_C, 20);
    if (otherStrongest != 0) store<u32>(otherStrongest, COUNTED | JOINED | RANKED_C, 20);
    store<u32>(key, load<u32>(key, 20) | KEYED_C, 20);
    // A name or an address by itself says only that it occurs: once is enough.
    for (let name = rowNames; name < names; name += 16) {
      if (wasGiven(name)) continue;
      v128.store(out, v128.load(name));
      store<u32>(out, NO_PARTY, 16);
      store<u32>(out, COUNTED, 20);
      out += MARK;
    }
    records++;
    if (mask == lastMask) repeats++;
    else {
      countCells(counts, lastMask, repeats);
      lastMask = mask;
      repeats = 1;
    }
    row = place;
  }
  countCells(counts, lastMask, repeats);
  store<u32>(state, <u32>row, POSITION);
  store<u32>(state, <u32>out, MARKS_END);
  store<u32>(state, <u32>ranges, RANGES_END);
  store<u32>(state, parties, PARTIES);
  store<u32>(state, records, RECORDS);
  return row;
}

function countCells(counts: usize, mask: u64, times: u32): void {
  for (let left = mask; left != 0; left &= left - 1) {
    const at = counts + (<usize>ctz<u64>(left) << 2);
    store<u32>(at, load<u32>(at) + times);
  }
}

/**
 * How many bytes of the text belong to whole rows, from a place where a row begins: what threads may be given. Without quotes that is
 * all up to the last line end.
 */
export function wholeRows(at: usize, end: usize, separatorSign: u32, isGb: bool): usize {
  separator = separatorSign;
  gb = isGb;
  textEnd = end;
  let row = at;
  while (row < end) {
    const until = endOfRow(row, false);
    if (until == 0) break;
    row = until;
  }
  return row;
}

/** The hash of a packed value: `mix` of interner.ts. */
// @ts-ignore: decorator
@inline
function mix(at: usize): u32 {
  let h = (load<u32>(at) ^ 0x9e3779b9) * 0x85ebca6b;
  h = ((h ^ (h >>> 15)) + load<u32>(at, 4)) * 0xc2b2ae35;
  h = ((h ^ (h >>> 13)) + load<u32>(at, 8)) * 0x27d4eb2f;
  h = ((h ^ (h >>> 15)) + load<u32>(at, 12)) * 0x165667b1;
  h = (h ^ (h >>> 16)) * 0x85ebca6b;
  return h ^ (h >>> 13);
}

/** Orders the marks of the last run by the highest eight bits of their hash, as partition-marks.ts does. */
export function orderMarks(): void {
  const from = field(MARKS_FROM);
  const until = field(MARKS_END);
  const ordered = field(ORDERED);
  const starts = field(STARTS);
  const parts = field(PARTS);
  memory.fill(starts, 0, (PARTITIONS + 1) * 4);
  let place = parts;
  for (let mark = from; mark < until; mark += MARK) {
    const part = mix(mark) >>> 24;
    store<u8>(place++, <u8>part);
    const at = starts + (<usize>part << 2);
    store<u32>(at, load<u32>(at, 4) + 6, 4);
  }
  // Each part's start moves behind its marks while they are laid out, to where the next one's is.
  for (let at = starts, sum: u32 = 0; at <= starts + PARTITIONS * 4; at += 4) {
    sum += load<u32>(at);
    store<u32>(at, sum);
  }
  place = parts;
  for (let mark = from; mark < until; mark += MARK) {
    const at = starts + (<usize>load<u8>(place++) << 2);
    const start = load<u32>(at);
    store<u32>(at, start + 6);
    const to = ordered + (<usize>start << 2);
    v128.store(to, v128.load(mark));
    store<u64>(to, load<u64>(mark, 16), 16);
  }
  for (let at = starts + PARTITIONS * 4; at > starts; at -= 4) store<u32>(at, load<u32>(at - 4));
  store<u32>(starts, 0);
}
