import { isDate } from "./parts/date";
import { isSignGb, isSignUtf8, isSuspect } from "./parts/suspect";
import { isMaskAfter, isMaskBefore } from "./parts/masks";
import { bits64, capital, classes, first, is, lower, oneBack, second, third, twoBack, upper, wordPairs } from "./parts/classes";
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
  for (let base = from; base <= to; base += 64) {
    const a = v128.load(base), b = v128.load(base, 16), c = v128.load(base, 32), d = v128.load(base, 48);
    const aHigh = upper(a), bHigh = upper(b), cHigh = upper(c), dHigh = upper(d);
    const aLow = lower(a), bLow = lower(b), cLow = lower(c), dLow = lower(d);
    const high = bits64(a, b, c, d);
    let D: u64, N: u64, L: u64, B: u64;
    {
      const w = classes(aHigh, aLow, utf8), x = classes(bHigh, bLow, utf8), y = classes(cHigh, cLow, utf8), z = classes(dHigh, dLow, utf8);
      D = bits64(w, x, y, z);
      N = bits64(i16x8.shl(w, 1), i16x8.shl(x, 1), i16x8.shl(y, 1), i16x8.shl(z, 1));
      L =
        bits64(i16x8.shl(w, 2), i16x8.shl(x, 2), i16x8.shl(y, 2), i16x8.shl(z, 2)) |
        bits64(i16x8.shl(w, 3), i16x8.shl(x, 3), i16x8.shl(y, 3), i16x8.shl(z, 3));
      B = ~bits64(is(lower(w), 0), is(lower(x), 0), is(lower(y), 0), is(lower(z), 0));
    }
    const colon = bits64(is(a, 0x3a), is(b, 0x3a), is(c, 0x3a), is(d, 0x3a));
    const hyphen = bits64(is(a, 0x2d), is(b, 0x2d), is(c, 0x2d), is(d, 0x2d));
    const dot = bits64(is(a, 0x2e), is(b, 0x2e), is(c, 0x2e), is(d, 0x2e));
    let V = bits64(is(a, 0x40), is(b, 0x40), is(c, 0x40), is(d, 0x40));
    let S: u64; // signs of three bytes, at their last
    {
      const a1 = first(aHigh, aLow, utf8), b1 = first(bHigh, bLow, utf8), c1 = first(cHigh, cLow, utf8), d1 = first(dHigh, dLow, utf8);
      const a2 = second(aHigh, aLow, utf8), b2 = second(bHigh, bLow, utf8), c2 = second(cHigh, cLow, utf8), d2 = second(dHigh, dLow, utf8);
      const w = v128.and(v128.and(twoBack(last1, a1), oneBack(last2, a2)), third(aHigh, aLow, utf8));
      const x = v128.and(v128.and(twoBack(a1, b1), oneBack(a2, b2)), third(bHigh, bLow, utf8));
      const y = v128.and(v128.and(twoBack(b1, c1), oneBack(b2, c2)), third(cHigh, cLow, utf8));
      const z = v128.and(v128.and(twoBack(c1, d1), oneBack(c2, d2)), third(dHigh, dLow, utf8));
      S = ~bits64(is(w, 0), is(x, 0), is(y, 0), is(z, 0));
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
        E = events & from64(<usize>bit + 1);
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
