import { findInText } from "#scan/detectors/find-in-text.ts";
import { judgeCell } from "#scan/detectors/judge-cell.ts";
import { LATEST_DATE } from "#scan/detectors/resident-id/resident-id.ts";
import type { ColumnMeaning, Finding } from "#scan/finding.ts";
import { isKind } from "#scan/kinds.ts";

/** Findings in one cell of a column: a column of a kind judges every value, a lookalike's column gives none, any other is free text. `today` (ISO date): no one is born after it. */
export function findInCell(meaning: ColumnMeaning, cell: string, today: string = LATEST_DATE): Finding[] {
  if (meaning.kind === null) return findInText(cell, today);
  if (!isKind(meaning.kind)) return [];
  const findings = judgeCell(meaning.kind, cell, today);
  if (meaning.mixed !== true) return findings;
  const told = new Set(findings.map(({ kind, value }) => `${kind}\u0000${value}`));
  return [...findings, ...findInText(cell, today).filter(({ kind, value }) => !told.has(`${kind}\u0000${value}`))];
}
