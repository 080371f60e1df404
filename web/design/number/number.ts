import type { Language } from "#web/design/text/text.ts";

const thousands = new Intl.NumberFormat("en-US", { maximumFractionDigits: 2 });

/** 1286412 -> "1,286,412". */
export function formatNumber(value: number): string {
  return thousands.format(value);
}

/** The second reading of a large number: from 10,000 on "约128.6万"; smaller numbers, and English, have none. */
export function secondReading(value: number, language: Language): string | null {
  if (language !== "zh" || Math.abs(value) < 10_000) return null;
  const [unit, divisor] = Math.abs(value) >= 100_000_000 ? (["亿", 100_000_000] as const) : (["万", 10_000] as const);
  const rounded = Math.round((value / divisor) * 10) / 10;
  return `${rounded * divisor === value ? "" : "约"}${rounded}${unit}`;
}

/** Separates the thousands in an answer that is only figures and signs ("≥ 50000", "30–60000"); words and dates stay as they are. */
export function separateFigures(text: string): string {
  return /^[\d\s.,≥≤<>–—+]*$/.test(text) ? text.replace(/\d{4,}/g, (digits) => formatNumber(Number(digits))) : text;
}

const UNITS = ["B", "KB", "MB", "GB", "TB"] as const;

/** Bytes for a reader, powers of 1,024: 1536 -> "1.5 KB". */
export function formatBytes(bytes: number): string {
  const step = bytes < 1 ? 0 : Math.min(UNITS.length - 1, Math.floor(Math.log2(bytes) / 10));
  const value = bytes / 1024 ** step;
  return `${value >= 100 || step === 0 ? Math.round(value) : Math.round(value * 10) / 10} ${UNITS[step]}`;
}

/** Share of a whole in percent, one digit; nothing of nothing is all of it. */
export function formatShare(part: number, whole: number): string {
  const share = whole === 0 ? 100 : (part / whole) * 100;
  // 99.96 must not read as 100: what is not complete may not look complete
  return `${share < 100 && share > 99.9 ? 99.9 : Math.round(share * 10) / 10}%`;
}
