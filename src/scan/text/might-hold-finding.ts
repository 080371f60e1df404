/**
 * Cheap test before decoding: whether the line in `bytes[from, to)` (UTF-8 or GB18030) might hold something `findInText` finds.
 * Says yes too often, never no to a line with a finding.
 */
export function mightHoldFinding(bytes: Uint8Array, from: number, to: number): boolean {
  return bytes.length > 0 && from < to;
}
