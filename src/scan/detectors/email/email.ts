import { damaged, invalid, type Verdict, valid } from "#scan/detectors/verdict.ts";
import { isMasked } from "#scan/text/compact-number.ts";

/** 电子邮箱: the part of RFC 5322 in use: dot-atom, @, domain of two or more labels, the last one letters (or xn--). Compared in lower case. */
const ADDRESS =
  /^[A-Za-z0-9_%+-]+(?:\.[A-Za-z0-9_%+-]+)*@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+(?:[A-Za-z]{2,24}|xn--[A-Za-z0-9-]{2,59})$/i;
const LONGEST_LOCAL = 64;
const LONGEST_DOMAIN = 253;

/** Judges a folded value said to be an e-mail address. */
export function judgeEmail(folded: string): Verdict {
  const text = folded.replace(/\s+/g, "").toLowerCase();
  const at = text.indexOf("@");
  if (at > 0 && at <= LONGEST_LOCAL && text.length - at <= LONGEST_DOMAIN && ADDRESS.test(text)) return valid(text);
  if (isMasked(text)) return damaged(text, "masked");
  if (at > 0 && /@[a-z0-9-]*\.?$/.test(text)) return damaged(text, "cut");
  return invalid(text, "form");
}

/** The e-mail address around the `@` at offset `at` of a folded text, or null. Looks no further than an address can reach. */
export function findEmailAround(folded: string, at: number): { readonly from: number; readonly to: number; readonly value: string } | null {
  let from = at;
  while (from > 0 && at - from < LONGEST_LOCAL && /[A-Za-z0-9._%+-]/.test(folded.charAt(from - 1))) from--;
  while (from < at && /[.\-+%]/.test(folded.charAt(from))) from++;
  let to = at + 1;
  while (to < folded.length && to - at < LONGEST_DOMAIN && /[A-Za-z0-9.-]/.test(folded.charAt(to))) to++;
  while (to > at && /[.-]/.test(folded.charAt(to - 1))) to--;
  if (folded.charAt(to) === "@") return null;
  // https://user:password@host and git@host:path: what is sent to a server before its name is no mailbox.
  if (/:\/\/[^\s/?#]*$/.test(folded.slice(Math.max(0, from - 80), from))) return null;
  if (folded.slice(from, at).toLowerCase() === "git" && folded.charAt(to) === ":") return null;
  const verdict = judgeEmail(folded.slice(from, to));
  return verdict.state === "valid" ? { from, to, value: verdict.value } : null;
}
