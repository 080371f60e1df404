import { headLength, isDate } from "./parts/date";
import { isSignGb, isSignUtf8, isSuspect } from "./parts/suspect";
import { isMaskAfter, isMaskBefore } from "./parts/masks";
import { bits64, both, capital, oneBack, tables, twoBack, wordPairs } from "./parts/classes";
import { isDigit, isLetter } from "./parts/signs";

/** First byte after what this module keeps for itself: the caller lays its bytes from here on. */
export function freeFrom(): usize {
  return __heap_base;
}

/** So many bytes before and behind its own the caller leaves to the kernel: a look beyond an edge must not meet what is not there. */
const EDGE: usize = 256;

/** Frames the bytes of `[from, to)`, once, before they are sieved: line ends before them, a line end and nothing behind them. */
export function frame(from: usize, to: usize): void {
  memory.fill(from - EDGE, 10, EDGE);
  memory.fill(to, 10, 1);
  memory.fill(to + 1, 0, EDGE - 1);
}

/** Colon, hyphen, dot, @, the lower half of a byte, nothing. */
const SIGNS = memory.data<u8>([0x3a, 0x2d, 0x2e, 0x40, 0x0f, 0]);

let reached: usize = 0;
let rows: u32 = 0;

/** Where the last `sieve` stopped: `to`, or the beginning of a line when the answers were full. */
export function sievedTo(): usize {
  return reached;
}

/** Line ends that the last `sieve` passed. */
export function sievedRows(): u32 {
  return rows;
}

/**
 * Lines of `[from, to)` that might hold a finding, as triples of u32 at `out`: first byte, byte after the last, rows before it. Never leaves
 * out a line in which something is found; what speaks for a line stands in parts/suspect.ts and below. Answers the number of triples.
 */
export function sieve(from: usize, to: usize, out: usize, most: u32, utf8: bool): u32 {
  return utf8 ? run(from, to, out, most, true) : run(from, to, out, most, false);
}

