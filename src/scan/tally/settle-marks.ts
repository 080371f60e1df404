import type { Settlement } from "#scan/tally/counters.ts";
import { type FoldedPart, foldMarks, mergeMarks } from "#scan/tally/fold-marks.ts";
import type { MarkStore } from "#scan/tally/mark-store.ts";
import { KIND_SPACE, MARK_WORDS } from "#scan/tally/marks.ts";
import { PARTITIONS } from "#scan/tally/partition-marks.ts";
import { PartyGroups } from "#scan/tally/party-groups.ts";
import { WordRooms } from "#scan/tally/word-rooms.ts";

/** Folds the marks of one part, here or in a thread; they may be written over. */
export type FoldPart = (marks: Uint32Array) => Promise<FoldedPart>;

/** Words of marks of one part that are folded in one piece; more are merged slice by slice first, so that a value in every record fits. */
const MOST_WORDS = (1 << 21) * MARK_WORDS;

/**
 * 结账 settles all marks of a count: part after part (as many at a time as `atOnce` says) equal values are brought together, and parties
 * that share one are joined. Exact, and the same whatever the order of the chunks; memory is a few parts and four bytes a party.
 */
export async function settleMarks(
  store: MarkStore,
  options: {
    readonly asOf: string;
    readonly signal: AbortSignal;
    readonly fold?: FoldPart;
    readonly atOnce?: number;
    readonly most?: number;
  },
): Promise<Settlement> {
  const { asOf, signal, fold = async (marks) => foldMarks(marks, asOf), atOnce = 1, most = MOST_WORDS } = options;
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
  const rooms = new WordRooms();
  const running = new Set<Promise<void>>();
  for (let part = 0; part < PARTITIONS; part++) {
    signal.throwIfAborted();
    const marks = await bringTogether(store, { part, most, rooms, groups });
    if (marks.length === 0) continue;
    const folded: Promise<void> = fold(marks)
      .then((answer) => {
        rooms.giveBack(marks);
        take(answer);
      })
      .finally(() => running.delete(folded));
    folded.catch(() => undefined); // whoever waits for all of them hears of it
    running.add(folded);
    if (running.size >= atOnce) await Promise.race(running);
  }
  await Promise.all(running);
  return { distinct, keys: byTier(sums.keys), persons: byTier(sums.persons), joined: groups.groups, ages };
}

type Settling = { readonly part: number; readonly most: number; readonly rooms: WordRooms; readonly groups: PartyGroups };

/** The marks of a part in one piece: as they are, or where they came in several slices, merged. */
async function bringTogether(store: MarkStore, { part, most, rooms, groups }: Settling): Promise<Uint32Array> {
  let marks: Uint32Array | null = null;
  for await (const slice of store.slices(part, most, (words) => rooms.take(words))) {
    if (marks === null) {
      marks = slice;
      continue;
    }
    const both = new Uint32Array(marks.length + slice.length);
    both.set(marks);
    both.set(slice, marks.length);
    rooms.giveBack(marks);
    rooms.giveBack(slice);
    const merged = mergeMarks(both);
    groups.join(merged.shared);
    marks = merged.marks;
  }
  return marks ?? new Uint32Array(0);
}

function addTo(sums: { [at: number]: number; readonly length: number }, numbers: ArrayLike<number>): void {
  for (let at = 0; at < sums.length; at++) sums[at] = (sums[at] ?? 0) + (numbers[at] ?? 0);
}

function byTier([A = 0, B = 0, C = 0]: readonly number[]) {
  return { A, B, C };
}
