import { findInText } from "#scan/detectors/find-in-text.ts";
import { judgeCell } from "#scan/detectors/judge-cell.ts";
import { LATEST_DATE } from "#scan/detectors/resident-id/resident-id.ts";
import type { ColumnMeaning, Finding } from "#scan/finding.ts";
import { isKind } from "#scan/kinds.ts";

/** Findings in one cell of a column: a column of a kind judges every value, a lookalike's column gives none, any other is free text. `today` (ISO date): no one is born after it. */
export function findInCell(meaning: ColumnMeaning, cell: string, today: string = LATEST_DATE): Finding[] {
  if (meaning.kind === null) return findInText(cell, today);
  return isKind(meaning.kind) ? judgeCell(meaning.kind, cell, today) : [];
}
