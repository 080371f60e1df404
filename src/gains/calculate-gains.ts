import { findWrongChoice, type WrongChoice } from "#gains/check-choices.ts";
import type { CountedLine, CurrencyFigures, GainsChoices, GainsResult, MoneyFlowLine, Treatment } from "#gains/gains.contract.ts";
import { convertToFen, decimalsOf, parseAmount, writeAmount } from "#gains/money.ts";
import { foldParty, type Presumption, treatLine } from "#gains/treat-line.ts";

const REASONS = {
  refundsByDefault: {
    zh: "未作选择：按有利于被追诉人的原则，从违法所得中扣除退还付款人的款项",
    en: "nobody chose: refunds to payers are deducted, the reading in favour of the accused",
  },
  costsByDefault: {
    zh: "未作选择：违法所得按全部收入认定，购买信息等成本一般不予扣除；获利（第六条）为扣除成本后的净额",
    en: "nobody chose: gains are all that came in, costs are in principle not deducted; profit (article 6) is net of them",
  },
} as const;

/**
 * 违法所得 what the lines of money-flow tables come to, line by line. Gains = income less reversals, less refunds and costs as chosen;
 * profit (获利) = income less reversals, refunds and costs, always. Amounts are whole units in BigInt; currencies stay apart unless a
 * rate with day and source is given. Lines that nobody decided and no rule may presume are open and count nowhere.
 * Law: 法释〔2017〕10号 article 5 (1) item 7 (gains) and article 6 (profit).
 * @returns the result, or the first choice that contradicts the table
 */
export function calculateGains(
  lines: readonly MoneyFlowLine[],
  choices: GainsChoices,
): { readonly ok: true; readonly result: GainsResult } | WrongChoice {
  const own = new Set(choices.own.map(foldParty));
  const presumptions = new Map(lines.map((line) => [line.id, treatLine(line, own)]));
  const byId = new Map(lines.map((line) => [line.id, line]));
  if (byId.size !== lines.length) throw new Error("two lines of a money flow have the same id");
  const wrong = findWrongChoice(byId, (id) => presumptions.get(id)?.direction ?? "unknown", choices);
  if (wrong) return wrong;

  const decisions = new Map(choices.decisions.map((decision) => [decision.line, decision]));
  const repeated = findRepeated(lines, presumptions);
  const deduct = { refunds: choices.refunds?.deduct ?? true, costs: choices.costs?.deduct ?? false };
  const counted: CountedLine[] = [];
  const sums = new Map<string, Sums>();
  for (const line of lines) {
    const presumption = presumptions.get(line.id) ?? treatLine(line, own);
    const decision = decisions.get(line.id);
    const first = repeated.get(line.id);
    const treated =
      decision !== undefined
        ? { treatment: decision.treatment, because: { zh: decision.reason, en: decision.reason }, refersTo: decision.refersTo }
        : first !== undefined && presumption.treatment !== "failed"
          ? { treatment: "duplicate" as const, because: sameSerial(first), refersTo: first }
          : { treatment: presumption.treatment, because: presumption.because, refersTo: null };
    const decimals = decimalsOf(line.currency);
    const units = line.amount === null ? 0n : parseAmount(line.amount, decimals);
    const effect = effectOf(treated.treatment, units, deduct);
    const of = sumsOf(sums, line.currency);
    addTo(of, treated.treatment, units, presumption.direction, decision === undefined);
    of.gains += effect.onGains;
    of.profit += effect.onProfit;
    counted.push({
      ...line,
      direction: presumption.direction,
      ...treated,
      presumed: decision === undefined && treated.treatment !== "open",
      onGains: writeAmount(effect.onGains, decimals),
      onProfit: writeAmount(effect.onProfit, decimals),
    });
  }
  for (const [currency, of] of sums)
    if (of.costsReturned > of.costs)
      return {
        ok: false,
        place: "decisions",
        expected: { zh: `${currency}退回的成本不超过已认定的成本`, en: `returned costs in ${currency} no more than the costs decided` },
        found: writeAmount(of.costsReturned, decimalsOf(currency)),
      };
  return { ok: true, result: buildResult(counted, sums, choices, deduct) };
}

