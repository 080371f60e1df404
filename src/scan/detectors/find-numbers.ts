import { isUnionPayCard, judgeBankCard } from "#scan/detectors/bank-card/bank-card.ts";
import type { Judged } from "#scan/detectors/find-strong-kind.ts";
import { judgeForeignPermanentResidentId } from "#scan/detectors/foreign-permanent-resident-id/foreign-permanent-resident-id.ts";
import { judgeLabelled } from "#scan/detectors/judge-labelled.ts";
import { findLandline } from "#scan/detectors/landline/landline.ts";
import { isMobile } from "#scan/detectors/mobile/mobile.ts";
import { hasRegionAndDate, judgeResidentId } from "#scan/detectors/resident-id/resident-id.ts";
import { valid } from "#scan/detectors/verdict.ts";
import type { Finding } from "#scan/finding.ts";
import { findLabel } from "#scan/text/find-label.ts";
import type { Label } from "#scan/text/labels.data.ts";
import type { DigitGroup } from "#scan/text/scan-numbers.ts";

const MOST_GROUPS = 8;
const LONGEST_NUMBER = 24;
/** Labels under which a number that is valid as another kind by its form alone still is what the label says. */
const OWN_FORM: ReadonlySet<Label | "lookalike"> = new Set([
  "imei",
  "imsi",
  "iccid",
  "social-security",
  "military-id",
  "taiwan-permit",
  "lookalike",
]);
const UNIT_AFTER = /^(?:\.0+)? ?(?:元|万|亿|块|美元|港元|[%％]|吨|公里|股|[KMG]B\b|bytes?\b|毫秒|字节|个(?![人体])|条(?!件)|笔)/i;
const LIST_BETWEEN = /^[、,，/\s和及或与;；]{1,4}$/;

type Context = { label: Label | "lookalike" | null; to: number };

/** Findings among the digit groups of a folded text; groups joined by spaces or hyphens are tried together (138-1234-5678). */
export function findNumbers(folded: string, clusters: readonly (readonly DigitGroup[])[], today: string): Finding[] {
  const found: Finding[] = [];
  let before: Context = { label: null, to: -1 };
  for (const groups of clusters) {
    for (let at = 0; at < groups.length; ) {
      const date = dateLength(groups, at);
      if (date > 0) {
        at += date;
        continue;
      }
      const hit = readAt(folded, groups, at, before, today);
      if (hit === null) {
        at++;
        continue;
      }
      before = { label: hit.label, to: hit.to };
      if (hit.judged !== null) found.push({ kind: hit.judged.kind, ...hit.judged.verdict, from: hit.from, to: hit.to });
      at += hit.groups;
    }
  }
  return found;
}

type Hit = { judged: Judged | null; from: number; to: number; groups: number; label: Context["label"] };

function readAt(folded: string, groups: readonly DigitGroup[], at: number, before: Context, today: string): Hit | null {
  const first = groups[at];
  if (first === undefined || isTooLittle(groups, at)) return null;
  const label =
    before.to >= 0 && first.from - before.to <= 4 && LIST_BETWEEN.test(folded.slice(before.to, first.from))
      ? before.label
      : findLabel(folded, first.from);
  const own = label !== null && OWN_FORM.has(label);
  let hit: Hit | null = null;
  let number = "";
  for (let end = at; end < groups.length && end < at + MOST_GROUPS; end++) {
    const group = groups[end];
    if (group === undefined || number.length + group.text.length > LONGEST_NUMBER || (end > at && dateLength(groups, end) > 0)) break;
    if (end > at && (groups[end - 1]?.text.length ?? 0) < 2) break;
    number += group.text;
    const judged = own ? judgeUnderOwnForm(label, number, today) : judgeAlone(folded, groups, at, end, number, label, today);
    if (judged !== null) hit = { judged, from: first.from, to: group.to, groups: end - at + 1, label };
    if (judged !== null && end === at) break;
  }
  if (hit !== null || label === null || label === "lookalike") return hit;
  return readLabelled(groups, at, label, today);
}

