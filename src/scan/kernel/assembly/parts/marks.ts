// The layout of a mark as src/scan/tally/marks.ts describes it: 24 bytes, of which the last word holds the roles below.

export const MARK: usize = 24;
export const NO_PARTY: u32 = 0xffffffff;

export const COUNTED: u32 = 1;
export const KEYED_A: u32 = 2;
export const KEYED_B: u32 = 4;
export const KEYED_C: u32 = 8;
export const RANK_SHIFT: u32 = 4;
export const RANK_BITS: u32 = 48;
export const RANKED_C: u32 = 16;
export const JOINED: u32 = 64;
