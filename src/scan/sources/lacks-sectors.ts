/** Numbers from here on are marks (free, end of chain, table), no sectors. */
const NO_SECTOR = 0xfffffffa;
const LAST_OF_HEADER = 109;

/**
 * Whether a file of Microsoft's compound format (XLS, DOC) is shorter than its own table of sectors says: a reader that mends what it is
 * given would pass over the missing end in silence.
 */
export function lacksSectors(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 512) return true;
  const size = 2 ** view.getUint16(30, true);
  if (size !== 512 && size !== 4096) return true;
  const tables: number[] = [];
  for (let at = 0; at < LAST_OF_HEADER; at++) tables.push(view.getUint32(76 + at * 4, true));
  let more = view.getUint32(68, true);
  for (let left = view.getUint32(72, true); left > 0 && more < NO_SECTOR; left--) {
    if ((more + 2) * size > bytes.length) return true;
    for (let at = 0; at < size / 4 - 1; at++) tables.push(view.getUint32((more + 1) * size + at * 4, true));
    more = view.getUint32((more + 2) * size - 4, true);
  }
  for (const table of tables) {
    if (table >= NO_SECTOR) continue;
    if ((table + 2) * size > bytes.length) return true;
    // Only links are followed: writers differ in what they put down for sectors that are not used.
    for (let at = 0; at < size / 4; at++) {
      const next = view.getUint32((table + 1) * size + at * 4, true);
      if (next < NO_SECTOR && (next + 1) * size >= bytes.length) return true;
    }
  }
  return false;
}
