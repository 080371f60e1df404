import type { PeriodRequest } from "#calendar/calendar.contract.ts";

/** A chosen period in the address, so that it reopens: `CR-ARR-7,2026-11-25,d,e2`; d in custody, u urgent, r a ruling, e the extension. */
export function writePeriod({ rule, from, detained, urgent, ruling, extend }: PeriodRequest): string {
  return [
    rule,
    from,
    ...(detained ? ["d"] : []),
    ...(urgent ? ["u"] : []),
    ...(ruling ? ["r"] : []),
    ...(extend > 0 ? [`e${extend}`] : []),
  ].join(",");
}

/** The period an address names; what it does not name is no. */
export function readPeriod(text: string): PeriodRequest {
  const [rule = "", from = "", ...marks] = text.split(",");
  const extend = Number(marks.find((mark) => /^e\d{1,4}$/.test(mark))?.slice(1) ?? 0);
  return { rule, from, detained: marks.includes("d"), urgent: marks.includes("u"), ruling: marks.includes("r"), extend };
}
