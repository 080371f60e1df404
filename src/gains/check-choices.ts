import type { Direction, GainsChoices, MoneyFlowLine, Treatment } from "#gains/gains.contract.ts";
import { decimalsOf, parseAmount } from "#gains/money.ts";
import { TREATMENTS_OF } from "#gains/treat-line.ts";

/** A choice that contradicts the table or itself: nothing is calculated with it. */
export type WrongChoice = {
  readonly ok: false;
  readonly place: string;
  readonly expected: { zh: string; en: string };
  readonly found: string;
};

type Decision = GainsChoices["decisions"][number];

/** The first choice that cannot stand, or null. `directionOf` gives the direction of each line by its id. */
export function findWrongChoice(
  lines: ReadonlyMap<string, MoneyFlowLine>,
  directionOf: (id: string) => Direction,
  choices: GainsChoices,
): WrongChoice | null {
  const decided = new Map<string, Decision>();
  for (const [at, decision] of choices.decisions.entries()) {
    const place = `decisions[${at}]`;
    const line = lines.get(decision.line);
    if (!line) return wrong(`${place}.line`, "表中的一行", "a line of the table", decision.line);
    if (decided.has(decision.line)) return wrong(`${place}.line`, "每行只有一个认定", "one decision a line", decision.line);
    decided.set(decision.line, decision);
    const fits = findMisfit(line, directionOf(decision.line), decision.treatment);
    if (fits) return wrong(`${place}.treatment`, fits.zh, fits.en, decision.treatment);
  }
  const currencies = new Set<string>();
  for (const [at, { currency, rate }] of choices.rates.entries()) {
    const place = `rates[${at}]`;
    if (currency === "CNY") return wrong(`${place}.currency`, "人民币以外的币种", "a currency other than CNY", currency);
    if (currencies.has(currency)) return wrong(`${place}.currency`, "每种货币一个汇率", "one rate a currency", currency);
    if (parseAmount(rate, 8) === 0n) return wrong(`${place}.rate`, "大于零的汇率", "a rate above zero", rate);
    currencies.add(currency);
  }
  return findOverdrawn(lines, decided, choices);
}

function findMisfit(line: MoneyFlowLine, direction: Direction, treatment: Treatment): { zh: string; en: string } | null {
  if (line.amount === null && treatment !== "unrelated" && treatment !== "failed" && treatment !== "duplicate")
    return { zh: "金额能够读取的行", en: "a line whose amount could be read" };
  const allowed: readonly Treatment[] = TREATMENTS_OF[direction];
  if (!allowed.includes(treatment))
    return { zh: `${allowed.join("、")} 之一（按该行的收支方向）`, en: `one of ${allowed.join(", ")} (by the direction of the line)` };
  // A negative amount takes back what its direction says; only what takes back fits it, and only it takes back within a direction.
  if (direction === "in" && line.takesBack && treatment === "gain")
    return { zh: "冲减收入的行不能认定为收入", en: "a line that takes income back is no income" };
  if (direction === "in" && !line.takesBack && treatment === "reversal")
    return { zh: "支出或者负数的行", en: "a line that went out or is negative" };
  if (direction === "out" && line.takesBack && (treatment === "cost" || treatment === "refund" || treatment === "reversal"))
    return { zh: "冲减支出的行不能认定为支出", en: "a line that takes an expense back is no expense" };
  if (direction === "out" && !line.takesBack && treatment === "cost-returned")
    return { zh: "收入或者负数的行", en: "a line that came in or is negative" };
  return null;
}

/** What is given back of an income, or comes back of a cost, is at most that income or cost. */
function findOverdrawn(
  lines: ReadonlyMap<string, MoneyFlowLine>,
  decided: ReadonlyMap<string, Decision>,
  choices: GainsChoices,
): WrongChoice | null {
  const taken = new Map<string, bigint>();
  for (const [at, { line: id, treatment, refersTo }] of choices.decisions.entries()) {
    if (refersTo === null) continue;
    const place = `decisions[${at}].refersTo`;
    const [line, original] = [lines.get(id), lines.get(refersTo)];
    if (!original || refersTo === id) return wrong(place, "表中的另一行", "another line of the table", refersTo);
    const returns = treatment === "cost-returned";
    if (!returns && treatment !== "refund" && treatment !== "reversal")
      return wrong(place, "仅退款、冲正和退回的成本可以指向原行", "only refunds, reversals and returned costs refer to a line", treatment);
    if (returns && decided.get(refersTo)?.treatment !== "cost")
      return wrong(place, "已认定为成本的行", "a line decided to be a cost", refersTo);
    if (line?.amount == null || original.amount === null || line.currency !== original.currency)
      return wrong(place, "同一币种且金额能够读取的行", "a readable line of the same currency", refersTo);
    const decimals = decimalsOf(line.currency);
    const sum = (taken.get(refersTo) ?? 0n) + parseAmount(line.amount, decimals);
    if (sum > parseAmount(original.amount, decimals))
      return wrong(place, "退回的合计不超过原行金额", "together no more than the line they take back", refersTo);
    taken.set(refersTo, sum);
  }
  return null;
}

function wrong(place: string, zh: string, en: string, found: string): WrongChoice {
  return { ok: false, place, expected: { zh, en }, found };
}
