import { isUtf8 } from "node:buffer";

/** What stands for the byte 0x80 where a name on disk is no UTF-8; the bytes above it follow. No text holds such a sign by itself. */
const ESCAPED = 0xdc00;
const HOLDS_ESCAPED = /[\uDC80-\uDCFF]/u;

/** A name as a folder lists it, as text that `systemPath` turns back into the same bytes. */
export function escapeName(raw: Uint8Array): string {
  if (isUtf8(raw)) return Buffer.from(raw).toString("utf8");
  return Array.from(raw, (byte) => String.fromCharCode(byte < 0x80 ? byte : ESCAPED + byte)).join("");
}

/** A name as it is shown: GB18030 where it is no UTF-8 (a folder unpacked by a program that knew nothing of encodings). */
export function showName(raw: Uint8Array): string {
  return isUtf8(raw) ? Buffer.from(raw).toString("utf8") : new TextDecoder("gb18030").decode(raw);
}

/** A path built of escaped names as the system takes it. */
export function systemPath(path: string): string | Buffer {
  if (!HOLDS_ESCAPED.test(path)) return path;
  return Buffer.concat(
    Array.from(path, (sign) => (HOLDS_ESCAPED.test(sign) ? Buffer.of(sign.charCodeAt(0) - ESCAPED) : Buffer.from(sign))),
  );
}
