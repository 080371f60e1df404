import { judgeBankCard } from "#scan/detectors/bank-card/bank-card.ts";
import { judgeMobile } from "#scan/detectors/mobile/mobile.ts";
import { judgeResidentId } from "#scan/detectors/resident-id/resident-id.ts";
import type { Finding } from "#scan/finding.ts";
import type { Kind, Lookalike } from "#scan/kinds.ts";

/**
 * The short way for the cell of nearly every row: in a column of resident ids, mobiles or cards, digits as they should be. Answers null
 * for anything else (signs, blanks, a check that fails, a value another kind may claim), which the long way then judges: both agree,
 * a property test holds them to it.
 */
export function findPlainNumber(kind: Kind | Lookalike | null, cell: string, today: string): readonly Finding[] | null {
  if ((kind !== "mobile" && kind !== "resident-id" && kind !== "bank-card") || !isPlain(cell)) return null;
  // Plain digits are compact already: the judge of the number itself is asked.
  const verdict = kind === "mobile" ? judgeMobile(cell) : kind === "resident-id" ? judgeResidentId(cell, today) : judgeBankCard(cell);
  if (verdict === null || verdict.state !== "valid" || verdict.because === "foreign" || verdict.because === "digits") return null;
  return [{ kind, state: verdict.state, value: verdict.value, because: verdict.because, from: 0, to: cell.length }];
}

function isPlain(cell: string): boolean {
  const length = cell.length;
  if (length < 11 || length > 19) return false;
  for (let at = 0; at < length; at++) {
    const code = cell.charCodeAt(at);
    if (code < 0x30 || code > 0x39) return code === 0x58 && at === length - 1;
  }
  return true;
}
