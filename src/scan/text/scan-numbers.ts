/** A run of digits in a folded text (perhaps with a final X, or with mask signs), with the separator before it when it continues a number. */
export type DigitGroup = {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly shape: "digits" | "final-x" | "masked";
  /** "" when the group begins a cluster, otherwise the one or two separators before it */
  readonly gap: string;
};

/** A run that holds letters and begins with one: E12345678, wxid_…; too short and too long ones are left out. */
export type LetteredRun = { readonly from: number; readonly to: number; readonly text: string };

/** What one pass over a folded text found: clusters of digit groups, lettered runs, offsets of @. */
export type ScannedText = { readonly clusters: DigitGroup[][]; readonly lettered: LetteredRun[]; readonly ats: number[] };

const LONGEST_GROUP = 24;
const LONGEST_LETTERED = 20;

/** A mobile or a resident id between a few letters (tel138…, 138…VX): only digits bound a number (law.md 11), but a hash is no telephone. */
const WRAPPED = /^([A-Z]{0,8})(\d{11}|\d{17}[\dX])([A-Z]{0,8})$/;

/**
 * One linear pass over a folded text. A group stands between characters that are neither letters nor digits; a mobile or a resident id
 * also between a few letters.
 */
export function scanNumbers(folded: string): ScannedText {
  const scanned: ScannedText = { clusters: [], lettered: [], ats: [] };
  let open: DigitGroup[] | null = null;
  const length = folded.length;
  for (let at = 0; at < length; ) {
    const code = folded.charCodeAt(at);
    if (!isRunUnit(code)) {
      if (code === 64) scanned.ats.push(at);
      at++;
      continue;
    }
    const from = at;
    let digits = 0;
    for (let unit = code; isRunUnit(unit); unit = folded.charCodeAt(at)) {
      if (unit >= 48 && unit <= 57) digits++;
      at++; // behind the end the code is NaN, which is no unit
    }
    const last: DigitGroup | undefined = open === null ? undefined : open[open.length - 1];
    const gap: string = last === undefined ? "" : gapBetween(folded, last, from);
    const group: DigitGroup | null = digits === 0 ? null : readGroup(folded, from, at, digits, gap);
    if (group === null) {
      open = null;
      const wrapped = readWrapped(folded, from, at, digits);
      if (wrapped !== null) scanned.clusters.push([wrapped]);
      if (digits >= 6 && at - from <= LONGEST_LETTERED) scanned.lettered.push({ from, to: at, text: folded.slice(from, at).toUpperCase() });
      continue;
    }
    if (open !== null && gap !== "") open.push(group);
    else scanned.clusters.push((open = [group]));
  }
  return scanned;
}

function readWrapped(folded: string, from: number, to: number, digits: number): DigitGroup | null {
  // QQ12345678 is written without a space as often as with one; the two letters are its label.
  if (to - from === digits + 2 && digits >= 5 && digits <= 11 && /^qq\d+$/i.test(folded.slice(from, to)))
    return { from: from + 2, to, text: folded.slice(from + 2, to), shape: "digits", gap: "" };
  if ((digits !== 11 && digits !== 17 && digits !== 18) || to - from > 34) return null;
  const match = WRAPPED.exec(folded.slice(from, to).toUpperCase());
  if (match === null) return null;
  const [, before = "", text = ""] = match;
  const start = from + before.length;
  return { from: start, to: start + text.length, text, shape: text.endsWith("X") ? "final-x" : "digits", gap: "" };
}

function isRunUnit(code: number): boolean {
  return (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || code === 42;
}

function readGroup(folded: string, from: number, to: number, digits: number, gap: string): DigitGroup | null {
  if (to - from > LONGEST_GROUP) return null;
  if (digits === to - from) return { from, to, text: folded.slice(from, to), shape: "digits", gap };
  const text = folded.slice(from, to).toUpperCase();
  if (digits === to - from - 1 && text.endsWith("X")) return { from, to, text, shape: "final-x", gap };
  return /^[\d*]*\*[\d*]*X?$|^\d+X{2,}\d*X?$/.test(text) ? { from, to, text, shape: "masked", gap } : null;
}

function gapBetween(folded: string, before: DigitGroup, from: number): string {
  if (from - before.to > 2) return "";
  const gap = folded.slice(before.to, from);
  if (/^(?: {1,2}|-{1,2}| -|- )$/.test(gap)) return gap;
  const bracket = /^[)）][ -]?$/.test(gap) && /^(?:0\d{2,3}|1[3-9]\d)$/.test(before.text) && /[(（]/.test(folded.charAt(before.from - 1));
  return bracket ? "-" : "";
}
