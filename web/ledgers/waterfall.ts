import type { z } from "zod";
import { ExclusionReason, type LedgerLine } from "#scan/scan.contract.ts";

export type WaterfallStep = {
  readonly key: string;
  readonly kind: "seized" | "excluded" | "valid" | "duplicate" | "distinct";
  readonly reason: ExclusionReason | null;
  readonly count: number;
  /** where the bar begins; what is taken away hangs from what was there before */
  readonly from: number;
  readonly to: number;
};
type Line = z.infer<typeof LedgerLine>;

/** A ledger line -> the steps of its waterfall: seized, each exclusion in the law's order, valid, duplicates, distinct. */
export function buildWaterfall(line: Line): readonly WaterfallStep[] {
  const steps: WaterfallStep[] = [{ key: "seized", kind: "seized", reason: null, count: line.seized, from: 0, to: line.seized }];
  let left = line.seized;
  for (const reason of ExclusionReason.options) {
    const count = line.excluded[reason] ?? 0;
    if (count === 0) continue;
    steps.push({ key: `excluded-${reason}`, kind: "excluded", reason, count, from: left - count, to: left });
    left -= count;
  }
  steps.push({ key: "valid", kind: "valid", reason: null, count: line.valid, from: 0, to: line.valid });
  if (line.duplicates > 0)
    steps.push({ key: "duplicate", kind: "duplicate", reason: null, count: line.duplicates, from: line.distinct, to: line.valid });
  steps.push({ key: "distinct", kind: "distinct", reason: null, count: line.distinct, from: 0, to: line.distinct });
  return steps;
}

/** The same figures as CSV for a spreadsheet, one line a step. */
export function buildLedgerCsv(tiers: Readonly<Record<string, Line>>): string {
  const rows = Object.entries(tiers).flatMap(([tier, line]) =>
    buildWaterfall(line).map((step) => [tier, step.kind, step.reason ?? "", step.count].join(",")),
  );
  return `\uFEFFtier,step,reason,records\r\n${rows.join("\r\n")}\r\n`;
}
