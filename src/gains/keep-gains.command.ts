import { randomUUID } from "node:crypto";
import { appendEntry } from "#audit/append-entry.command.ts";
import type { Asking } from "#cases/asking.ts";
import type { Database } from "#database/database.ts";
import type { CalculateGainsRequest, GainsCalculation } from "#gains/gains.contract.ts";
import { findCalculation, insertCalculation } from "#gains/gains.store.ts";
import { workOutGains } from "#gains/work-out-gains.query.ts";
import { done, type Outcome } from "#refusals/refusal.ts";
import { answerOnce } from "#requests/answer-once.command.ts";

/** 计算违法所得 keeps figures, choices and treated lines of a money flow together; another choice is another calculation. */
export async function keepGains(
  database: Database,
  asking: Asking,
  moneyFlowId: string,
  { requestId: changeId, choices }: CalculateGainsRequest,
): Promise<Outcome<GainsCalculation>> {
  const { actor, now, requestId } = asking;
  return database.transact({ as: "person", actor }, (tx) =>
    answerOnce(tx, actor, changeId, `calculate-gains ${moneyFlowId}`, async () => {
      const worked = await workOutGains(tx, asking, moneyFlowId, choices, "share");
      if (!worked.ok) return worked;
      const { flow, figures, lines } = worked.value;
      const id = randomUUID();
      await insertCalculation(tx, { id, flow, choices, figures, lines, by: actor.personId, at: now });
      const kept = await findCalculation(tx, id);
      if (!kept) throw new Error("a calculation that was just made is not visible to the person who did");
      const event = { kind: "quantity-recorded" as const, quantity: "gains", quantityId: id };
      await appendEntry(tx, { event, actor, caseId: flow.caseId, requestId });
      return done(kept);
    }),
  );
}
