import { cutTables } from "#scan/columns/group-shapes.ts";
import type { Correction } from "#scan/corrections/corrections.contract.ts";
import type { CountResult } from "#scan/scan.contract.ts";

/** What is wrong with a correction: where in it, what was expected, what came. */
export type CorrectionFault = {
  readonly place: string;
  readonly expected: { readonly zh: string; readonly en: string };
  readonly found: string;
};

const MOST_NAMED = 10;

/** Holds a correction against the count in which it was seen; null when what it names is there. */
export function findCorrectionFault(correction: Correction, { sources }: Pick<CountResult, "sources">): CorrectionFault | null {
  if (correction.type !== "column" && correction.type !== "header") return null;
  const { shape, source } = correction;
  const tables = sources.filter(({ path }) => source === null || path === source).flatMap(({ columns }) => cutTables(columns));
  const own = shape === null ? tables : tables.filter((table) => table.shape === shape);
  if (own.length === 0)
    return shape === null
      ? {
          place: "source",
          expected: { zh: "清点结果中含有表格的来源", en: "a source of the count that holds a table" },
          found: source ?? "",
        }
      : { place: "shape", expected: { zh: "清点结果中的表型", en: "a shape of the count" }, found: shape };
  if (correction.type === "header") return null;
  const { column } = correction;
  if (
    typeof column === "number"
      ? own.some(({ columns }) => column <= columns.length)
      : own.some(({ columns }) => columns.some(({ name }) => name === column))
  )
    return null;
  const names = [...new Set(own.flatMap(({ columns }) => columns.map(({ name }) => name)))];
  const listed = names.slice(0, MOST_NAMED).join("、") + (names.length > MOST_NAMED ? "…" : "");
  return {
    place: "column",
    expected: { zh: `表中的列（${listed}），或其序号`, en: `a column of the table (${listed}), or its number` },
    found: String(column),
  };
}
