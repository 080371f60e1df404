import { appendEntry } from "#audit/append-entry.command.ts";
import type { Asking } from "#cases/asking.ts";
import type { Database } from "#database/database.ts";
import type { GainsTrial, TryGainsRequest } from "#gains/gains.contract.ts";
import { workOutGains } from "#gains/work-out-gains.query.ts";
import { done, type Outcome } from "#refusals/refusal.ts";

/** 试算违法所得 figures and one page of lines under the choices so far; stores nothing but that lines were read. */
export async function tryGains(
  database: Database,
  asking: Asking,
  moneyFlowId: string,
  { choices, treatment, page, size }: TryGainsRequest,
): Promise<Outcome<GainsTrial>> {
  const { actor, requestId } = asking;
  return database.transact({ as: "person", actor }, async (tx) => {
    const worked = await workOutGains(tx, asking, moneyFlowId, choices, "none");
    if (!worked.ok) return worked;
    const { flow, figures, lines } = worked.value;
    const fitting = treatment === undefined ? lines : lines.filter((line) => line.treatment === treatment);
    const items = fitting.slice((page - 1) * size, page * size);
    await appendEntry(tx, { event: { kind: "case-read", part: "gains-lines" }, actor, caseId: flow.caseId, requestId });
    return done({ figures, lines: { items, total: fitting.length, page, size } });
  });
}
