/** A sum in `many` monthly parts from a day on, whole fen, the last one takes the rest; a month without that day ends earlier. Pure. */
export function splitMonthly(due: number, firstOn: string, many: number): { readonly on: string; readonly amount: number }[] {
  const [year = 0, month = 0, day = 0] = firstOn.split("-").map(Number);
  const part = Math.floor(due / many);
  return Array.from({ length: many }, (_, at) => {
    const last = new Date(Date.UTC(year, month + at, 0)).getUTCDate();
    const on = new Date(Date.UTC(year, month - 1 + at, Math.min(day, last))).toISOString().slice(0, 10);
    return { on, amount: at === many - 1 ? due - part * (many - 1) : part };
  });
}