/** The longest run of groups with one separator that the label accepts, else the first group alone. */
function readLabelled(groups: readonly DigitGroup[], at: number, label: Label, today: string): Hit | null {
  const first = groups[at];
  if (first === undefined) return null;
  const tries: { text: string; to: number; groups: number }[] = [];
  let text = "";
  for (let end = at; end < groups.length && end < at + MOST_GROUPS; end++) {
    const group = groups[end];
    if (group === undefined || text.length + group.text.length > LONGEST_NUMBER || (end > at && dateLength(groups, end) > 0)) break;
    if (end > at + 1 && group.gap !== groups[end - 1]?.gap) break;
    // A number that is long enough by itself is not continued by what stands after it.
    if (end === at + 1 && first.text.length >= 11) break;
    text += group.text;
    tries.push({ text, to: group.to, groups: end - at + 1 });
  }
  for (const attempt of tries.reverse()) {
    const judged = judgeLabelled(label, attempt.text, today);
    if (judged !== null) return { judged, from: first.from, to: attempt.to, groups: attempt.groups, label };
  }
  return null;
}

/** 社保号 and the like are often the resident id itself: one whose check digit is right is that, whatever the label, unless an order's. */
function judgeUnderOwnForm(label: Label | "lookalike" | null, number: string, today: string): Judged | null {
  if (label === "lookalike" || !/^\d{17}[\dX]$/.test(number)) return null;
  const verdict = judgeResidentId(number, today);
  return verdict.state === "valid" ? { kind: "resident-id", verdict } : null;
}

/** A number that is a finding without a label: its form and check speak for it. */
function judgeAlone(
  folded: string,
  groups: readonly DigitGroup[],
  at: number,
  end: number,
  number: string,
  label: Label | "lookalike" | null,
  today: string,
): Judged | null {
  const joined = end - at + 1 === groups.length ? groups : groups.slice(at, end + 1);
  const [first, last] = [joined[0], joined[joined.length - 1]];
  if (
    first === undefined ||
    last === undefined ||
    joined.some(({ shape }, index) => shape === "masked" || (shape === "final-x" && index < joined.length - 1))
  )
    return null;
  if (isPartOfDecimal(folded, first.from, last.to)) return null;
  if (number.length === 18 && /^\d{17}[\dX]$/.test(number) && isShaped(joined)) {
    if (hasRegionAndDate(number, today)) return { kind: "resident-id", verdict: judgeResidentId(number, today) };
    const foreigner = judgeForeignPermanentResidentId(number, today);
    if (foreigner.state === "valid") return { kind: "foreign-permanent-resident-id", verdict: foreigner };
  }
  if (!isShaped(joined) || last.shape !== "digits" || hasUnit(folded, first.from, last.to)) return null;
  if (label === null && (isInAddressOfPage(folded, first.from) || isInsideDashes(folded, groups, at, end, first.from, last.to)))
    return null;
  const mobile = number.length > 11 ? number.replace(/^(?:0086|86)(?=1\d{10}$)/, "") : number;
  if (isMobile(mobile) && label !== "qq") return { kind: "mobile", verdict: valid(mobile, "segment") };
  // 1101 158… is a room and a mobile: what has no check digit is not put together of parts that are numbers by themselves.
  if (number.length === 15 && /^\d{15}$/.test(number) && (joined.length === 1 || !joined.some(({ text }) => isMobile(text)))) {
    const verdict = judgeResidentId(number, today);
    if (verdict.state === "valid" && label !== "bank-card") return { kind: "resident-id", verdict };
  }
  if (isUnionPayCard(number) || isGroupedCard(joined, number)) return { kind: "bank-card", verdict: valid(number, "luhn") };
  const abroad = (first.text === "86" && folded.charAt(first.from - 1) === "+") || first.text === "0086";
  if (joined.length < 2 || (!first.text.startsWith("0") && !abroad) || joined.length > 4 || goesOn(joined, groups, end)) return null;
  if (joined.length === 4 && !abroad && last.gap.trim() === "") return null;
  const written = joined.map(({ text, gap }, index) => (index === 0 || gap === "" ? text : `-${text}`)).join("");
  const landline = findLandline(abroad ? written.replace(/^(?:00)?86/, "+86") : written);
  return landline === null ? null : { kind: "landline", verdict: valid(landline, "area") };
}

/**
 * Whether short groups are continued by another one written like them: 0418 4502 0005 1332 is the end of a longer number. Behind
 * 0571-88889999 stands whatever comes next.
 */
