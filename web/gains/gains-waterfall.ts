import type { CurrencyFigures, GainsFigures } from "#gains/gains.contract.ts";
import { isNothing } from "#web/gains/amount.ts";

export type GainsStep = {
  readonly key: "received" | "refunds" | "reversals" | "gains" | "costs" | "costsReturned" | "profit";
  /** a sum that stands, or what is taken away or comes back */
  readonly kind: "sum" | "minus" | "plus";
  /** the figure as it was calculated */
  readonly amount: string;
  /** where the bar begins and ends, for drawing only */
  readonly from: number;
  readonly to: number;
};

/**
 * Figures of one currency -> received, what goes off before the gains, the gains, what goes off before the profit, the profit. Where
 * refunds and costs stand follows from the choices. Steps of nothing are left out; sums never.
 */
export function buildGainsWaterfall(
  figures: CurrencyFigures,
  choices: Pick<GainsFigures["choices"], "refunds" | "costs">,
): readonly GainsStep[] {
  const steps: GainsStep[] = [];
  let level = 0;
  const sum = (key: GainsStep["key"], amount: string) => {
    level = Number(amount);
    steps.push({ key, kind: "sum", amount, from: 0, to: Math.max(0, level) });
  };
  const change = (key: GainsStep["key"], amount: string, kind: "minus" | "plus") => {
    if (isNothing(amount)) return;
    const next = level + (kind === "plus" ? 1 : -1) * Number(amount);
    steps.push({ key, kind, amount, from: Math.max(0, Math.min(level, next)), to: Math.max(0, level, next) });
    level = next;
  };
  const refunds = () => change("refunds", figures.refunds, "minus");
  const costs = () => {
    change("costs", figures.costs, "minus");
    change("costsReturned", figures.costsReturned, "plus");
  };
  sum("received", figures.received);
  if (choices.refunds.deduct) refunds();
  change("reversals", figures.reversals, "minus");
  if (choices.costs.deduct) costs();
  sum("gains", figures.gains);
  if (!choices.refunds.deduct) refunds();
  if (!choices.costs.deduct) costs();
  sum("profit", figures.profit);
  return steps;
}

/** The same figures for a spreadsheet. */
export function buildGainsCsv({ currencies, choices }: Pick<GainsFigures, "currencies" | "choices">): string {
  const rows = currencies.flatMap((figures) =>
    buildGainsWaterfall(figures, choices).map(({ key, kind, amount }) => [figures.currency, key, kind, amount].join(",")),
  );
  return `\uFEFFcurrency,step,kind,amount\r\n${rows.join("\r\n")}\r\n`;
}
