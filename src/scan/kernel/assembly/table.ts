// Reads rows of a delimited table as bytes: for rows whose cells are all as they should be it writes the marks of
// src/scan/tally/marks.ts and counts; every other row it hands back by its place. What it answers for is what the readers in
// src/scan/records would have said, exactly; a property test holds the two together. See table-kernel.ts for the layout.

import { COUNTED, JOINED, KEYED_C, MARK, NO_PARTY, RANKED_C } from "./parts/marks";
import { mix } from "./parts/mix";
import {
  ADDRESS,
  COLUMNS,
  COUNTS,
  CR,
  EMAIL,
  GB,
  KEYS,
  LANDLINE,
  LF,
  MARKS_END,
  MARKS_FROM,
  MARKS_UNTIL,
  MOBILE,
  NAME,
  OPERATION,
  ORDER,
  ORDERED,
  PARTIES,
  PARTITIONS,
  PARTS,
  PLANS,
  PLATE,
  POSITION,
  QUOTE,
  RANGES_END,
  RANGES_FROM,
  RANGES_UNTIL,
  RECORDS,
  RESIDENT_ID,
  ROW_NAMES,
  SEPARATOR,
  SIDE,
  SKIP,
  STARTS,
  TEXT,
  WORD,
  field,
  gb,
  out,
  separator,
  state,
  textEnd,
} from "./parts/table-state";
import { isDummy, readMobile, readNumber, readResidentId } from "./parts/table-numbers";
import { readEmail, readLandline, readName, readPlate, readText } from "./parts/table-texts";
import { endOfText, holdsNoSigns, isKnown, isPlainFact, mayBeTotal, wasGiven } from "./parts/table-cells";
import { endOfRow } from "./parts/table-rows";

export { learn } from "./parts/table-cells";

/** First byte after what this module keeps for itself: the caller lays its bytes from here on. */
export function freeFrom(): usize {
  return __heap_base;
}

/** Where the state lies that the caller fills and reads. */
export function stateAt(): usize {
  return state;
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
