/** "-1234.50" -> "−1,234.50": separates the thousands of a decimal text and never turns it into a floating number. */
export function formatAmount(amount: string): string {
  const [, sign = "", whole = "", rest = ""] = /^(-?)(\d+)(\.\d+)?$/.exec(amount) ?? [];
  if (whole === "") return amount;
  return `${sign === "" ? "" : "−"}${whole.replace(/\B(?=(\d{3})+$)/g, ",")}${rest}`;
}

/** Whether a decimal text is nothing: "0", "0.00", "-0". */
export function isNothing(amount: string): boolean {
  return /^-?0+(\.0+)?$/.test(amount);
}
