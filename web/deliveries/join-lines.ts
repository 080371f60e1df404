import type { Delivery } from "#deliveries/deliveries.contract.ts";

/**
 * The lines of a file that has been read take the place of those that stood there when it was chosen; what was typed or changed while it was being
 * read stays, below them, under rows of its own.
 * @param before the lines when the file was chosen
 * @param now the lines when it had been read
 */
export function joinLines(before: readonly Delivery[], now: readonly Delivery[], read: readonly Delivery[]): readonly Delivery[] {
  const typed = now.filter((line) => !before.includes(line));
  const last = Math.max(0, ...read.map(({ row }) => row));
  return [...read, ...typed.map((line, place) => ({ ...line, sheet: null, row: last + 1 + place }))];
}
