import type { z } from "zod";
import type { Asking } from "#cases/asking.ts";
import { abilitiesOf } from "#cases/case.policy.ts";
import { nextStages } from "#cases/case.ts";
import { officeDay } from "#cases/case-day.ts";
import type { CaseDetail, CaseSummary } from "#cases/cases.contract.ts";
import { findCaseState, findNames, findSummaries } from "#cases/cases.store.ts";
import type { Tx } from "#database/database.ts";

/** The case as this person sees it now, from its recorded events; undefined when there is none or it is not visible. */
export async function describeCase(tx: Tx, { actor, now }: Asking, caseId: string): Promise<CaseDetail | undefined> {
  const today = officeDay(now);
  const [row] = await findSummaries(tx, [caseId], today);
  const state = row && (await findCaseState(tx, caseId, "none"));
  if (!row || !state) return undefined;
  const names = await findNames(
    tx,
    state.members.map(({ personId }) => personId),
  );
  const can = abilitiesOf(actor, state, today);
  return {
    ...presentSummary(row),
    version: state.version,
    parties: [...state.parties],
    members: state.members.map((member) => ({ ...member, name: names.get(member.personId) ?? "" })),
    can,
    nextStages: can.includes("move-stage") ? nextStages(state.stage) : [],
  };
}

/** The fields of a summary that go out. */
export function presentSummary(row: Awaited<ReturnType<typeof findSummaries>>[number]): z.infer<typeof CaseSummary> {
  return {
    id: row.id,
    number: row.number,
    title: row.title,
    offence: row.offence,
    stage: row.stage,
    officeCode: row.office_code,
    officeName: { zh: row.name_zh, en: row.name_en },
    owner: row.owner,
    acceptedOn: row.accepted_on,
    updatedAt: row.updated_at.toISOString(),
    evidence: Number(row.evidence),
    countsRunning: Number(row.counts_running),
    signedBand: parseBand(row.signed_band),
  };
}

function parseBand(band: string | null): "none" | "serious" | "especially-serious" | null {
  return band === "none" || band === "serious" || band === "especially-serious" ? band : null;
}
