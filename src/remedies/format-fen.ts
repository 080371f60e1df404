/** 123450 fen -> "1,234.50"; whole yuan without decimals: "1,234". Pure integer arithmetic. */
export function formatFen(fen: number): string {
  const [yuan, cents] = [Math.floor(fen / 100), fen % 100];
  const whole = String(yuan).replace(/\B(?=(\d{3})+$)/g, ",");
  return cents === 0 ? whole : `${whole}.${String(cents).padStart(2, "0")}`;
}
