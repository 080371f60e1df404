/**
 * As JSON that PostgreSQL takes. Names of archive members, columns and cells come out of seized files and may hold NUL bytes and halves
 * of surrogate pairs, which jsonb refuses: they are shown as what they are, a sign for NUL and the replacement character.
 */
export function storable(value: object): string {
  return JSON.stringify(value, (_key, part: unknown) => (typeof part === "string" ? part.replaceAll("\0", "\u2400").toWellFormed() : part));
}
