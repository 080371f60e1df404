/** The part of a folded cell that is its value, without what spreadsheets put around it; `from` is its offset in the cell. */
export type CellValue = { readonly text: string; readonly from: number };

/** Strips white space, tabs, a leading apostrophe, quotes and the `="…"` that exporters write to keep a number a text. */
export function stripCell(folded: string): CellValue {
  let from = 0;
  let to = folded.length;
  const isOutside = (at: number): boolean => " \t\r\n'\"`‘’“”\u0000".includes(folded.charAt(at));
  while (from < to && isOutside(from)) from++;
  if (folded.startsWith('="', from)) from += 2;
  while (from < to && isOutside(from)) from++;
  while (to > from && isOutside(to - 1)) to--;
  return { text: folded.slice(from, to), from };
}
