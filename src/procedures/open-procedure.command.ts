import { randomUUID } from "node:crypto";
import { appendEntry } from "#audit/append-entry.command.ts";
import type { Asking } from "#cases/asking.ts";
import { officeDay } from "#cases/case-day.ts";
import { findCaseFacts } from "#cases/find-case-facts.query.ts";
import type { Tx } from "#database/database.ts";
import { describeProcedure } from "#procedures/describe-procedure.query.ts";
import { joinTeam } from "#procedures/join-team.command.ts";
import { canOpenProcedure } from "#procedures/procedure.policy.ts";
import { evolve } from "#procedures/procedure.ts";
import type { ProcedureParts } from "#procedures/procedure-parts.ts";
import type { OpenProcedureRequest, Procedure, ProcedureEvent } from "#procedures/procedures.contract.ts";
import { findOfficeName, insertProcedure } from "#procedures/procedures.store.ts";
import { done, type Outcome, refuse } from "#refusals/refusal.ts";
import { answerOnce } from "#requests/answer-once.command.ts";

/** 启动程序 opens one more track on a case, in any office; its handler joins the case team, facts and evidence stay where they are. */
export async function openProcedure(
  parts: ProcedureParts,
  asking: Asking,
  caseId: string,
  request: OpenProcedureRequest,
): Promise<Outcome<Procedure>> {
  const { actor } = asking;
  return parts.database.transact({ as: "person", actor }, (tx) =>
    answerOnce(tx, actor, request.requestId, `open-procedure ${caseId}`, async () => {
      const opened = await openProcedureIn(tx, parts, asking, caseId, request);
      if (!opened.ok) return opened;
      const procedure = await describeProcedure(tx, parts.tables, asking, opened.value.id);
      if (!procedure) throw new Error("a procedure that was just opened is not visible to the person who did");
      return done(procedure);
    }),
  );
}

/** The same in the caller's transaction (a clue that becomes several procedures at once). */
export async function openProcedureIn(
  tx: Tx,
  { tables }: Pick<ProcedureParts, "tables">,
  asking: Asking,
  caseId: string,
  { requestId: changeId, kind, title, number, officeCode, handler, on, continues }: OpenProcedureRequest,
): Promise<Outcome<{ readonly id: string }>> {
  const { actor, now, requestId } = asking;
  const today = officeDay(now);
  const facts = await findCaseFacts(tx, caseId, "share");
  if (!facts) return refuse("not-found", { what: "case" });
  const decision = canOpenProcedure(actor, kind, facts, officeCode, today);
  if (!decision.allowed) return decision.refusal;
  // A closed case may still be taken up for the public interest; its prosecution is over.
  if (kind === "criminal" && facts.stage === "closed") return refuse("wrong-state", { state: "已办结", "state.en": "closed" });
  if (on > today)
    return refuse("invalid-input", { place: "on", expected: `${today}或以前的日期`, "expected.en": `${today} or earlier`, found: on });
  if ((await findOfficeName(tx, officeCode)) === null) return refuse("not-found", { what: "office" });
  const table = tables.get(kind);
  if (table === undefined)
    return refuse("invalid-input", {
      place: "kind",
      expected: [...tables.keys()].join("、"),
      "expected.en": [...tables.keys()].join(", "),
      found: kind,
    });
  const joined = await joinTeam(tx, asking, { caseId, facts, kind, officeCode, handler, changeId });
  if (!joined.ok) return joined;
  const id = randomUUID();
  const event: ProcedureEvent = { type: "opened", kind, caseId, officeCode, handler, title, number, state: table.initial, on, continues };
  if (!(await insertProcedure(tx, id, event, evolve(null, event), { personId: actor.personId, at: now, requestId: changeId })))
    return refuse("already-exists", { what: `案号“${number}”`, "what.en": `The number ${number}` });
  await appendEntry(tx, {
    event: { kind: "work-changed", thing: "procedure", thingId: id, action: "open", version: 1 },
    actor,
    caseId,
    requestId,
  });
  return done({ id });
}
