import { damaged, invalid, type Verdict, valid } from "#scan/detectors/verdict.ts";
import { isMasked } from "#scan/text/compact-number.ts";

/** MAC address (IEEE 802, EUI-48): six pairs of hexadecimal digits with : or -, or three groups of four with dots. Its value is with colons, upper case. */
export function judgeMac(folded: string): Verdict {
  const text = folded.replace(/\s+/g, "").toUpperCase();
  const digits = text.replace(/[:.-]/g, "");
  if (isMac(text) || /^[0-9A-F]{12}$/.test(text)) return valid((digits.match(/../g) ?? []).join(":"));
  if (isMasked(text)) return damaged(text, "masked");
  return /^[0-9A-F]{1,11}$/.test(digits) ? damaged(text, "cut") : invalid(text, "form");
}

/** Whether a text has the form of a MAC address of its own, with separators. */
export function isMac(text: string): boolean {
  return /^(?:[0-9A-F]{2}(?::[0-9A-F]{2}){5}|[0-9A-F]{2}(?:-[0-9A-F]{2}){5}|[0-9A-F]{4}(?:\.[0-9A-F]{4}){2})$/i.test(text);
}
