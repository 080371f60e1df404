import { findEmailAround } from "#scan/detectors/email/email.ts";
import { findMarked } from "#scan/detectors/find-marked.ts";
import { findNumbers } from "#scan/detectors/find-numbers.ts";
import { judgeLettered } from "#scan/detectors/judge-labelled.ts";
import { LATEST_DATE } from "#scan/detectors/resident-id/resident-id.ts";
import type { Finding } from "#scan/finding.ts";
import { findLabel } from "#scan/text/find-label.ts";
import { foldText } from "#scan/text/fold-text.ts";
import { type ScannedText, scanNumbers } from "#scan/text/scan-numbers.ts";

/**
 * All findings in one line of free text, sorted by `from`, non-overlapping, at most one kind a place. Offsets are UTF-16 code units
 * of `text` as given. A number that fails its check is a finding only beside its label, except 18 characters with a real region and date.
 * Categories (whereabouts, health, …) are never found in free text: they come from columns. Names and addresses only join what is found
 * here (records/join-companions.ts).
 * `today` (ISO date) is the day after which no one can be born.
 */
export function findInText(text: string, today: string = LATEST_DATE): Finding[] {
  const folded = foldText(text);
  const scanned = scanNumbers(folded);
  // What stands first wins its place: an address of mail or network keeps the digits inside it.
  const found = [
    ...findEmails(folded, scanned),
    ...findMarked(folded),
    ...findLettered(folded, scanned, today),
    ...findNumbers(folded, scanned.clusters, today),
  ];
  return withoutOverlaps(found);
}

function findEmails(folded: string, { ats }: ScannedText): Finding[] {
  return ats.flatMap((at) => {
    const email = findEmailAround(folded, at);
    return email === null
      ? []
      : [{ kind: "email" as const, state: "valid" as const, value: email.value, from: email.from, to: email.to, because: null }];
  });
}

function findLettered(folded: string, { lettered }: ScannedText, today: string): Finding[] {
  return lettered.flatMap(({ from, to, text }) => {
    const label = /^[A-Z]/.test(text) || text.length === 9 ? findLabel(folded, from) : null;
    const judged = label === null || label === "lookalike" ? null : judgeLettered(label, text, today);
    return judged === null ? [] : [{ kind: judged.kind, ...judged.verdict, from, to }];
  });
}

function withoutOverlaps(found: readonly Finding[]): Finding[] {
  if (found.length < 2) return [...found];
  const ranked = found.map((finding, rank) => ({ finding, rank })).sort((a, b) => a.finding.from - b.finding.from || a.rank - b.rank);
  const kept: { finding: Finding; rank: number }[] = [];
  for (const next of ranked) {
    const last = kept[kept.length - 1];
    if (last === undefined || last.finding.to <= next.finding.from) kept.push(next);
    else if (next.rank < last.rank) kept[kept.length - 1] = next;
  }
  return kept.map(({ finding }) => finding);
}