// @ts-ignore: decorator
@inline
function run(from: usize, to: usize, out: usize, most: u32, utf8: bool): u32 {
  let found: u32 = 0;
  let line = from; // where the line at hand begins
  let kept = false; // whether it is a candidate already
  let skip: usize = from; // signs before this place are a date's
  let digits: i32 = 0; // in the group of numbers at hand: what spaces, hyphens and brackets join
  let masked = false;
  let end: usize = from; // where its last run of digits ends
  rows = 0;
  // of the 64 bytes before
  let lastD: u64 = 0, lastHigh: u64 = 0, lastColon: u64 = 0, lastHyphen: u64 = 0, lastDot: u64 = 0;
  let nearColon: u64 = 0, nearDot: u64 = 0;
  let last1 = i8x16.splat(0), last2 = i8x16.splat(0);
  const table = tables(utf8);
  const classRows = v128.load(table), classColumns = v128.load(table, 16);
  const firstRows = v128.load(table, 32), firstColumns = v128.load(table, 48);
  const secondRows = v128.load(table, 64), secondColumns = v128.load(table, 80);
  const thirdRows = v128.load(table, 96), thirdColumns = v128.load(table, 112);
  const colons = v128.load8_splat(SIGNS), hyphens = v128.load8_splat(SIGNS, 1), dots = v128.load8_splat(SIGNS, 2);
  const ats = v128.load8_splat(SIGNS, 3), half = v128.load8_splat(SIGNS, 4), none = v128.load8_splat(SIGNS, 5);
  for (let base = from; base <= to; base += 64) {
    const a = v128.load(base), b = v128.load(base, 16), c = v128.load(base, 32), d = v128.load(base, 48);
    const aHigh = v128.and(i16x8.shr_u(a, 4), half), aLow = v128.and(a, half);
    const bHigh = v128.and(i16x8.shr_u(b, 4), half), bLow = v128.and(b, half);
    const cHigh = v128.and(i16x8.shr_u(c, 4), half), cLow = v128.and(c, half);
    const dHigh = v128.and(i16x8.shr_u(d, 4), half), dLow = v128.and(d, half);
    const high = bits64(a, b, c, d);
    let D: u64, N: u64, L: u64, B: u64;
    {
      const w = both(aHigh, aLow, classRows, classColumns), x = both(bHigh, bLow, classRows, classColumns);
      const y = both(cHigh, cLow, classRows, classColumns), z = both(dHigh, dLow, classRows, classColumns);
      D = bits64(w, x, y, z);
      N = bits64(i16x8.shl(w, 1), i16x8.shl(x, 1), i16x8.shl(y, 1), i16x8.shl(z, 1));
      L =
        bits64(i16x8.shl(w, 2), i16x8.shl(x, 2), i16x8.shl(y, 2), i16x8.shl(z, 2)) |
        bits64(i16x8.shl(w, 3), i16x8.shl(x, 3), i16x8.shl(y, 3), i16x8.shl(z, 3));
      B = ~bits64(
        i8x16.eq(v128.and(w, half), none), i8x16.eq(v128.and(x, half), none),
        i8x16.eq(v128.and(y, half), none), i8x16.eq(v128.and(z, half), none),
      );
    }
    const colon = bits64(i8x16.eq(a, colons), i8x16.eq(b, colons), i8x16.eq(c, colons), i8x16.eq(d, colons));
    const hyphen = bits64(i8x16.eq(a, hyphens), i8x16.eq(b, hyphens), i8x16.eq(c, hyphens), i8x16.eq(d, hyphens));
    const dot = bits64(i8x16.eq(a, dots), i8x16.eq(b, dots), i8x16.eq(c, dots), i8x16.eq(d, dots));
    let V = bits64(i8x16.eq(a, ats), i8x16.eq(b, ats), i8x16.eq(c, ats), i8x16.eq(d, ats));
    let S: u64; // signs of three bytes, at their last
    {
      const a1 = both(aHigh, aLow, firstRows, firstColumns), a2 = both(aHigh, aLow, secondRows, secondColumns);
      const b1 = both(bHigh, bLow, firstRows, firstColumns), b2 = both(bHigh, bLow, secondRows, secondColumns);
      const c1 = both(cHigh, cLow, firstRows, firstColumns), c2 = both(cHigh, cLow, secondRows, secondColumns);
      const d1 = both(dHigh, dLow, firstRows, firstColumns), d2 = both(dHigh, dLow, secondRows, secondColumns);
      const w = v128.and(v128.and(twoBack(last1, a1), oneBack(last2, a2)), both(aHigh, aLow, thirdRows, thirdColumns));
      const x = v128.and(v128.and(twoBack(a1, b1), oneBack(a2, b2)), both(bHigh, bLow, thirdRows, thirdColumns));
      const y = v128.and(v128.and(twoBack(b1, c1), oneBack(b2, c2)), both(cHigh, cLow, thirdRows, thirdColumns));
      const z = v128.and(v128.and(twoBack(c1, d1), oneBack(c2, d2)), both(dHigh, dLow, thirdRows, thirdColumns));
      S = ~bits64(i8x16.eq(w, none), i8x16.eq(x, none), i8x16.eq(y, none), i8x16.eq(z, none));
      last1 = d1;
      last2 = d2;
    }
    if (!utf8) {
      // Two bytes from B0 on that stand together: one of them at least is of a Chinese character.
      const C = bits64(capital(a), capital(b), capital(c), capital(d));
      B |= C & (C << 1);
    }
    if (L != 0) {
      const a1 = v128.load(base, 1), b1 = v128.load(base, 17), c1 = v128.load(base, 33), d1 = v128.load(base, 49);
      V |= bits64(wordPairs(a, a1), wordPairs(b, b1), wordPairs(c, c1), wordPairs(d, d1));
      V |= L & before(high, lastHigh, 1); // the letter of a plate, behind its province
    }
    // Signs of network addresses: `::`, three colons or dots a few places from each other, hyphens and dots where a MAC has them.
    if ((colon | dot) != 0) {
      V |= colon & before(colon, lastColon, 1);
      const close = colon & (before(colon, lastColon, 2) | before(colon, lastColon, 3) | before(colon, lastColon, 4) | before(colon, lastColon, 5));
      V |= close & (before(close, nearColon, 2) | before(close, nearColon, 3) | before(close, nearColon, 4) | before(close, nearColon, 5));
      nearColon = close;
      const after = dot & before(D, lastD, 1);
      const step = after & (before(dot, lastDot, 2) | before(dot, lastDot, 3) | before(dot, lastDot, 4));
      V |= step & (before(step, nearDot, 2) | before(step, nearDot, 3) | before(step, nearDot, 4));
      nearDot = step;
      V |= dot & before(dot, lastDot, 5);
    } else {
      nearColon = nearDot = 0;
    }
    V |= hyphen & before(hyphen, lastHyphen, 3) & before(hyphen, lastHyphen, 6);
    const starts = D & ~before(D, lastD, 1);
    const events = starts | N | V | S;
    let E = events;
    if (kept) E &= N;
    if (skip > base) E &= from64(skip - base);
    while (E != 0) {
      const bit = ctz(E);
      const one = (<u64>1) << bit;
      const at = base + <usize>bit;
      E &= E - 1;
      if ((S & one) != 0 && !kept && (utf8 ? isSignUtf8(at - 2) : isSignGb(at - 2, line))) {
        kept = true;
        E &= N;
      }
      if ((N & one) != 0) {
        if (at >= to) break;
        if (kept) {
          if (found == most) {
            reached = line;
            return found;
          }
          store<u32>(out, <u32>line);
          store<u32>(out, <u32>at, 4);
          store<u32>(out, rows, 8);
          out += 12;
          found++;
        }
        if (load<u8>(at) == 10 || load<u8>(at, 1) != 10 || at + 1 >= to) rows++;
        line = at + 1;
        kept = false;
        digits = 0;
        const head = headLength(line);
        if (head > 0) end = skip = line + head;
        E = events & from64(line + head - base);
        continue;
      }
      if ((V & one) != 0 && isSuspect(at, utf8)) {
        kept = true;
        E &= N;
        continue;
      }
      if ((starts & one) == 0) continue;
      let length: usize = <usize>ctz(~(D >> bit));
      if (length + <usize>bit >= 64) while (isDigit(load<u8>(at + length))) length++;
      if (length == 4) {
        const date = isDate(at, utf8);
        if (date > 0) {
          digits = 0;
          end = skip = at + date;
          E &= from64(skip - base);
          continue;
        }
      }
      const gap = B & (one - 1) & (end > base ? from64(end - base) : ~(<u64>0));
      if (gap != 0 || (digits > 0 && isWordBetween(end, at, utf8))) digits = 0;
      if (digits == 0) masked = false;
      digits += <i32>length;
      end = at + length;
      if (!masked && digits < 5) masked = isMaskBefore(at, utf8) || isMaskAfter(end, utf8);
      if (digits >= 5 || (digits >= 4 && masked)) {
        kept = true;
        E &= N;
      }
    }
    if (digits > 0 && (B & (end > base ? from64(end - base) : ~(<u64>0))) != 0) digits = 0;
    lastD = D;
    lastHigh = high;
    lastColon = colon;
    lastHyphen = hyphen;
    lastDot = dot;
  }
  if (kept) {
    if (found == most) {
      reached = line;
      return found;
    }
    store<u32>(out, <u32>line);
    store<u32>(out, <u32>to, 4);
    store<u32>(out, rows, 8);
    found++;
  }
  reached = to;
  return found;
}

/** The bits of a class moved up by some places, those of the 64 bytes before coming in. */
// @ts-ignore: decorator
@inline
function before(bits: u64, last: u64, places: u64): u64 {
  return (bits << places) | (last >> (64 - places));
}

/** All bits from a place on. */
// @ts-ignore: decorator
@inline
function from64(place: usize): u64 {
  return place >= 64 ? 0 : ~(<u64>0) << <u64>place;
}


/** Whether digits before `from` and at `to` are of two runs and one of them holds a letter that is no x: then they are no one number. */
function isWordBetween(from: usize, to: usize, utf8: bool): bool {
  let word = false, apart = false;
  for (let at = from; at < to; at++) {
    const byte = load<u8>(at);
    if (byte >= 0x80 && !utf8) return false; // the letter may be the second byte of a dash
    if (isLetter(byte)) word = word || (byte | 0x20) != 0x78;
    else apart = apart || byte != 0x2a;
  }
  return word && apart;
}
