import type { CorrectedColumns } from "#scan/columns/infer-columns.ts";
import { isMeaning } from "#scan/columns/tell-evidence.ts";
import type { Correction } from "#scan/corrections/corrections.contract.ts";
import type { Kind, Lookalike } from "#scan/kinds.ts";

/**
 * What persons said of the columns of one table, by its shape and source; null when nobody said anything. A correction of the single
 * source holds over one of the shape, of two alike the later one. Numbers are places in the list of corrections, from 1.
 */
export function correctColumns(
  corrections: readonly Correction[],
  { shape, source, columns }: { readonly shape: string; readonly source: string; readonly columns: readonly { readonly name: string }[] },
): CorrectedColumns | null {
  const corrected = new Map<number, { readonly kind: Kind | Lookalike | null; readonly correction: number }>();
  for (const single of [false, true])
    for (const [at, correction] of corrections.entries()) {
      if (correction.type !== "column" || (correction.source !== null) !== single) continue;
      if (single ? correction.source !== source : correction.shape !== shape) continue;
      const kind = correction.kind === null ? null : isMeaning(correction.kind) ? correction.kind : undefined;
      const { column } = correction;
      const place = typeof column === "number" ? column - 1 : columns.findIndex(({ name }) => name === column);
      if (kind !== undefined && place >= 0 && place < columns.length) corrected.set(place, { kind, correction: at + 1 });
    }
  return corrected.size === 0 ? null : corrected;
}
