import { isUtf8 } from "node:buffer";

/** Longer than any system allows; as long as a ZIP can have one. */
const LONGEST = 65_535;

/** A file name as an archive stores it: UTF-8, or GB18030 where it is no UTF-8; a backslash separates folders as a slash does. */
export function decodeName(whole: Uint8Array): string {
  const raw = whole.subarray(0, LONGEST);
  const name = isUtf8(raw) ? Buffer.from(raw).toString("utf8") : new TextDecoder("gb18030").decode(raw);
  return name.replaceAll("\\", "/");
}
