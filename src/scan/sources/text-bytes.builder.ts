import { findGbUnits } from "#scan/kernel/table-kernel-tables.ts";

const places = new Map([...findGbUnits()].map((unit, at): [number, number] => [unit, at]));

/** A text in GB18030, its characters of two bytes; any other becomes one of four bytes that no name is made of. */
export function encodeGb18030(text: string): Uint8Array {
  const bytes: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    const place = places.get(unit);
    if (unit < 0x80) bytes.push(unit);
    else if (place === undefined) bytes.push(0x81, 0x30, 0x84, 0x30);
    else bytes.push(0x81 + Math.floor(place / 190), (place % 190) + (place % 190 < 63 ? 0x40 : 0x41));
  }
  return Uint8Array.from(bytes);
}
