/**
 * As JSON that PostgreSQL takes. Names of files, columns and cells come out of seized files and may hold NUL bytes and halves of surrogate pairs, as may what is
 * cut to a length; jsonb refuses them: they are shown as what they are, a sign for NUL and the replacement character.
 */
export function storable(value: object): string {
  return JSON.stringify(value, (_key, part: unknown) => (typeof part === "string" ? storableText(part) : part));
}

/** The same of words for a column of text. */
export function storableText(words: string): string {
  return words.replaceAll("\0", "\u2400").toWellFormed();
}
