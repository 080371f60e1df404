/**
 * Where a value stands on a gauge that shows the threshold at 40 % and its tenfold at 80 % of the length: linear up to the
 * threshold, linear from there to the tenfold, and beyond it pressed into the rest, so that 1 and 1,000,000 both fit.
 */
export function placeOnGauge(value: number, threshold: number): number {
  const ratio = value / threshold;
  if (ratio <= 1) return ratio * 0.4;
  if (ratio <= 10) return 0.4 + ((ratio - 1) / 9) * 0.4;
  return 0.8 + 0.2 * (1 - 10 / ratio);
}
