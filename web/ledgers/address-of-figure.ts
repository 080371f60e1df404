import type { PartTarget } from "#web/ledgers/derivation.ts";

/** The address of what stands behind a figure, in the ledgers of the same case: its rows, or how it was computed. */
export function addressOf(countId: string, to: PartTarget): string {
  const query = new URLSearchParams({ count: countId });
  if ("figure" in to) query.set("figure", to.figure);
  else {
    query.set("tier", to.rows.tier);
    query.set("step", to.rows.step);
    if (to.rows.reason !== null) query.set("reason", to.rows.reason);
  }
  return `?${query}`;
}
