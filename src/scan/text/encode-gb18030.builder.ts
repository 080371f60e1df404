/** Two-byte GBK part of GB18030 by asking the decoder what each pair means; null for a text with other characters. For tests. */
export function encodeGb18030(text: string): Uint8Array | null {
  const bytes: number[] = [];
  for (const character of text) {
    const code = character.charCodeAt(0);
    if (code < 0x80) bytes.push(code);
    else {
      const pair = table().get(character);
      if (pair === undefined) return null;
      bytes.push(pair >> 8, pair & 0xff);
    }
  }
  return Uint8Array.from(bytes);
}

let pairs: Map<string, number> | null = null;

function table(): Map<string, number> {
  if (pairs !== null) return pairs;
  const decoder = new TextDecoder("gb18030");
  pairs = new Map();
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const character = decoder.decode(Uint8Array.of(lead, trail));
      if (trail !== 0x7f && character.length === 1 && !pairs.has(character)) pairs.set(character, (lead << 8) | trail);
    }
  }
  return pairs;
}