type Sums = {
  received: bigint;
  presumedReceived: bigint;
  refunds: bigint;
  reversals: bigint;
  costs: bigint;
  costsReturned: bigint;
  gains: bigint;
  profit: bigint;
  openLines: number;
  openIn: bigint;
  openOut: bigint;
  openUnknown: bigint;
};

function sumsOf(sums: Map<string, Sums>, currency: string): Sums {
  const found = sums.get(currency);
  if (found) return found;
  const none = { received: 0n, presumedReceived: 0n, refunds: 0n, reversals: 0n, costs: 0n, costsReturned: 0n, gains: 0n, profit: 0n };
  const fresh: Sums = { ...none, openLines: 0, openIn: 0n, openOut: 0n, openUnknown: 0n };
  sums.set(currency, fresh);
  return fresh;
}

function addTo(of: Sums, treatment: Treatment, units: bigint, direction: Presumption["direction"], presumed: boolean): void {
  switch (treatment) {
    case "gain":
      of.received += units;
      if (presumed) of.presumedReceived += units;
      return;
    case "refund":
      of.refunds += units;
      return;
    case "reversal":
      of.reversals += units;
      return;
    case "cost":
      of.costs += units;
      return;
    case "cost-returned":
      of.costsReturned += units;
      return;
    case "open":
      of.openLines += 1;
      if (direction === "in") of.openIn += units;
      else if (direction === "out") of.openOut += units;
      else of.openUnknown += units;
      return;
    default:
      return;
  }
}

function effectOf(
  treatment: Treatment,
  units: bigint,
  deduct: { refunds: boolean; costs: boolean },
): { onGains: bigint; onProfit: bigint } {
  switch (treatment) {
    case "gain":
      return { onGains: units, onProfit: units };
    case "reversal":
      return { onGains: -units, onProfit: -units };
    case "refund":
      return { onGains: deduct.refunds ? -units : 0n, onProfit: -units };
    case "cost":
      return { onGains: deduct.costs ? -units : 0n, onProfit: -units };
    case "cost-returned":
      return { onGains: deduct.costs ? units : 0n, onProfit: units };
    default:
      return { onGains: 0n, onProfit: 0n };
  }
}

/** Lines that repeat the serial number, day, direction and amount of an earlier one: the same payment told twice. */
function findRepeated(lines: readonly MoneyFlowLine[], presumptions: ReadonlyMap<string, Presumption>): Map<string, string> {
  const firsts = new Map<string, string>();
  const repeated = new Map<string, string>();
  for (const line of lines) {
    if (line.serial === null || line.amount === null) continue;
    const direction = presumptions.get(line.id)?.direction;
    const key = JSON.stringify([foldParty(line.serial), line.date, direction, line.takesBack, line.currency, line.amount]);
    const first = firsts.get(key);
    if (first === undefined) firsts.set(key, line.id);
    else repeated.set(line.id, first);
  }
  return repeated;
}

function sameSerial(first: string): { zh: string; en: string } {
  return {
    zh: `流水号、日期、方向和金额与第${first}行相同，为同一笔`,
    en: `the same payment as line ${first}: serial number, day, direction and amount agree`,
  };
}

function buildResult(
  lines: CountedLine[],
  sums: ReadonlyMap<string, Sums>,
  choices: GainsChoices,
  deduct: { refunds: boolean; costs: boolean },
): GainsResult {
  const currencies = [...sums].sort(([one], [other]) => (one === "CNY" ? -1 : other === "CNY" ? 1 : one < other ? -1 : 1));
  const total = { gains: 0n, profit: 0n, decided: 0n };
  const converted: GainsResult["total"]["converted"] = [];
  const apart: string[] = [];
  for (const [currency, of] of currencies) {
    const decimals = decimalsOf(currency);
    const decided = of.gains - of.presumedReceived;
    if (currency === "CNY") {
      total.gains += of.gains;
      total.profit += of.profit;
      total.decided += decided;
      continue;
    }
    const rate = choices.rates.find((one) => one.currency === currency);
    if (!rate) {
      apart.push(currency);
      continue;
    }
    const [gains, profit] = [convertToFen(of.gains, decimals, rate.rate), convertToFen(of.profit, decimals, rate.rate)];
    total.gains += gains;
    total.profit += profit;
    total.decided += convertToFen(decided, decimals, rate.rate);
    converted.push({ ...rate, gains: writeAmount(gains, 2), profit: writeAmount(profit, 2) });
  }
  const open = lines.filter(({ treatment }) => treatment === "open").length;
  const complete = open === 0 && apart.length === 0;
  const unreadable = lines.filter(({ amount }) => amount === null).length;
  return {
    currencies: currencies.map(([currency, of]) => present(currency, of)),
    total: {
      currency: "CNY",
      gains: writeAmount(total.gains, 2),
      profit: writeAmount(total.profit, 2),
      decidedGains: writeAmount(total.decided > 0n ? total.decided : 0n, 2),
      converted,
      apart,
    },
    facts: { gains: complete ? inYuan(total.gains) : null, profit: complete ? inYuan(total.profit) : null },
    complete,
    open,
    unreadable,
    presumed: lines.filter(({ presumed }) => presumed).length,
    choices: {
      refunds: { deduct: deduct.refunds, ...reasonOf(choices.refunds, REASONS.refundsByDefault) },
      costs: { deduct: deduct.costs, ...reasonOf(choices.costs, REASONS.costsByDefault) },
    },
    lines,
    notices: listNotices(lines, sums, apart),
  };
}

