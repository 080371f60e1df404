import type { ReportPart } from "#reports/report.contract.ts";

type Column = Extract<ReportPart, { kind: "table" }>["columns"][number];

/** Columns of a report's table: words that fit, words that take what is left, figures. */
export const WORDS: Column = { grow: false, number: false };
export const WIDE: Column = { grow: true, number: false };
export const FIGURES: Column = { grow: false, number: true };

/** Long hashes and paths break anywhere: a space of no width after every eighth sign. */
export function breakable(long: string): string {
  return long.replace(/[^\s]{8}/g, "$&\u200b");
}

/** 12,345. */
export function amount(value: number): string {
  return value.toLocaleString("en-US");
}
