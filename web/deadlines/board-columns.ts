import type { BoardBucket, BoardCount } from "#deadlines/deadline-board.contract.ts";

export type BoardColumn = { readonly bucket: BoardBucket; readonly clocks: number };

/** Columns of one half of the wall that hold a clock: what is over first, then day by day, what lies beyond, what rests. */
export function columnsOf(counts: readonly BoardCount[], custody: boolean, personId: string | null | undefined): BoardColumn[] {
  const sums = new Map<BoardBucket, number>();
  for (const count of counts) {
    if (count.custody !== custody || (personId !== undefined && count.personId !== personId)) continue;
    sums.set(count.bucket, (sums.get(count.bucket) ?? 0) + count.clocks);
  }
  return [...sums]
    .map(([bucket, clocks]) => ({ bucket, clocks }))
    .toSorted((one, other) => rank(one.bucket).localeCompare(rank(other.bucket)));
}

/** What is opened at first: the nearest column, custody before the rest. */
export function firstColumn(
  counts: readonly BoardCount[],
  personId: string | null | undefined,
): { readonly bucket: BoardBucket; readonly custody: boolean } | null {
  for (const custody of [true, false]) {
    const [first] = columnsOf(counts, custody, personId);
    if (first !== undefined) return { bucket: first.bucket, custody };
  }
  return null;
}

/** Days sort between what is over and what lies beyond. */
function rank(bucket: BoardBucket): string {
  return bucket === "over" ? "0" : bucket === "later" ? "8" : bucket === "suspended" ? "9" : `1${bucket}`;
}
