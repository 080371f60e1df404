import { findInText } from "#scan/detectors/find-in-text.ts";
import type { Kind } from "#scan/kinds.ts";
import { foldText } from "#scan/text/fold-text.ts";

/** Longest text shown of a cell of no kind; what lies beyond is cut. */
const LONGEST_TEXT = 60;
/** Province, city, district of an address, each optional, none with a street in it. */
const UNIT = "[^省市区县旗盟路街道巷镇乡村\\d]{1,9}?";
const DISTRICT = new RegExp(`^(?:${UNIT}(?:省|自治区|特别行政区))?(?:${UNIT}(?:市|自治州|地区|盟))?(?:${UNIT}[区县旗市])?`);
/** Kinds shown by a first and a last part: how many characters stay at each end. What is too short for that keeps its first only. */
const ENDS: Partial<Record<Kind, readonly [first: number, last: number]>> = {
  "resident-id": [6, 4],
  "foreign-permanent-resident-id": [3, 4],
  mobile: [3, 4],
  landline: [4, 2],
  "bank-card": [6, 4],
  passport: [1, 3],
  "hk-macao-permit": [1, 3],
  "taiwan-permit": [1, 3],
  "military-id": [1, 2],
  "social-security": [2, 2],
  plate: [2, 2],
  imei: [4, 2],
  imsi: [5, 2],
  iccid: [6, 2],
  mac: [8, 0],
  qq: [2, 2],
  wechat: [2, 1],
};

/**
 * A value as it may be shown: 张*, 138****5678, 110101********123X, cards with their first six and last four, a***@x.cn, addresses to
 * the district, the network part of an IP. A password shows nothing, a category only its first character. `kind` null is free text or
 * a cell of an unknown column: masked wherever `findInText` finds something, long runs of digits hidden too, and cut at 60 characters.
 */
export function maskValue(kind: Kind | null, value: string): string {
  const folded = foldText(value).trim();
  if (folded === "") return "";
  if (kind === null) return maskText(folded);
  const ends = ENDS[kind];
  if (ends !== undefined) return keepEnds(folded, ends[0], ends[1]);
  switch (kind) {
    case "email":
      return maskEmail(folded);
    case "ip":
      return folded.includes(".")
        ? folded.replace(/^(\d{1,3}\.\d{1,3})\..*$/s, "$1.*.*").replace(/^(?!\d{1,3}\.\d{1,3}\.\*).*$/s, "*")
        : `${folded.slice(0, 4)}***`;
    case "address":
      return maskAddress(folded);
    case "coordinates":
      return folded.replace(/\d+(?:\.\d+)?/g, (number) => `${(number.split(".")[0] ?? "").slice(0, 3)}.**`).slice(0, LONGEST_TEXT);
    case "account-password":
      return "******";
    default:
      return keepFirst(folded);
  }
}

function keepEnds(text: string, first: number, last: number): string {
  const characters = Array.from(text.replace(/[\s-]+/g, ""));
  // At least as many are hidden as the shorter half of the value, so that a cut number does not show all it has.
  if (characters.length < (first + last) * 1.5) return keepFirst(characters.join(""));
  const hidden = Math.min(characters.length - first - last, 12);
  return `${characters.slice(0, first).join("")}${"*".repeat(hidden)}${last === 0 ? "" : characters.slice(-last).join("")}`;
}

function keepFirst(text: string): string {
  const [first = "", ...rest] = Array.from(text);
  if (rest.length === 0) return "*";
  return `${first}${"*".repeat(Math.min(rest.length, 6))}`;
}

function maskEmail(text: string): string {
  const at = text.lastIndexOf("@");
  return at > 0 ? `${text.charAt(0)}***${hideDigits(text.slice(at)).slice(0, LONGEST_TEXT)}` : keepFirst(text);
}

/** Province, city and district stay; from the street on nothing does. */
function maskAddress(text: string): string {
  const kept = DISTRICT.exec(text.replace(/\s+/g, ""))?.[0] ?? "";
  return kept === "" ? keepFirst(text) : `${kept}***`;
}

function maskText(folded: string): string {
  let masked = "";
  let at = 0;
  for (const { kind, from, to } of findInText(folded)) {
    masked += hideDigits(folded.slice(at, from)) + maskValue(kind, folded.slice(from, to));
    at = to;
  }
  const whole = masked + hideDigits(folded.slice(at));
  const characters = Array.from(whole);
  return characters.length > LONGEST_TEXT ? `${characters.slice(0, LONGEST_TEXT).join("")}…` : whole;
}

/** Numbers that are no finding (an invalid one without its label) may be a person's all the same. */
function hideDigits(text: string): string {
  return text.replace(/\d(?:[ -]?[\dXx*]){5,}/g, (run) => `${run.slice(0, 2)}${"*".repeat(Math.min(run.length - 2, 12))}`);
}
