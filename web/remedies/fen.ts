/** "1,234.5" yuan as typed -> 123450 fen; null: nothing typed; undefined: no amount. No floating point touches it. */
export function parseYuan(text: string): number | null | undefined {
  const plain = text.replace(/[,，\s]/g, "");
  if (plain === "") return null;
  const [, yuan, cents = ""] = /^(\d{1,11})(?:\.(\d{1,2}))?$/.exec(plain) ?? [];
  if (yuan === undefined) return undefined;
  return Number(yuan) * 100 + Number(cents.padEnd(2, "0"));
}

/** 123450 fen -> "1234.50", as a field shows it again; null -> "". */
export function typeYuan(fen: number | null): string {
  if (fen === null) return "";
  const cents = fen % 100;
  return cents === 0 ? String(fen / 100) : `${Math.floor(fen / 100)}.${String(cents).padStart(2, "0")}`;
}
