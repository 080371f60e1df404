/** Eight digits that are known to be digits, as a number. */
// @ts-ignore: decorator
@inline
export function eight(at: usize): u32 {
  let chunk = load<u64>(at) - 0x3030303030303030;
  chunk = chunk * 10 + (chunk >> 8);
  const low = (chunk & 0x000000ff000000ff) * 0x000f424000000064;
  const high = ((chunk >> 16) & 0x000000ff000000ff) * 0x0000271000000001;
  return <u32>((low + high) >> 32);
}

// @ts-ignore: decorator
@inline
export function digit(at: usize): u32 {
  return <u32>load<u8>(at) - 0x30;
}

/** Length of the run of digits at a place. */
// @ts-ignore: decorator
@inline
export function digitsAt(at: usize): u32 {
  const signs = i8x16.gt_u(i8x16.sub(v128.load(at), i8x16.splat(0x30)), i8x16.splat(9));
  let length = <u32>ctz<i32>(i8x16.bitmask(signs) | 0x10000);
  if (length == 16) while (length < 32 && digit(at + length) <= 9) length++;
  return length;
}
