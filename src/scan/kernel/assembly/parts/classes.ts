/**
 * Classes of bytes, sixteen at a time, by their two halves: a byte has the class bits that both its rows (upper half) and its columns (lower
 * half) have. The tables are worked out from the sets named above each.
 */

/** One bit a byte, the first byte lowest, from the top bit of each byte. */
// @ts-ignore: decorator
@inline
export function bits64(a: v128, b: v128, c: v128, d: v128): u64 {
  return (
    <u64>(<u32>i8x16.bitmask(a) | (<u32>i8x16.bitmask(b) << 16)) |
    (<u64>(<u32>i8x16.bitmask(c) | (<u32>i8x16.bitmask(d) << 16)) << 32)
  );
}

// @ts-ignore: decorator
@inline
export function between(byte: u8, least: u8, most: u8): bool {
  return <u8>(byte - least) <= <u8>(most - least);
}

// @ts-ignore: decorator
@inline
export function is(v: v128, byte: u8): v128 {
  return i8x16.eq(v, i8x16.splat(byte));
}

/**
 * Rows and columns of four classes for UTF-8. They lie in memory, not in the code: a constant of the code would be made anew for every 64 bytes.
 *
 * The first, bits: 7 digit; 6 line end; 5 and 4 letter; 3 to 0 what ends a group of numbers: signs below 40 that are no digit, space, bracket,
 * star or hyphen, and in UTF-8 the first byte of a Chinese character (E4–E9). From 40 on a byte may be the second of a character of GB18030.
 *
 * Then the first, second and third bytes of signs that may speak for a line, one bit a set of signs: what folding makes ASCII of (EF BC 8A 8B 8D 8E,
 * EF BC 90–99, EF BC A0–BF, EF BD 80–9F full width; E2 80 or 88, 80–9F dashes), 密, 口 and 址, 信, odd x (D0 A5, D1 85, E2 85). A set may hold a
 * few signs more: parts/suspect.ts looks again.
 */
const UTF8 = memory.data<u8>([
  72, 8, 4, 130, 32, 16, 32, 16, 0, 0, 0, 0, 0, 0, 1, 0,
  152, 188, 188, 188, 189, 189, 189, 189, 189, 185, 122, 46, 46, 106, 46, 46,
  0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 128, 255, 0,
  128, 128, 192, 0, 32, 16, 0, 0, 0, 0, 0, 0, 0, 0, 0, 15,
  0, 0, 0, 0, 0, 0, 0, 0, 208, 16, 144, 47, 0, 0, 0, 0,
  64, 0, 0, 0, 0, 128, 0, 0, 64, 0, 0, 0, 7, 24, 0, 48,
  128, 128, 128, 128, 128, 128, 128, 128, 217, 202, 180, 132, 128, 128, 128, 128,
  222, 238, 206, 222, 206, 206, 222, 206, 206, 206, 205, 205, 204, 205, 205, 204,
], 16);

/**
 * The same for GB18030: A3 with AA AB AD AE, B0–B9, C0–FF full width; C3 DC C2 and BF DA C1 of 密码 and 口令; D0 C5 信, D6 B7 址; dashes
 * A1 AA, A8 43, A8 44, A9 5C; odd x A7 B7, A7 E7, A2 FA, A2 AA.
 */
const GB18030 = memory.data<u8>([
  72, 8, 4, 130, 32, 16, 32, 16, 0, 0, 0, 0, 0, 0, 0, 0,
  152, 188, 188, 188, 189, 189, 189, 189, 189, 185, 122, 46, 46, 106, 46, 46,
  0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 199, 16, 8, 32, 0, 0,
  32, 64, 128, 15, 0, 0, 32, 128, 64, 64, 0, 0, 0, 0, 0, 16,
  0, 0, 0, 0, 64, 64, 0, 0, 0, 0, 193, 162, 36, 28, 132, 132,
  6, 6, 6, 70, 70, 38, 6, 166, 6, 6, 213, 5, 76, 5, 5, 4,
  231, 231, 231, 231, 231, 231, 231, 231, 231, 231, 231, 231, 255, 231, 231, 231,
  231, 247, 239, 231, 231, 231, 231, 231, 231, 231, 231, 231, 231, 231, 231, 231,
], 16);

// @ts-ignore: decorator
@inline
export function tables(utf8: bool): usize {
  return utf8 ? UTF8 : GB18030;
}

/** The class bits of bytes by their upper and lower halves. */
// @ts-ignore: decorator
@inline
export function both(high: v128, low: v128, rows: v128, columns: v128): v128 {
  return v128.and(i8x16.relaxed_swizzle(rows, high), i8x16.relaxed_swizzle(columns, low));
}

/** The bytes two places earlier, those of the sixteen before coming in. */
// @ts-ignore: decorator
@inline
export function twoBack(last: v128, v: v128): v128 {
  return i8x16.shuffle(last, v, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29);
}

// @ts-ignore: decorator
@inline
export function oneBack(last: v128, v: v128): v128 {
  return i8x16.shuffle(last, v, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30);
}

/** Bytes from B0 on: in GB18030 the first and second of GB 2312's Chinese characters, and second ones of signs. */
// @ts-ignore: decorator
@inline
export function capital(v: v128): v128 {
  return i8x16.ge_u(v, i8x16.splat(<i8>0xb0));
}

/** Beginnings of words that announce an account: wx, vx, we(chat, ixin), (pas)sw, pw(d); and the E+ of a number that was rounded. */
// @ts-ignore: decorator
@inline
export function wordPairs(v: v128, next: v128): v128 {
  const a = v128.or(v, i8x16.splat(0x20)), b = v128.or(next, i8x16.splat(0x20));
  const w = is(a, 0x77);
  return v128.or(
    v128.or(v128.and(is(b, 0x78), v128.or(w, is(a, 0x76))), v128.and(w, is(b, 0x65))),
    v128.or(v128.and(is(b, 0x77), v128.or(is(a, 0x70), is(a, 0x73))), v128.and(is(a, 0x65), is(next, 0x2b))),
  );
}
