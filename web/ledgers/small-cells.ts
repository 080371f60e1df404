import { formatNumber } from "#web/design/number/number.ts";

/** A group of one to four people could be recognised: its number is hidden (null). Nobody is shown as nobody. */
export function maskSmall(value: number): string | null {
  return value > 0 && value < 5 ? null : formatNumber(value);
}
