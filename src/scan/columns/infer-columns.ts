import type { ColumnMeaning } from "#scan/finding.ts";

/** A table's first row is its header or not, and what each of its columns (as many as the widest row has) holds. */
export type InferredColumns = { readonly header: boolean; readonly columns: ColumnMeaning[] };

/**
 * Decides from the first rows of a table (up to about 200, a possible header included) whether row 0 is a header, and what each column
 * means. `rows` are cells as stored. A column's `kind` is null when nothing fits; a column without a header is named 列1, 列2, ….
 */
export function inferColumns(rows: readonly (readonly string[])[]): InferredColumns {
  return { header: false, columns: rows.length === 0 ? [] : [] };
}
