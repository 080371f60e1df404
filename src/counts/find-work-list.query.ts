import type { WorkListProgress } from "#counts/work-list.contract.ts";
import { countItemStates, countUnsettledMarks, findOverride } from "#counts/work-list.store.ts";
import type { Tx } from "#database/database.ts";
import type { CountResult } from "#scan/scan.contract.ts";

/**
 * How far the items of a finished count are decided at this moment. `proved` needs that no item of tiers A and B is open and no decision
 * waits for another count; a count of before the work-list has all its items open.
 */
export async function findWorkList(tx: Tx, countId: string, result: CountResult): Promise<WorkListProgress> {
  const states = await countItemStates(tx, countId);
  const override = await findOverride(tx, countId);
  const numberOf = (tier: "A" | "B", state: string) => states.find((one) => one.tier === tier && one.state === state)?.items ?? 0;
  const beyondOf = (tier: "A" | "B") => {
    const listed = states.reduce((sum, one) => sum + (one.tier === tier ? one.listed : 0), 0);
    return Math.max(0, (result.workList?.open[tier] ?? result.ledger.tiers[tier].distinct) - listed);
  };
  const beyond = { A: beyondOf("A"), B: beyondOf("B") };
  const progressOf = (tier: "A" | "B") => ({
    open: numberOf(tier, "open") + beyond[tier],
    confirmed: numberOf(tier, "confirmed"),
    rejected: numberOf(tier, "rejected"),
    anonymised: numberOf(tier, "anonymised"),
    restored: numberOf(tier, "restored"),
  });
  const tiers = { A: progressOf("A"), B: progressOf("B") };
  const recount = states.some(({ unsettled }) => unsettled > 0) || (await countUnsettledMarks(tx, countId)) > 0;
  const proved = tiers.A.open + tiers.B.open === 0 && !recount;
  return { tiers, beyond, recount, proved, override, printable: proved || override !== null };
}
