/** Plain dates `YYYY-MM-DD`: they compare as strings. */

/** The day `years` calendar years later on the same day; 29 February becomes the 28th where there is none. */
export function addYears(day: string, years: number): string {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const target = year + years;
  const leap = (target % 4 === 0 && target % 100 !== 0) || target % 400 === 0;
  const kept = month === 2 && date === 29 && !leap ? 28 : date;
  return [String(target).padStart(4, "0"), String(month).padStart(2, "0"), String(kept).padStart(2, "0")].join("-");
}

/** Whether a rule was in force on the day; both ends included. */
export function isInForce(inForce: { readonly from: string; readonly until: string | null }, day: string): boolean {
  return inForce.from <= day && (inForce.until === null || day <= inForce.until);
}
