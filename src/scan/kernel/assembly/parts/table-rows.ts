import { CR, LF, LONGEST_QUOTED, QUOTE, gb, separator, textEnd } from "./table-state";

/**
 * Where the row that begins at `at` ends (behind its line end), by the rules of split-rows.ts; 0 when the text ends before it is known.
 * `last`: nothing follows the text.
 */
export function endOfRow(at: usize, last: bool): usize {
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
export function endOfQuoted(from: usize): usize {
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
export function unitsBetween(from: usize, to: usize): u32 {
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
