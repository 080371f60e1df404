/** The hash of a packed value: `mix` of src/scan/tally/interner.ts. */
// @ts-ignore: decorator
@inline
export function mix(at: usize): u32 {
  let h = (load<u32>(at) ^ 0x9e3779b9) * 0x85ebca6b;
  h = ((h ^ (h >>> 15)) + load<u32>(at, 4)) * 0xc2b2ae35;
  h = ((h ^ (h >>> 13)) + load<u32>(at, 8)) * 0x27d4eb2f;
  h = ((h ^ (h >>> 15)) + load<u32>(at, 12)) * 0x165667b1;
  h = (h ^ (h >>> 16)) * 0x85ebca6b;
  return h ^ (h >>> 13);
}
