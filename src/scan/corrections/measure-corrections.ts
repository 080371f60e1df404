import { cutTables } from "#scan/columns/group-shapes.ts";
import type { Correction } from "#scan/corrections/corrections.contract.ts";
import type { CorrectionEffect, SourceReport } from "#scan/scan.contract.ts";

const CORRECTED = /^correction:(\d+)$/;

/** What each correction touched: columns of how many tables and the records of those; tiers, item and key touch every table. */
export function measureCorrections(
  corrections: readonly Correction[],
  sources: readonly Pick<SourceReport, "columns" | "records">[],
): CorrectionEffect[] {
  const effects = corrections.map((_, at) => ({ correction: at + 1, tables: 0, records: 0 }));
  let [tables, records] = [0, 0];
  for (const source of sources) {
    records += source.records;
    for (const table of cutTables(source.columns)) {
      tables++;
      const numbers = new Set(table.columns.flatMap(({ because = [] }) => because.flatMap((word) => CORRECTED.exec(word)?.[1] ?? [])));
      for (const number of numbers) {
        const effect = effects[Number(number) - 1];
        if (effect === undefined) continue;
        effect.tables++;
        effect.records += table.records;
      }
    }
  }
  return effects.map((effect, at) =>
    corrections[at]?.type === "column" || corrections[at]?.type === "header" ? effect : { ...effect, tables, records },
  );
}

/** Item definition and key of a count after the corrections; the last one of each holds. */
export function correctDefinition<Options extends { readonly item: "record" | "person"; readonly key: string }>(
  options: Options,
  corrections: readonly Correction[],
): Options {
  let corrected = options;
  for (const correction of corrections) {
    if (correction.type === "item") corrected = { ...corrected, item: correction.item };
    if (correction.type === "key") corrected = { ...corrected, key: correction.key };
  }
  return corrected;
}
