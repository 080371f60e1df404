import { expect, test } from "vitest";
import { findInText } from "#scan/detectors/find-in-text.ts";
import { judgeCell } from "#scan/detectors/judge-cell.ts";
import type { Finding } from "#scan/finding.ts";
import type { Kind } from "#scan/kinds.ts";

/** Cases of one detector. Findings are written "kind state value", several with " + "; "" is none. All numbers are invented. */
export type DetectorCases = {
  readonly kind: Kind;
  /** a line of free text and what is found in it */
  readonly text: readonly (readonly [text: string, found: string])[];
  /** a cell in a column of the kind and what is found in it */
  readonly cells: readonly (readonly [cell: string, found: string])[];
};

/** Runs the cases of a detector as one test each, against the text and the cell reader. */
export function runDetectorCases({ kind, text, cells }: DetectorCases): void {
  test.each(text)(`in the line %j is found: %s`, (line, found) => {
    expect(print(findInText(line))).toBe(found);
  });
  test.each(cells)(`in a column of ${kind}, %j is: %s`, (cell, found) => {
    expect(print(judgeCell(kind, cell))).toBe(found);
  });
}

function print(findings: readonly Finding[]): string {
  return findings
    .map(({ kind, state, value, because }) => `${kind} ${state} ${value}${state === "valid" ? "" : ` (${because})`}`)
    .join(" + ");
}
