/** The sizes of a run. */
export type Options = {
  /** of the dense table */
  readonly megabytes: number;
  readonly chatMegabytes: number;
  /** of the table with many rows */
  readonly rows: number;
  readonly workbookRows: number;
  readonly runs: number;
};

/** One figure of the bench: a row of the table in README, and what the next run is compared with. */
export type Row = {
  /** stays the same from run to run: the baseline is found by it */
  readonly id: string;
  readonly work: string;
  readonly measure: string;
  readonly value: number;
  readonly unit: "×" | "MB/s" | "rows/s" | "ms" | "MB";
  readonly better: "higher" | "lower";
  readonly goal: number | null;
  /** what stood beside it or was left out, for the reader of the table */
  readonly note?: string;
};

/** What one process did: median of `seconds`, highest peak. */
export type Run = {
  readonly work: string;
  readonly who: string;
  readonly seconds: readonly number[];
  readonly median: number;
  readonly peakBytes: number | null;
  readonly bytes: number;
  readonly rows: number | null;
};

/** A distinct figure counted by us and, independently, by DuckDB. The bench fails when one differs. */
export type Agreement = { readonly work: string; readonly kind: string; readonly ours: number; readonly duckdb: number };

export type WorkResult = { readonly rows: readonly Row[]; readonly runs: readonly Run[]; readonly agreement: readonly Agreement[] };

/** What `bench/results/scan.json` and `baseline.json` hold. */
export type Results = {
  readonly date: string;
  readonly commit: string;
  readonly machine: string;
  /** how busy the machine was before the run, in cores; null where it is not told (Windows) */
  readonly loadBefore: number | null;
  readonly versions: Readonly<Record<string, string>>;
  readonly skipped: readonly { readonly peer: string; readonly because: string }[];
  readonly options: Options;
  readonly rows: readonly Row[];
  readonly runs: readonly Run[];
  readonly agreement: readonly Agreement[];
};

/** Whether a row with a goal meets it; null without a goal. */
export function isMet({ value, goal, better }: Row): boolean | null {
  if (goal === null) return null;
  return better === "higher" ? value >= goal : value <= goal;
}

/** Whether others were at work on the machine: what set-up leaves in the mean of a minute is less. */
export function isBusy(load: number | null): boolean {
  return load !== null && load > 1;
}

export function formatValue({ value, unit }: Pick<Row, "value" | "unit">): string {
  const digits = unit === "×" && value < 100 ? 2 : 0;
  const figure = value.toLocaleString("en", { minimumFractionDigits: digits, maximumFractionDigits: digits });
  return unit === "×" ? `${figure} ×` : `${figure} ${unit}`;
}

export function medianOf(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}
