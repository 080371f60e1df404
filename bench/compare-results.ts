import { formatValue, type Results, type Row } from "./results.ts";

const SAME_WITHIN = 0.1;

export type Comparison = { readonly row: Row; readonly before: Row | null; readonly verdict: "better" | "same" | "worse" | "new" };

/** Holds each row against the row of the same id in the baseline: within a tenth it is the same. */
export function compareResults(now: Results, baseline: Results): Comparison[] {
  return now.rows.map((row) => {
    const before = baseline.rows.find(({ id }) => id === row.id) ?? null;
    if (before === null) return { row, before, verdict: "new" };
    const gain = row.better === "higher" ? row.value / before.value : before.value / row.value;
    return { row, before, verdict: gain > 1 + SAME_WITHIN ? "better" : gain < 1 / (1 + SAME_WITHIN) ? "worse" : "same" };
  });
}

/** The comparison as lines to print; a `whole` run names what it lacks. Says where the two runs cannot be held against each other. */
export function tellComparison(now: Results, baseline: Results, whole: boolean): string[] {
  const lines = compareResults(now, baseline).map(
    ({ row, before, verdict }) =>
      `  ${verdict.padEnd(7)} ${row.id.padEnd(34)} ${formatValue(row).padStart(14)}${before === null ? "" : `   before ${formatValue(before)}`}`,
  );
  const gone = baseline.rows.filter(({ id }) => whole && !now.rows.some((row) => row.id === id)).map(({ id }) => `  missing ${id}`);
  const other: string[] = [];
  if (now.machine !== baseline.machine) other.push(`  the baseline is from another machine (${baseline.machine}): compare only the ratios`);
  if (JSON.stringify(now.options) !== JSON.stringify(baseline.options))
    other.push(`  the baseline had other sizes: ${JSON.stringify(baseline.options)}`);
  return [`compared with the baseline of ${baseline.date} (${baseline.commit}):`, ...lines, ...gone, ...other];
}
