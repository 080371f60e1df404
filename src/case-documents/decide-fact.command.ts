import { appendEntry } from "#audit/append-entry.command.ts";
import type { CaseDocumentDetail, DecideFactRequest } from "#case-documents/case-documents.contract.ts";
import { findResult, holdDocument } from "#case-documents/case-documents.store.ts";
import { findFactEvents, insertFactEvent } from "#case-documents/document-marks.store.ts";
import { foldDecisions } from "#case-documents/fold-decisions.ts";
import { describeDocument } from "#case-documents/get-document.query.ts";
import type { Asking } from "#cases/asking.ts";
import { canDo } from "#cases/case.policy.ts";
import { officeDay } from "#cases/case-day.ts";
import { findCaseFacts } from "#cases/find-case-facts.query.ts";
import type { Database } from "#database/database.ts";
import { done, type Outcome, refuse } from "#refusals/refusal.ts";
import { answerOnce } from "#requests/answer-once.command.ts";

/** 核实事实 a prosecutor of the team confirms or rejects what the machine read, or takes that back. Events; nothing is overwritten. */
export async function decideFact(
  database: Database,
  asking: Asking,
  id: string,
  { requestId: changeId, expectedVersion, key, decision, reason }: DecideFactRequest,
): Promise<Outcome<CaseDocumentDetail>> {
  const { actor, now, requestId } = asking;
  return database.transact({ as: "person", actor }, (tx) =>
    answerOnce(tx, actor, changeId, `decide-fact ${id}`, async () => {
      const held = await holdDocument(tx, id);
      const facts = held && (await findCaseFacts(tx, held.caseId, "share"));
      if (!held || !facts) return refuse("not-found", { what: "document" });
      const allowed = canDo("decide-items", actor, facts, officeDay(now));
      if (!allowed.allowed) return allowed.refusal;
      const [read, events] = [await findResult(tx, id), await findFactEvents(tx, id)];
      const version = events.at(-1)?.seq ?? 0;
      if (expectedVersion !== version) return refuse("stale-version", { current: version });
      if (!read?.result.facts.some((fact) => fact.key === key)) return refuse("not-found", { what: "fact" });
      if (decision === "rejected" && reason === "")
        return refuse("invalid-input", {
          place: "reason",
          expected: "否认的理由",
          "expected.en": "the reason to reject it",
          found: "空 / nothing",
        });
      const { textSha256 } = read.result;
      if (decision === "undone" && !foldDecisions(events, textSha256).has(key))
        return refuse("wrong-state", { state: "尚未核实", "state.en": "not decided" });
      const said = { documentId: id, caseId: held.caseId, seq: version + 1, key, textSha256, decision, reason };
      await insertFactEvent(tx, { ...said, by: actor.personId, at: now });
      const event = {
        kind: "work-changed" as const,
        thing: "case-document",
        thingId: id,
        action: `fact-${decision}`,
        version: version + 1,
      };
      await appendEntry(tx, { event, actor, caseId: held.caseId, requestId });
      const detail = await describeDocument(tx, asking, id);
      if (!detail) throw new Error("a document is not visible any more to the person who decided about it");
      return done(detail);
    }),
  );
}
