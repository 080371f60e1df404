/** A stretch of a text in UTF-16 code units. */
export type Place = { readonly from: number; readonly to: number };

/** Of places in order and apart, the number of the first that ends behind `at`; their count when none does. */
export function firstEndingBehind(places: readonly Place[], at: number): number {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((places[middle]?.to ?? 0) > at) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Whether a stretch touches none of the places, which stand in order and apart. */
export function isFree(places: readonly Place[], { from, to }: Place): boolean {
  const next = places[firstEndingBehind(places, from)];
  return next === undefined || next.from >= to;
}
