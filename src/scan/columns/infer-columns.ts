import { findHeaderMeaning, hasHeader } from "#scan/columns/find-header.ts";
import type { HeaderMeaning } from "#scan/columns/header-words.data.ts";
import { OTHER_PARTY } from "#scan/columns/header-words.data.ts";
import { judgeColumn } from "#scan/columns/judge-column.ts";
import { normaliseHeader } from "#scan/columns/normalise-header.ts";
import { resolveTable } from "#scan/columns/resolve-table.ts";
import { type ColumnSample, sampleColumn } from "#scan/columns/sample-column.ts";
import type { ColumnMeaning } from "#scan/finding.ts";
import type { Kind, Lookalike } from "#scan/kinds.ts";

/** A table's first row is its header or not, and what each of its columns (as many as the widest row has) holds. */
export type InferredColumns = { readonly header: boolean; readonly columns: ColumnMeaning[] };

/** A column on its way to its meaning: what the header says, what the sample says, what was decided. */
export type Column = {
  readonly name: string;
  readonly word: string;
  readonly header: HeaderMeaning | null;
  readonly sample: ColumnSample;
  readonly kind: Kind | Lookalike | null;
  readonly evidence: readonly string[];
  /** a person said what it holds: neighbours change nothing about it */
  readonly fixed: boolean;
};

/** What a person said a column holds (null: nothing of a kind), by its place in the table, and under which correction's number. */
export type CorrectedColumns = ReadonlyMap<number, { readonly kind: Kind | Lookalike | null; readonly correction: number }>;

/** What persons said of a table: of its columns, and whether its first row is the header (null: nothing), under which corrections' numbers. */
export type TableCorrection = {
  readonly columns: CorrectedColumns;
  readonly header: { readonly isHeader: boolean; readonly correction: number } | null;
};

/**
 * Decides from the first rows of a table (up to about 200, a possible header included) whether row 0 is a header, and what each column
 * means. `rows` are cells as stored. A column's `kind` is null when nothing fits; a column without a header is named 列1, 列2, ….
 * Category columns (whereabouts, health, …) come from header words only. `given` says whether row 0 is the header where the format itself
 * tells (field names); null asks the rows. `corrected` columns are what the person said; the others are
 * judged beside them.
 */
export function inferColumns(
  rows: readonly (readonly string[])[],
  corrected: CorrectedColumns = new Map(),
  given: boolean | null = null,
): InferredColumns {
  const header = given ?? hasHeader(rows);
  const body = header ? rows.slice(1) : rows;
  const width = rows.reduce((widest, row) => Math.max(widest, row.length), 0);
  const columns = Array.from({ length: width }, (_, at): Column => {
    const name = (header ? (rows[0]?.[at] ?? "").trim() : "") || `列${at + 1}`;
    const word = header ? normaliseHeader(rows[0]?.[at] ?? "") : "";
    const meaning = header ? findHeaderMeaning(rows[0]?.[at] ?? "") : null;
    const sample = sampleColumn(body.map((row) => row[at] ?? ""));
    const judged = judgeColumn(meaning, word, sample);
    const said = corrected.get(at);
    if (said === undefined) return { name, word, header: meaning, sample, ...judged, fixed: false };
    const evidence = [...judged.evidence, `correction:${said.correction}`];
    return { name, word, header: meaning, sample, kind: said.kind, evidence, fixed: true };
  });
  return { header, columns: resolveTable(columns, (word) => OTHER_PARTY.test(word)) };
}
