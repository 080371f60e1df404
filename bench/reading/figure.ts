/** One line of the table: what we reach beside the goal and the baseline. `misses` are ids and values only, never words of a document. */
export type Figure = {
  readonly task: string;
  readonly measure: string;
  readonly value: number | null;
  readonly baseline: number | null;
  readonly goal: number | null;
  /** how many were asked */
  readonly of: number;
  readonly note: string;
  readonly misses: readonly string[];
};

export type Counts = { right: number; extra: number; missed: number };

export function f1(counts: Counts): number {
  const { right, extra, missed } = counts;
  return right === 0 ? 0 : (2 * right) / (2 * right + extra + missed);
}

/** Adds what a list found holds against what it should hold. */
export function countSets(counts: Counts, found: readonly string[], expected: readonly string[]): boolean {
  const [have, want] = [new Set(found), new Set(expected)];
  for (const one of have)
    if (want.has(one)) counts.right++;
    else counts.extra++;
  for (const one of want) if (!have.has(one)) counts.missed++;
  return have.size === want.size && [...have].every((one) => want.has(one));
}
