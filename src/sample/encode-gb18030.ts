/** Node decodes GB18030 but does not encode it: the table of its two-byte codes is read backwards from the decoder, once. */
let table: ReadonlyMap<string, number> | undefined;

/** Text in GB18030. @throws an Error for a character that has no two-byte code (none of the sample's has) */
export function encodeGb18030(text: string): Uint8Array {
  table ??= readTable();
  const bytes: number[] = [];
  for (const character of text) {
    const code = character.charCodeAt(0);
    if (code < 0x80) {
      bytes.push(code);
      continue;
    }
    const pair = table.get(character);
    if (pair === undefined) throw new Error(`no two-byte code for U+${code.toString(16)}`);
    bytes.push(pair >> 8, pair & 0xff);
  }
  return Uint8Array.from(bytes);
}

function readTable(): ReadonlyMap<string, number> {
  const decoder = new TextDecoder("gb18030");
  const found = new Map<string, number>();
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail === 0x7f) continue;
      const character = decoder.decode(Uint8Array.of(lead, trail));
      if (character.length === 1 && character !== "\ufffd" && !found.has(character)) found.set(character, (lead << 8) | trail);
    }
  }
  return found;
}
