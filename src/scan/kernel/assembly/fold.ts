// Brings equal marks of one part together and counts what they come to: what src/scan/tally/fold-marks.ts does, which it is held to by a
// property test. The layout of a mark is that of src/scan/tally/marks.ts.

import { COUNTED, JOINED, KEYED_A, KEYED_B, KEYED_C, MARK, RANK_BITS, RANK_SHIFT } from "./parts/marks";
import { mix } from "./parts/mix";

const PARTS: u32 = 256;
/** Marks whose table and values stay in the cache of a core. */
const SMALL: u32 = 4096;

/** Counters, as fold-kernel.ts reads them: u32 each: 64 distinct by kind, 3 keys, 3 persons, 4 groups of ages. */
const counters: usize = memory.data(320, 16);
const starts: usize = memory.data(1028, 16);

let residentId: u32 = 0;
let asOf: u32 = 0;
let shared: usize = 0;
let sharedEnd: usize = 0;
let broken: bool = false;

/** First byte after what this module keeps for itself: the caller lays its bytes from here on. */
export function freeFrom(): usize {
  return __heap_base;
}

export function countersAt(): usize {
  return counters;
}

/**
 * Folds `count` marks at `marks`. `ordered` has room for as many, `slots` for u32s (a power of two, twice the marks of a small part or of
 * all), `pairs` for eight bytes a mark. Answers how many bytes of pairs of parties that share a value stand there; -1 when a resident id
 * that is none was counted.
 */
export function fold(marks: usize, count: u32, ordered: usize, slots: usize, pairs: usize, kind: u32, date: u32): i32 {
  memory.fill(counters, 0, 320);
  residentId = kind;
  asOf = date;
  shared = sharedEnd = pairs;
  broken = false;
  if (count <= SMALL) foldSome(marks, marks + count * MARK, slots);
  else {
    divide(marks, count, ordered);
    for (let part: usize = 0; part < PARTS; part++)
      foldSome(ordered + load<u32>(starts + (part << 2)), ordered + load<u32>(starts + (part << 2), 4), slots);
  }
  return broken ? -1 : <i32>(sharedEnd - shared);
}

/** Orders the marks by the second highest eight bits of their hash; `starts` are bytes. */
function divide(marks: usize, count: u32, ordered: usize): void {
  memory.fill(starts, 0, (PARTS + 1) * 4);
  const until = marks + count * MARK;
  for (let mark = marks; mark < until; mark += MARK) {
    const at = starts + (((mix(mark) >>> 16) & 255) << 2);
    store<u32>(at, load<u32>(at, 4) + <u32>MARK, 4);
  }
  for (let at = starts, sum: u32 = 0; at <= starts + PARTS * 4; at += 4) {
    sum += load<u32>(at);
    store<u32>(at, sum);
  }
  for (let mark = marks; mark < until; mark += MARK) {
    const at = starts + (((mix(mark) >>> 16) & 255) << 2);
    const to = load<u32>(at);
    store<u32>(at, to + <u32>MARK);
    v128.store(ordered + to, v128.load(mark));
    store<u64>(ordered + to, load<u64>(mark, 16), 16);
  }
  for (let at = starts + PARTS * 4; at > starts; at -= 4) store<u32>(at, load<u32>(at - 4));
  store<u32>(starts, 0);
}

/** The first mark of a value stands for it: the slots hold its place, later ones are merged into it and left without roles. */
function foldSome(from: usize, until: usize, slots: usize): void {
  let size: u32 = 16;
  while (size < (<u32>(until - from) / <u32>MARK) * 2) size <<= 1;
  memory.fill(slots, 0, size << 2);
  const mask = size - 1;
  for (let mark = from; mark < until; mark += MARK) {
    const value = v128.load(mark);
    for (let slot = mix(mark) & mask; ; slot = (slot + 1) & mask) {
      const at = slots + (<usize>slot << 2);
      const first: usize = load<u32>(at);
      if (first == 0) {
        store<u32>(at, <u32>mark);
        break;
      }
      if (v128.any_true(v128.xor(value, v128.load(first)))) continue;
      const before = load<u32>(first, 20);
      const roles = load<u32>(mark, 20);
      if (before & roles & JOINED) {
        if (load<u32>(first, 16) != load<u32>(mark, 16)) {
          store<u32>(sharedEnd, load<u32>(first, 16));
          store<u32>(sharedEnd, load<u32>(mark, 16), 4);
          sharedEnd += 8;
        }
      } else if (roles & JOINED) store<u32>(first, load<u32>(mark, 16), 16);
      const rank = max(before & RANK_BITS, roles & RANK_BITS);
      store<u32>(first, ((before | roles) & ~RANK_BITS) | rank, 20);
      store<u32>(mark, 0, 20);
      break;
    }
  }
  for (let mark = from; mark < until; mark += MARK) {
    const roles = load<u32>(mark, 20);
    if (roles & COUNTED) {
      const kind = (load<u32>(mark) >>> 20) & 63;
      add(kind);
      if (kind == residentId) addAge(mark);
    }
    if (roles & KEYED_A) add(64);
    if (roles & KEYED_B) add(65);
    if (roles & KEYED_C) add(66);
    const rank = (roles & RANK_BITS) >>> RANK_SHIFT;
    if (rank != 0) add(70 - rank); // 3 of tier A comes first
  }
}

// @ts-ignore: decorator
@inline
function add(counter: u32): void {
  const at = counters + (<usize>counter << 2);
  store<u32>(at, load<u32>(at) + 1);
}

function addAge(mark: usize): void {
  const first = load<u32>(mark);
  const middle = load<u32>(mark, 8);
  const low = load<u32>(mark, 12);
  let birth: u32;
  let order: u32;
  if (first >>> 31 && (first & 63) == 36) {
    birth = ((middle % 1000) * 10 + low / 100000000) * 10000 + ((low / 10000) % 10000);
    order = (low / 10) % 10;
  } else if (first >>> 31 && (first & 63) == 35) {
    birth = ((middle % 100) * 100 + low / 10000000) * 10000 + ((low / 1000) % 10000);
    order = low % 10;
  } else {
    broken = true;
    return;
  }
  const years = <i32>(asOf / 10000) - <i32>(birth / 10000);
  const age = asOf % 10000 > birth % 10000 ? years : years - 1;
  if (age < 14) add(70);
  if (age < 18) add(71);
  if (age >= 60) add(72);
  if (order % 2 == 0) add(73);
}
