// @ts-ignore: decorator
@inline
export function isDigit(byte: u8): bool {
  return <u8>(byte - 0x30) < 10;
}

// @ts-ignore: decorator
@inline
export function isLetter(byte: u8): bool {
  return <u8>((byte | 0x20) - 0x61) < 26;
}

// @ts-ignore: decorator
@inline
export function isAlnum(byte: u8): bool {
  return isDigit(byte) || isLetter(byte);
}

// @ts-ignore: decorator
@inline
export function isHex(byte: u8): bool {
  return isDigit(byte) || <u8>((byte | 0x20) - 0x61) < 6;
}

/** Of the account of a person: letters, digits, _ and -. */
// @ts-ignore: decorator
@inline
export function isWord(byte: u8): bool {
  return isAlnum(byte) || byte == 0x5f || byte == 0x2d;
}
