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

/** One linear pass over a folded text. A group stands between characters that are neither letters nor digits. */
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
    while (at < length && isRunUnit(folded.charCodeAt(at))) {
      const unit = folded.charCodeAt(at);
      if (unit >= 48 && unit <= 57) digits++;
      at++;
    }
    const group = digits === 0 ? null : readGroup(folded, from, at, digits);
    if (group === null) {
      open = null;
      if (digits >= 6 && at - from <= LONGEST_LETTERED) scanned.lettered.push({ from, to: at, text: folded.slice(from, at).toUpperCase() });
      continue;
    }
    const gap = open === null ? "" : gapBetween(folded, open[open.length - 1], from);
    if (open !== null && gap !== "") open.push({ ...group, gap });
    else scanned.clusters.push((open = [group]));
  }
  return scanned;
}

function isRunUnit(code: number): boolean {
  return (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || code === 42;
}

function readGroup(folded: string, from: number, to: number, digits: number): DigitGroup | null {
  if (to - from > LONGEST_GROUP) return null;
  const text = folded.slice(from, to).toUpperCase();
  if (digits === to - from) return { from, to, text, shape: "digits", gap: "" };
  if (digits === to - from - 1 && text.endsWith("X")) return { from, to, text, shape: "final-x", gap: "" };
  return /^[\d*]*\*[\d*]*X?$|^\d+X{2,}\d*X?$/.test(text) ? { from, to, text, shape: "masked", gap: "" } : null;
}

function gapBetween(folded: string, before: DigitGroup | undefined, from: number): string {
  if (before === undefined || from - before.to > 2) return "";
  const gap = folded.slice(before.to, from);
  if (/^(?: {1,2}|-{1,2}| -|- )$/.test(gap)) return gap;
  const bracket = /^[)）][ -]?$/.test(gap) && /^0\d{2,3}$/.test(before.text) && /[(（]/.test(folded.charAt(before.from - 1));
  return bracket ? "-" : "";
}
