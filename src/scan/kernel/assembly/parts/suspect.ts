import { between } from "./classes";
import { isAlnum, isDigit, isHex, isWord } from "./signs";

/** Whether the sign of three bytes at a place of UTF-8 speaks for its line. In doubt yes. */
export function isSignUtf8(at: usize): bool {
  const byte = load<u8>(at);
  const next = load<u8>(at, 1), third = load<u8>(at, 2);
  switch (byte) {
    case 0xe5: // 密码 口令 址
      if (next == 0x9d) return third == 0x80;
      if (next == 0xaf) return third == 0x86 && load<u8>(at, 3) == 0xe7 && load<u8>(at, 4) == 0xa0 && load<u8>(at, 5) == 0x81;
      return next == 0x8f && third == 0xa3 && load<u8>(at, 3) == 0xe4 && load<u8>(at, 4) == 0xbb && load<u8>(at, 5) == 0xa4;
    case 0xe4: { // 微信 威信 薇信 V信
      const c = load<u8>(at - 1), b = load<u8>(at - 2), a = load<u8>(at - 3);
      const named =
        (c | 0x20) == 0x76 || (a == 0xe5 && b == 0xbe && c == 0xae) || (a == 0xe5 && b == 0xa8 && c == 0x81) || (a == 0xe8 && b == 0x96 && c == 0x87);
      return named && isAccountWithin(at + 3, true);
    }
    case 0xe2:
      if (next == 0x85) return third == 0xa9 || third == 0xb9; // Ⅹ ⅹ
      if (next == 0x88 && third != 0x92) return false;
      return isAlnum(load<u8>(at - 1)) && isAlnum(load<u8>(at, 3)); // a dash in an address of the network
    case 0xd0:
    case 0xd1: // Х х within a Russian word is a letter of it
      return !(isRussian(load<u8>(at - 2)) && isRussian(load<u8>(at, 2)));
    default:
      return byte == 0xef;
  }
}

/** Whether the sign at a place of GB18030 speaks for its line; `line` is where the line begins. In doubt yes. */
export function isSignGb(at: usize, line: usize): bool {
  const byte = load<u8>(at);
  switch (byte) {
    case 0xc3: return load<u8>(at, 3) == 0xeb;
    case 0xbf: return load<u8>(at, 3) == 0xee;
    case 0xd6: return load<u8>(at, 1) == 0xb7;
    case 0xd0: {
      if (load<u8>(at, 1) != 0xc5) return false;
      const b = load<u8>(at - 1), a = load<u8>(at - 2);
      const named = (b | 0x20) == 0x76 || (a == 0xce && b == 0xa2) || (a == 0xcd && b == 0xfe) || (a == 0xde && b == 0xb1);
      return named && isAccountWithin(at + 2, false);
    }
    case 0xa1:
    case 0xa8:
    case 0xa9: return isAlnum(load<u8>(at - 1)) && isAlnum(load<u8>(at, 2));
    default: return beginsCharacter(at, line);
  }
}

/** Whether a character of GB18030 may begin at a place: steps through the bytes since the last that is no part of one. */
function beginsCharacter(at: usize, line: usize): bool {
  let step = at;
  while (step > line && load<u8>(step - 1) >= 0x30 && !between(load<u8>(step - 1), 0x3a, 0x3f)) step--;
  while (step < at) {
    const byte = load<u8>(step);
    if (byte < 0x81) step++;
    else if (isDigit(load<u8>(step, 1))) step += 4;
    else step += 2;
  }
  return step == at;
}

/** Whether the ASCII sign at a place speaks for its line. In doubt yes. */
export function isSuspect(at: usize, utf8: bool): bool {
  const byte = load<u8>(at), before = load<u8>(at - 1), next = load<u8>(at, 1);
  switch (byte) {
    case 0x40: return mayEndLocalPart(at, before, utf8);
    case 0x3a: return before == 0x3a ? mayBeginV6(at - 2, utf8) : isColonChain(at);
    case 0x2d: return load<u8>(at - 9) == 0x2d && load<u8>(at - 12) == 0x2d;
    case 0x2e: return isAddressV4(at, utf8) || isDottedMac(at);
    default:
  }
  if (next == 0x2b && (byte | 0x20) == 0x65 && isDigit(before)) return true;
  if (isPair(byte, next) && isAccountWord(at, byte, next, before, utf8)) return true;
  return before >= 0x80 && isPlate(at + 1, utf8);
}

/** Whether the byte is a letter or digit by itself, and cannot be the second or fourth of a character of GB18030. */
function isOwn(at: usize, utf8: bool): bool {
  return isAlnum(load<u8>(at)) && (utf8 || load<u8>(at - 1) < 0x80);
}

// @ts-ignore: decorator
@inline
function isPair(byte: u8, next: u8): bool {
  const a = byte | 0x20, b = next | 0x20;
  return b == 0x78 || b == 0x77 || (a == 0x77 && b == 0x65);
}

