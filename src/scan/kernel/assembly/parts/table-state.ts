// Where everything of a table lies, its plan, and what is being read.

// ---- places; table-kernel.ts writes the same numbers ----
export const SEPARATOR: usize = 0; // u32 each, from `state`
export const COLUMNS: usize = 4;
export const MARKS_FROM: usize = 8;
export const MARKS_UNTIL: usize = 12; // a row begins only when the place before this suffices for all its marks
export const RANGES_FROM: usize = 16;
export const RANGES_UNTIL: usize = 20;
export const GB: usize = 24; // 1: GB18030
export const TODAY: usize = 28; // yyyymmdd
export const POSITION: usize = 32; // out: where the next row begins
export const MARKS_END: usize = 36; // out
export const RANGES_END: usize = 40; // out
export const PARTIES: usize = 44; // in, out
export const RECORDS: usize = 48; // out: rows answered for
export const REGIONS: usize = 64; // u16: number of the page of a code's first four digits; pages of 100 last years behind them
export const SEGMENTS: usize = 68; // u8 by digits 2-5 of a mobile
export const ISSUERS: usize = 72; // u8 by the first four digits: bit n: length 13 + n
export const DUMMY_FILTER: usize = 76; // u8[256]
export const DUMMIES: usize = 80; // 16 bytes each
export const DUMMIES_UNTIL: usize = 84;
export const HAN_SIGNS: usize = 88; // u8 by code unit - 0x4e00
export const GB_UNITS: usize = 92; // u16 by (lead - 0x81) * 190 + trail place
export const NAMES: usize = 96; // cache of names given: 16 bytes each
export const MEMORY: usize = 100; // cells known to hold nothing: 32 bytes each
export const COUNTS: usize = 104; // u32 by column: cells that were valid
export const PLANS: usize = 108; // 16 bytes a column
export const ROW_NAMES: usize = 112; // names of the row at hand: 16 bytes a column
export const ORDERED: usize = 116; // the marks of a run in the order of their parts
export const STARTS: usize = 120; // u32 by part: the word its marks begin at
export const PARTS: usize = 124; // u8 by mark
export const AREAS: usize = 128; // u8 by number: 1 an area code of two digits, 2 of three
export const TEXT_BYTES: usize = 132; // the text at hand as it is compared, in UTF-8, its kind before it
export const SCHEDULE: usize = 136; // u32: what SHA-256 works on
export const PARTITIONS: u32 = 256;
export const MEMORY_PLACES: u32 = 4096;
export const NAME_PLACES: u32 = 32768;

// plan of a column
export const OPERATION: usize = 0; // u8
export const SIDE: usize = 1; // u8: 1 the other side
export const ORDER: usize = 2; // u8: rank among the identifying columns, the strongest first
export const KEYS: usize = 3; // u8: rank among the columns of the asked key, 255 for none
export const WORD: usize = 4; // u32: first word of a packed value without its length

export const SKIP: u32 = 0;
export const EMPTY: u32 = 1;
export const TEXT: u32 = 2;
export const NAME: u32 = 3;
export const RESIDENT_ID: u32 = 4;
export const MOBILE: u32 = 5;
export const CARD: u32 = 6;
export const IMEI: u32 = 7;
export const IMSI: u32 = 8;
export const QQ: u32 = 9;
export const ICCID: u32 = 10;
export const EMAIL: u32 = 11;
export const PLATE: u32 = 12;
// Values from here on, and names, say who only together with others.
export const LANDLINE: u32 = 13;
export const ADDRESS: u32 = 14;
export const FACT: u32 = 15;
export const LONGEST_TEXT: u32 = 480;

export const DIGITS: u32 = 0x80000000;
export const INLINE: u32 = 0x40000000;
export const LONGEST_QUOTED: u32 = 1 << 20;

export const QUOTE: u32 = 0x22;
export const LF: u32 = 10;
export const CR: u32 = 13;

export const state: usize = memory.data(256, 16);
export const CHECKS: usize = memory.data<u8>([0x31, 0x30, 0x58, 0x39, 0x38, 0x37, 0x36, 0x35, 0x34, 0x33, 0x32]);
export const DAYS: usize = memory.data<u8>([0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]);

// where the value at hand is written: the next mark's place
export let out: usize = 0;
export let separator: u32 = 0;
export let gb: bool = false;
export let textEnd: usize = 0;

// @ts-ignore: decorator
@inline
export function field(place: usize): usize {
  return load<u32>(state + place);
}
