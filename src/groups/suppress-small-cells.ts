/**
 * 小格隐藏 which cells of a table of persons must not be shown. A cell from 1 to below the threshold is small; where the sums of the table
 * would give it away, others are hidden with it, until nobody can compute a small cell from what is left.
 */
export type Cell<Id extends string> = { readonly id: Id; readonly value: number };
/** `whole` is the sum of `parts`, which have nothing in common. */
export type Sum<Id extends string> = { readonly whole: Id; readonly parts: readonly Id[] };
export type Hidden = "small" | "complementary";

/**
 * Answers what is hidden. `last` is hidden only when nothing else helps (the total). Whoever reads the table knows the threshold and this
 * rule: that a complementary cell is 0 or at least the threshold is taken into account. A small cell is safe if all values from 1 to the
 * threshold less 1 remain possible but for one (two values at least): that its sum with another small cell is at least 2 is told by their
 * marks alone. Where no choice is safe the whole table is withheld under one mark.
 */
export function suppressSmallCells<Id extends string>(
  cells: readonly Cell<Id>[],
  sums: readonly Sum<Id>[],
  threshold: number,
  last: Id,
): ReadonlyMap<Id, Hidden> {
  const hidden = new Map<Id, Hidden>();
  const small = cells.filter(({ value }) => value > 0 && value < threshold).map(({ id }) => id);
  for (const id of small) hidden.set(id, "small");
  for (;;) {
    const exposed = small.find((id) => isExposed(id, cells, sums, threshold, hidden));
    if (exposed === undefined) return hidden;
    const next = chooseNext(exposed, cells, sums, hidden, last);
    if (next === null) {
      for (const { id } of cells) hidden.set(id, "complementary");
      return hidden;
    }
    hidden.set(next, "complementary");
  }
}

type Range = { least: number; most: number };

/** What a reader can work out of each cell: by every sum, upwards and downwards, until nothing narrows any more. */
export function inferRanges<Id extends string>(
  cells: readonly Cell<Id>[],
  sums: readonly Sum<Id>[],
  threshold: number,
  hidden: ReadonlyMap<Id, Hidden>,
): ReadonlyMap<Id, Readonly<Range>> {
  const ranges = new Map<Id, Range>();
  for (const { id, value } of cells) {
    const how = hidden.get(id);
    if (how === undefined) ranges.set(id, { least: value, most: value });
    else if (how === "small") ranges.set(id, { least: 1, most: threshold - 1 });
    else ranges.set(id, { least: 0, most: Number.POSITIVE_INFINITY });
  }
  const of = (id: Id): Range => ranges.get(id) ?? { least: 0, most: Number.POSITIVE_INFINITY };
  for (let changed = true; changed; ) {
    changed = false;
    const narrow = (id: Id, least: number, most: number) => {
      const range = of(id);
      if (hidden.get(id) === "complementary" && least > 0 && least < threshold) least = threshold; // never a small number
      if (hidden.get(id) === "complementary" && most > 0 && most < threshold) most = 0;
      if (least > range.least) [range.least, changed] = [least, true];
      if (most < range.most) [range.most, changed] = [most, true];
    };
    for (const { whole, parts } of sums) {
      const least = parts.reduce((sum, id) => sum + of(id).least, 0);
      const most = parts.reduce((sum, id) => sum + of(id).most, 0);
      narrow(whole, least, most);
      for (const id of parts) {
        const othersMost = parts.reduce((sum, other) => (other === id ? sum : sum + of(other).most), 0);
        const othersLeast = parts.reduce((sum, other) => (other === id ? sum : sum + of(other).least), 0);
        narrow(id, Number.isFinite(othersMost) ? of(whole).least - othersMost : 0, of(whole).most - othersLeast);
      }
    }
  }
  return ranges;
}

function isExposed<Id extends string>(
  id: Id,
  cells: readonly Cell<Id>[],
  sums: readonly Sum<Id>[],
  threshold: number,
  hidden: ReadonlyMap<Id, Hidden>,
): boolean {
  const range = inferRanges(cells, sums, threshold, hidden).get(id);
  return range === undefined || range.most - range.least + 1 < Math.max(2, threshold - 2);
}

/** The smallest shown cell, zero after all others, of a sum in which the exposed one stands; the last one only when no other is left. */
function chooseNext<Id extends string>(
  exposed: Id,
  cells: readonly Cell<Id>[],
  sums: readonly Sum<Id>[],
  hidden: ReadonlyMap<Id, Hidden>,
  last: Id,
): Id | null {
  const near = new Set(sums.flatMap(({ whole, parts }) => (whole === exposed || parts.includes(exposed) ? [whole, ...parts] : [])));
  const shown = cells.filter(({ id }) => !hidden.has(id) && id !== last);
  const byValue = (some: readonly Cell<Id>[]) =>
    [...some].sort((one, other) => (one.value === 0 ? 1 : 0) - (other.value === 0 ? 1 : 0) || one.value - other.value)[0]?.id;
  return byValue(shown.filter(({ id }) => near.has(id))) ?? byValue(shown) ?? (hidden.has(last) ? null : last);
}