/** wx, vx, wechat, weixin before an account; passw, pwd. */
function isAccountWord(at: usize, byte: u8, next: u8, before: u8, utf8: bool): bool {
  const a = byte | 0x20, b = next | 0x20;
  if (b == 0x78 && (a == 0x77 || a == 0x76)) {
    return !isOwn(at - 1, utf8) && isAccountWithin(at, utf8);
  }
  if (b == 0x77) {
    if (a == 0x70) return (load<u8>(at, 2) | 0x20) == 0x64;
    return a == 0x73 && (before | 0x20) == 0x73 && (load<u8>(at - 2) | 0x20) == 0x61 && (load<u8>(at - 3) | 0x20) == 0x70;
  }
  if (a != 0x77 || b != 0x65) return false;
  const rest = load<u32>(at, 2) | 0x20202020;
  return (rest == 0x74616863 || rest == 0x6e697869) && isAccountWithin(at + 6, utf8);
}

/**
 * Whether six signs of an account stand together, beginning within what may stand between the word and it (账号： and two spaces). A dash
 * that folds to a hyphen is one of them.
 */
function isAccountWithin(from: usize, utf8: bool): bool {
  let run = 0;
  for (let at = from, until = from + 40; at < until; at++) {
    const byte = load<u8>(at);
    if (isWord(byte)) run++;
    else if (byte < 0x80) run = 0; // a line end too: the account may stand in the next line of the message
    else if (utf8 ? byte == 0xe2 : byte < 0xb0) run++;
    else if (!utf8 || byte >= 0xc0) run = 0;
    if (run >= 6) return true;
  }
  return false;
}

function mayEndLocalPart(at: usize, before: u8, utf8: bool): bool {
  if (before < 0x80) {
    if (isAlnum(before) || before == 0x2e || before == 0x5f || before == 0x25 || before == 0x2b || before == 0x2d) return true;
    return !utf8 && before >= 0x40 && load<u8>(at - 2) >= 0x81;
  }
  const second = load<u8>(at - 2), third = load<u8>(at - 3);
  if (!utf8) return second < 0xb0;
  return !(between(second, 0x80, 0xbf) && (between(third, 0xe3, 0xe9) || third == 0xef));
}

/** Whether what ends at a place may be the first group of an address that goes on with `::`: up to four hexadecimal signs by themselves. */
function mayBeginV6(last: usize, utf8: bool): bool {
  let step = last;
  while (isHex(load<u8>(step))) if (last - --step > 4) return false;
  return !isOwn(step, utf8);
}

/** Whether the colon at a place is at least the fifth of hexadecimal groups of up to four: 7 make IPv6, 5 a MAC. */
function isColonChain(at: usize): bool {
  let colons = 1;
  let step = at - 1;
  for (let group = 0; colons < 5; step--) {
    const byte = load<u8>(step);
    if (byte == 0x3a) {
      colons++;
      group = 0;
    } else if (!isHex(byte) || ++group > 4) return false;
  }
  return true;
}

/** Whether a digit follows and three groups of one to three digits with dots stand before. */
function isAddressV4(at: usize, utf8: bool): bool {
  if (!isDigit(load<u8>(at, 1))) return false;
  let step = at;
  for (let group = 0; group < 3; group++) {
    let length = 0;
    while (length < 4 && isDigit(load<u8>(step - 1))) {
      step--;
      length++;
    }
    if (length == 0 || (length > 3 && utf8)) return false;
    if (group < 2) {
      if (load<u8>(step - 1) != 0x2e) return false;
      step--;
    }
  }
  return true;
}

/** Whether four hexadecimal signs stand after the dot, and before it, and before the dot before it. */
function isDottedMac(at: usize): bool {
  if (load<u8>(at - 5) != 0x2e) return false;
  for (let step: usize = 1; step <= 4; step++)
    if (!isHex(load<u8>(at + step)) || !isHex(load<u8>(at - step)) || !isHex(load<u8>(at - 5 - step))) return false;
  return true;
}

/** Whether four letters and digits, two digits among them, stand at a place, perhaps behind one sign: what follows the two first of a plate. */
function isPlate(from: usize, utf8: bool): bool {
  let at = from;
  const sign = load<u8>(at);
  if (sign == 0x20 || sign == 0x2d) at++;
  else if (sign >= 0x80) at += lengthOfSign(at, sign, utf8);
  let signs = 0;
  let digits = 0;
  while (signs < 6) {
    const byte = load<u8>(at);
    if (!isAlnum(byte)) break;
    if (isDigit(byte)) digits++;
    signs++;
    at++;
  }
  return signs >= 4 && digits >= 2;
}

function lengthOfSign(at: usize, first: u8, utf8: bool): usize {
  if (utf8) return first >= 0xe0 ? 3 : 2;
  return isDigit(load<u8>(at, 1)) ? 4 : 2;
}

// @ts-ignore: decorator
@inline
function isRussian(byte: u8): bool {
  return byte == 0xd0 || byte == 0xd1;
}