function goesOn(joined: readonly DigitGroup[], groups: readonly DigitGroup[], end: number): boolean {
  const next = groups[end + 1];
  if (next === undefined || next.text.length < 3 || next.text.length > 6 || dateLength(groups, end + 1) > 0) return false;
  return next.gap === joined.at(-1)?.gap && joined.every(({ text }) => text.length <= 4);
}

/** A card of another network in the groups it is printed with, 4-4-4-4 or 4-6-5: run together such digits may be any number. */
function isGroupedCard(joined: readonly DigitGroup[], number: string): boolean {
  const form = joined.map(({ text }) => text.length).join("-");
  return (form === "4-4-4-4" || form === "4-6-5") && judgeBankCard(number).state === "valid";
}

/** A date 2024-03-01 or the year and month of one: its groups are no part of a number. Answers how many groups it takes. */
function dateLength(groups: readonly DigitGroup[], at: number): number {
  const [year, month, day] = [groups[at], groups[at + 1], groups[at + 2]];
  if (
    year === undefined ||
    month === undefined ||
    !/^(?:19|20)\d\d$/.test(year.text) ||
    month.gap !== "-" ||
    !/^(?:0?[1-9]|1[0-2])$/.test(month.text)
  )
    return 0;
  return day !== undefined && day.gap === "-" && /^(?:0?[1-9]|[12]\d|3[01])$/.test(day.text) ? 3 : 2;
}

function isTooLittle(groups: readonly DigitGroup[], at: number): boolean {
  const first = groups[at];
  if (first === undefined || first.text.length >= 5) return false;
  const second = groups[at + 1];
  return second === undefined || first.text.length < 2;
}

/** Parts of one number are three characters or more, only the last (and a country code) may be shorter. */
function isShaped(joined: readonly DigitGroup[]): boolean {
  return joined.every(
    ({ text }, index) =>
      text.length >= 3 || index === joined.length - 1 || (index === 0 && text === "86") || (index === 1 && /^(?:10|2[0-9])$/.test(text)),
  );
}

function isPartOfDecimal(folded: string, from: number, to: number): boolean {
  if (folded.charAt(from - 1) === "." && isDigit(folded.charCodeAt(from - 2))) return !isListed(folded, from, to);
  if (folded.charAt(to) !== "." || !isDigit(folded.charCodeAt(to + 1))) return false;
  return !/^\.0+(?!\d)/.test(folded.slice(to, to + 8));
}

/** 12.138… 张三 at the beginning of a line: a mobile or a resident id under its number in a list, with words behind it. A number alone may be a decimal. */
function isListed(folded: string, from: number, to: number): boolean {
  if (to - from !== 11 && to - from !== 18) return false;
  if (!/(?:^|[\n\r])[ \t]*[1-9]\d{0,2}\.$/.test(folded.slice(Math.max(0, from - 40), from))) return false;
  return /^[ \t,，;；、(（-]*\p{Script=Han}{2}/u.test(folded.slice(to, to + 10));
}

function hasUnit(folded: string, from: number, to: number): boolean {
  return /[¥￥$€£]/.test(folded.charAt(from - 1)) || UNIT_AFTER.test(folded.slice(to, to + 10));
}

/** Whether the text before a number, back to the last white space or Han character, begins a URL. */
function isInAddressOfPage(folded: string, from: number): boolean {
  let start = from;
  while (start > 0 && from - start < 200 && folded.charCodeAt(start - 1) > 32 && folded.charCodeAt(start - 1) < 128) start--;
  return /:\/\/|^www\./i.test(folded.slice(start, from));
}

/** Whether a number is the middle or end of a longer token joined by hyphens (a part number, a UUID). */
function isInsideDashes(folded: string, groups: readonly DigitGroup[], at: number, end: number, from: number, to: number): boolean {
  const after = groups[end + 1]?.gap === "-" || (folded.charAt(to) === "-" && /[0-9A-Za-z]/.test(folded.charAt(to + 1)));
  const earlier = groups[at]?.gap === "-" && groups[at - 1]?.text !== "86";
  const letters = folded.charAt(from - 1) === "-" && /[A-Za-z]/.test(folded.charAt(from - 2));
  return (after && (earlier || letters)) || (earlier && at > 0);
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}
