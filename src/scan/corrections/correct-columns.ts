import type { TableCorrection } from "#scan/columns/infer-columns.ts";
import { isMeaning } from "#scan/columns/tell-evidence.ts";
import type { Correction } from "#scan/corrections/corrections.contract.ts";

/** A table as it was inferred: its shape, the source it stands in, and its columns. */
type Table = { readonly shape: string; readonly source: string; readonly columns: readonly { readonly name: string }[] };

/**
 * What persons said of one table, by its shape and source; null when nobody said anything. A correction of the single source holds over
 * one of the shape, of two alike the later one. Numbers are places in the list of corrections, from 1.
 */
export function correctColumns(corrections: readonly Correction[], table: Table): TableCorrection | null {
  const columns = new Map<number, NonNullable<ReturnType<TableCorrection["columns"]["get"]>>>();
  let header: TableCorrection["header"] = null;
  for (const single of [false, true])
    for (const [at, correction] of corrections.entries()) {
      if ((correction.type !== "column" && correction.type !== "header") || (correction.source !== null) !== single) continue;
      if (single ? correction.source !== table.source : correction.shape !== table.shape) continue;
      if (correction.type === "header") {
        header = { isHeader: correction.header, correction: at + 1 };
        continue;
      }
      const kind = correction.kind === null ? null : isMeaning(correction.kind) ? correction.kind : undefined;
      const { column } = correction;
      const place = typeof column === "number" ? column - 1 : table.columns.findIndex(({ name }) => name === column);
      if (kind !== undefined && place >= 0 && place < table.columns.length) columns.set(place, { kind, correction: at + 1 });
    }
  return columns.size === 0 && header === null ? null : { columns, header };
}
