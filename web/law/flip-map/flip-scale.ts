import type { BandSpan } from "#law/law.contract.ts";

/** Steps of a slider from end to end. */
export const STEPS = 1000;

/** The greatest number a line shows: tenfold the last threshold, or twice the present number. */
export function topOf(spans: readonly BandSpan[], value: number | null): number {
  const last = spans.at(-1)?.from ?? 0;
  return Math.max(last * 4, (value ?? 0) * 2, 100);
}

/** Where a number stands on the line, 0 to 1: evenly in its digits, so that 50 and 50,000 are both seen. */
export function placeOf(value: number, top: number): number {
  return Math.min(1, Math.log10(1 + value) / Math.log10(1 + top));
}

/** The whole number at a step of the slider; near a threshold's round number the slider need not be steadied by hand. */
export function valueAt(step: number, top: number): number {
  const raw = (1 + top) ** (step / STEPS) - 1;
  if (raw < 100) return Math.round(raw);
  const unit = 10 ** (Math.floor(Math.log10(raw)) - 1);
  return Math.round(raw / unit) * unit;
}

/** The band of a number on its line. */
export function bandAt(spans: readonly BandSpan[], value: number): BandSpan["band"] | null {
  return spans.find(({ to }) => to === null || Math.floor(value) <= to)?.band ?? null;
}

/** The nearest greater number at which a higher band becomes possible once the unknown facts are known, though none is certain yet. */
export function possibleFrom(spans: readonly BandSpan[], value: number): { readonly at: number; readonly to: BandSpan["band"] } | null {
  const here = spans.findIndex(({ to }) => to === null || Math.floor(value) <= to);
  const next = spans.slice(here + 1).find(({ atMost }) => atMost !== spans[here]?.atMost);
  return next === undefined ? null : { at: next.from, to: next.atMost };
}

/** A share as people read a margin: "−16.7%", "+733%". */
export function tellMargin(margin: number): string {
  const percent = Math.abs(margin) * 100;
  if (percent < 0.05) return "<0.1%";
  return `${margin < 0 ? "−" : "+"}${percent >= 100 ? Math.round(percent).toLocaleString("en-US") : Math.round(percent * 10) / 10}%`;
}
