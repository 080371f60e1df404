import { normaliseTime } from "#scan/records/normalise-time.ts";

const PLAIN = /^[!-&(-<>-`{-~]*$/; // visible ASCII without letters in lower case, apostrophe and =

const DATE = /^\d{4}[-/.年]/;

/**
 * A cell as it is compared: full-width forms narrowed, blanks, leading apostrophes and `="…"` gone, letters in upper case, the `.0` and
 * closing zeros of a stored number dropped, moments in one form, so that the same row written by two programs is the same row.
 */
export function normaliseCell(cell: string): string {
  const moment = DATE.test(cell) ? normaliseTime(cell) : null;
  if (moment !== null) return moment;
  let text = cell;
  if (!PLAIN.test(text)) {
    text = text.normalize("NFKC").replace(/[\s\u0000\u200B-\u200F\uFEFF]+/g, "");
    text = text
      .replace(/^'+/, "")
      .replace(/^="(.*)"$/, "$1")
      .toUpperCase();
  }
  return text.includes(".") ? text.replace(/^(-?\d+)\.0*$/, "$1").replace(/^(-?\d+\.\d*?[1-9])0+$/, "$1") : text;
}
