import { AREA_CODES } from "#scan/detectors/landline/area-codes.data.ts";
import { damaged, invalid, type Verdict, valid } from "#scan/detectors/verdict.ts";
import { isMasked } from "#scan/text/compact-number.ts";

/**
 * 固定电话: trunk 0, area code of two or three digits, subscriber number of 7 or 8 digits beginning with 2 to 9, perhaps an extension.
 * Without its area code a subscriber number is a landline only where a column or label says so.
 */
const AREAS = new Set(AREA_CODES.split(" "));
/** With an area code of three digits, and of two: where nothing stands between, +86 21 5555 6666 may be read as either. */
const FORMS = [3, 2].map(
  (digits) => new RegExp(`^(?:(?:\\+|00)86-?)?\\(?(0?)(\\d{${digits}})\\)?-?(\\d{3,4}-?\\d{4})(?:(?:转|-|#|ext\\.?)\\d{1,6})?$`, "i"),
);
const SUBSCRIBER = /^[2-9]\d{6,7}$/;

/** Judges a folded value (hyphens and brackets still in it) said to be a landline. Its value is the digits, extension apart. */
export function judgeLandline(folded: string): Verdict {
  const text = folded.replace(/\s+/g, "");
  if (isMasked(text.replace(/[#转]/g, ""))) return damaged(text, "masked");
  const number = findLandline(text);
  if (number !== null) return valid(number, "area");
  const digits = text.replace(/[()\-+]/g, "");
  if (SUBSCRIBER.test(digits)) return valid(digits, "subscriber");
  if (!/^\d+$/.test(digits)) return invalid(digits, "form");
  if (digits.length < 7 || (digits.startsWith("0") && digits.length < 10)) return damaged(digits, "cut");
  return invalid(digits, digits.startsWith("0") ? "area" : "form");
}

/** The digits, with the trunk 0, of a landline with its area code (010-88776655, (0571)88776655转801, +86 10 88776655), or null. */
export function findLandline(text: string): string | null {
  const written = text.replace(/\s+/g, "");
  const international = /^(?:\+|00)86/.test(written);
  for (const form of FORMS) {
    const match = form.exec(written);
    if (match === null) continue;
    const [trunk, area, subscriber] = [match[1] ?? "", match[2] ?? "", (match[3] ?? "").replace("-", "")];
    if ((trunk === "0" || international) && AREAS.has(area) && SUBSCRIBER.test(subscriber)) return `0${area}${subscriber}`;
  }
  return findRunTogether(written.replace(/[-()]+/g, ""));
}

function findRunTogether(digits: string): string | null {
  if (!/^0\d{9,11}$/.test(digits)) return null;
  for (const length of [2, 3]) {
    const subscriber = digits.slice(1 + length);
    if (AREAS.has(digits.slice(1, 1 + length)) && SUBSCRIBER.test(subscriber)) return digits;
  }
  return null;
}
