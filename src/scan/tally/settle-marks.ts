import type { Settlement } from "#scan/tally/counters.ts";
import { type FoldedPart, foldMarks } from "#scan/tally/fold-marks.ts";
import type { MarkStore } from "#scan/tally/mark-store.ts";
import { KIND_SPACE } from "#scan/tally/marks.ts";
import { PartyGroups } from "#scan/tally/party-groups.ts";

/** Folds the marks of one part, here or in a thread; the array is used up. */
export type FoldPart = (marks: Uint32Array<ArrayBuffer>) => Promise<FoldedPart>;

/**
 * 结账 settles all marks of a count: part after part (as many at a time as `atOnce` says) equal values are brought together, and parties
 * that share one are joined. Exact, and the same whatever the order of the chunks; memory is a few parts and four bytes a party.
 */
export async function settleMarks(
  store: MarkStore,
  options: { readonly asOf: string; readonly signal: AbortSignal; readonly fold?: FoldPart; readonly atOnce?: number },
): Promise<Settlement> {
  const { asOf, signal, fold = async (marks) => foldMarks(marks, asOf), atOnce = 1 } = options;
  const groups = new PartyGroups(store.parties);
  const distinct = new Float64Array(KIND_SPACE);
  const sums = { keys: [0, 0, 0], persons: [0, 0, 0] };
  const ages = { under14: 0, under18: 0, over60: 0, women: 0 };
  const take = (part: FoldedPart): void => {
    groups.join(part.shared);
    addTo(distinct, part.distinct);
    addTo(sums.keys, part.keys);
    addTo(sums.persons, part.persons);
    for (const group of ["under14", "under18", "over60", "women"] as const) ages[group] += part.ages[group];
  };
  const running = new Set<Promise<void>>();
  for await (const marks of store.parts()) {
    signal.throwIfAborted();
    if (marks.length === 0) continue;
    const folded = fold(marks)
      .then(take)
      .finally(() => running.delete(folded));
    running.add(folded);
    if (running.size >= atOnce) await Promise.race(running);
  }
  await Promise.all(running);
  return { distinct, keys: byTier(sums.keys), persons: byTier(sums.persons), joined: groups.groups, ages };
}

function addTo(sums: { [at: number]: number; readonly length: number }, numbers: ArrayLike<number>): void {
  for (let at = 0; at < sums.length; at++) sums[at] = (sums[at] ?? 0) + (numbers[at] ?? 0);
}

function byTier([A = 0, B = 0, C = 0]: readonly number[]) {
  return { A, B, C };
}
