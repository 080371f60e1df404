import type { Asking } from "#cases/asking.ts";
import { canDo } from "#cases/case.policy.ts";
import { officeDay } from "#cases/case-day.ts";
import { findCaseFacts } from "#cases/find-case-facts.query.ts";
import type { Tx } from "#database/database.ts";
import { calculateGains } from "#gains/calculate-gains.ts";
import type { CountedLine, GainsChoices, GainsFigures, MoneyFlow } from "#gains/gains.contract.ts";
import { findMoneyFlow } from "#gains/gains.store.ts";
import { showLine } from "#gains/mask-flow.ts";
import { done, type Outcome, refuse } from "#refusals/refusal.ts";

export type WorkedOut = { readonly flow: MoneyFlow; readonly figures: GainsFigures; readonly lines: readonly CountedLine[] };

/** What trying and calculating share: the flow, the permission, the figures, and the lines as they may be shown. */
export async function workOutGains(
  tx: Tx,
  { actor, now }: Asking,
  moneyFlowId: string,
  choices: GainsChoices,
  lock: "share" | "none",
): Promise<Outcome<WorkedOut>> {
  const found = await findMoneyFlow(tx, moneyFlowId);
  const facts = found && (await findCaseFacts(tx, found.flow.caseId, lock));
  if (!found || !facts) return refuse("not-found", { what: "money-flow" });
  const decision = canDo("calculate-gains", actor, facts, officeDay(now));
  if (!decision.allowed) return decision.refusal;
  const stranger = choices.own.find((key) => !found.flow.parties.some((party) => party.key === key));
  if (stranger !== undefined) {
    const expected = { expected: "流水表中的一方（key）", "expected.en": "a party of the money flow (its key)" };
    return refuse("invalid-input", { place: "choices.own", ...expected, found: stranger.slice(0, 40) });
  }
  const answer = calculateGains(found.lines, choices);
  if (!answer.ok) {
    const { place, expected, found: came } = answer;
    return refuse("invalid-input", {
      place: `choices.${place}`,
      expected: expected.zh,
      "expected.en": expected.en,
      found: came.slice(0, 80),
    });
  }
  const { lines, ...figures } = answer.result;
  const names = new Map(found.flow.parties.map(({ key, masked }) => [key, masked]));
  return done({ flow: found.flow, figures, lines: lines.map((line) => showLine(line, names)) });
}
