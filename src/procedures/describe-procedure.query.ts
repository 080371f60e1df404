import type { Asking } from "#cases/asking.ts";
import { officeDay } from "#cases/case-day.ts";
import { findCaseFacts } from "#cases/find-case-facts.query.ts";
import type { Tx } from "#database/database.ts";
import { findClocksOfCase } from "#deadlines/find-clocks.query.ts";
import { checkNeeds } from "#procedures/check-needs.ts";
import { canCorrectProcedure, canTakeStep, tellWhoTakes } from "#procedures/procedure.policy.ts";
import { fold, stepsFrom } from "#procedures/procedure.ts";
import { tableOf } from "#procedures/procedure-parts.ts";
import type { ProcedureTables } from "#procedures/procedure-table.contract.ts";
import type { Procedure } from "#procedures/procedures.contract.ts";
import { findClocks, findHandler, findOfficeName, findProcedureEvents } from "#procedures/procedures.store.ts";

/** The procedure as this person sees it now: steps taken, and every step that may come next with what still stands against it. */
export async function describeProcedure(
  tx: Tx,
  tables: ProcedureTables,
  { actor, now }: Asking,
  id: string,
): Promise<Procedure | undefined> {
  const events = await findProcedureEvents(tx, id);
  if (events.length === 0) return undefined;
  const state = fold(events.map(({ event }) => event));
  const table = tableOf(tables, state.kind);
  const facts = await findCaseFacts(tx, state.caseId, "none");
  if (!facts) return undefined;
  const [clocks, started, handler, office] = [
    await findClocksOfCase(tx, state.caseId),
    await findClocks(tx, id),
    await findHandler(tx, state.handler),
    await findOfficeName(tx, state.officeCode),
  ];
  const today = officeDay(now);
  const own = started.flatMap(({ deadline_id }) => clocks.filter((clock) => clock.id === deadline_id));
  const named = table.states.find((one) => one.id === state.state);
  const stepOf = (step: string) => table.steps.find(({ id }) => id === step);
  const taken = events.filter(({ event }) => event.type === "step-taken");
  return {
    id,
    version: state.version,
    caseId: state.caseId,
    kind: state.kind,
    kindName: table.name,
    standard: table.standard,
    title: state.title,
    number: state.number,
    office: { code: state.officeCode, name: office ?? { zh: state.officeCode, en: state.officeCode } },
    handler: { id: state.handler, name: handler?.name ?? "—" },
    state: { id: state.state, name: named?.name ?? { zh: state.state, en: state.state }, final: named?.final ?? false },
    since: state.since,
    openedOn: state.openedOn,
    steps: state.steps.map((step, at) => ({
      number: at + 1,
      ...step,
      name: stepOf(step.step)?.name ?? { zh: step.step, en: step.step },
      asks: stepOf(step.step)?.fields ?? [],
      by: taken[at]?.by ?? "—",
      at: (taken[at]?.at ?? now).toISOString(),
      clocks: started
        .filter(({ step_number }) => step_number === at + 1)
        .map(({ rule, deadline_id }) => ({ rule, deadlineId: deadline_id })),
    })),
    next: stepsFrom(table, state).map((step) => ({
      id: step.id,
      name: step.name,
      meaning: step.meaning,
      to: step.to,
      decidedBy: step.decidedBy,
      fields: step.fields,
      documents: step.documents,
      cite: step.cite,
      unconfirmed: step.unconfirmed === true,
      open: checkNeeds(step, state, { fields: null, on: today, clocks: own }).map(({ sentence, cite }) => ({ sentence, cite })),
      may: canTakeStep(step, actor, { officeCode: state.officeCode, handler: state.handler, facts }, today).allowed,
      by: tellWhoTakes(step),
    })),
    can: { correct: canCorrectProcedure(actor, state, false).allowed, hand: canCorrectProcedure(actor, state, true).allowed },
  };
}