/** Fen as the number of yuan that facts hold; less than nothing is no gain. Exact: fifteen digits and more fit a double. */
function inYuan(fen: bigint): number {
  return fen > 0n ? Number(writeAmount(fen, 2)) : 0;
}

function reasonOf(choice: GainsChoices["refunds"], fallback: { zh: string; en: string }) {
  return choice === null ? { chosen: false, reason: { ...fallback } } : { chosen: true, reason: { zh: choice.reason, en: choice.reason } };
}

function present(currency: string, of: Sums): CurrencyFigures {
  const write = (units: bigint) => writeAmount(units, decimalsOf(currency));
  return {
    currency,
    received: write(of.received),
    presumedReceived: write(of.presumedReceived),
    refunds: write(of.refunds),
    reversals: write(of.reversals),
    costs: write(of.costs),
    costsReturned: write(of.costsReturned),
    gains: write(of.gains),
    profit: write(of.profit),
    open: { lines: of.openLines, in: write(of.openIn), out: write(of.openOut), unknown: write(of.openUnknown) },
  };
}

function listNotices(lines: readonly CountedLine[], sums: ReadonlyMap<string, Sums>, apart: readonly string[]): GainsResult["notices"] {
  const notices: GainsResult["notices"] = [];
  const seen = new Map<string, string>();
  for (const { id, rounded, amount } of lines)
    if (rounded)
      notices.push({
        zh: `第${id}行的金额带有电子表格的浮点尾数，按其显示的15位有效数字读作${amount}。`,
        en: `The amount of line ${id} carries a spreadsheet's floating point: read as the fifteen digits it shows, ${amount}.`,
      });
  for (const line of lines) {
    if (line.amount === null || line.treatment === "duplicate" || line.serial !== null) continue;
    const key = JSON.stringify([line.date, line.payer, line.payee, line.direction, line.takesBack, line.currency, line.amount, line.note]);
    const first = seen.get(key);
    if (first === undefined) seen.set(key, line.id);
    else
      notices.push({
        zh: `第${line.id}行与第${first}行内容完全相同，请核实是否为同一笔；未自动扣除。`,
        en: `Line ${line.id} says the same as line ${first}: check whether it is one payment; nothing was left out.`,
      });
  }
  for (const [currency, of] of sums)
    if (of.gains < 0n)
      notices.push({
        zh: `${currency}扣除项超过收入，请核对认定。`,
        en: `In ${currency} more is deducted than came in: check the decisions.`,
      });
  if (apart.length > 0)
    notices.push({
      zh: `${apart.join("、")}未给出汇率（须注明日期和来源），单独列示，未计入人民币合计。`,
      en: `${apart.join(", ")}: no rate (with its day and source) was given; shown apart and not in the total in yuan.`,
    });
  return cutNotices(notices);
}

const MOST_NOTICES = 200;

function cutNotices(notices: GainsResult["notices"]): GainsResult["notices"] {
  const more = notices.length - MOST_NOTICES;
  if (more <= 0) return notices;
  return [...notices.slice(0, MOST_NOTICES), { zh: `另有${more}处提示未列出。`, en: `${more} more notices are not listed.` }];
}
