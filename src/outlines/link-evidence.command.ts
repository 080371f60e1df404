import { randomUUID } from "node:crypto";
import { appendEntry } from "#audit/append-entry.command.ts";
import type { Asking } from "#cases/asking.ts";
import { canDo } from "#cases/case.policy.ts";
import { officeDay } from "#cases/case-day.ts";
import { findCaseFacts } from "#cases/find-case-facts.query.ts";
import type { Database, Tx } from "#database/database.ts";
import { findEvidenceOfCase } from "#evidence/find-evidence-of-case.query.ts";
import { checkLink, decideLink } from "#outlines/decide-outline.ts";
import { describeBoard } from "#outlines/get-outline-board.query.ts";
import type { OutlineBooks } from "#outlines/outline-elements.contract.ts";
import type { ChangeLinkRequest, LinkEvidenceRequest, LinkState, OutlineBoard } from "#outlines/outlines.contract.ts";
import { findLink, insertLink, lockOutlineThing } from "#outlines/outlines.store.ts";
import { done, type Outcome, refuse } from "#refusals/refusal.ts";
import { answerOnce } from "#requests/answer-once.command.ts";

type Parts = { readonly database: Database; readonly outlineBooks: OutlineBooks };

/** 认定证明关系 a person says that an item of evidence proves or indicates elements of one or both tracks. */
export async function linkEvidence(
  { database, outlineBooks }: Parts,
  asking: Asking,
  caseId: string,
  { requestId: changeId, link }: LinkEvidenceRequest,
): Promise<Outcome<OutlineBoard>> {
  const { actor } = asking;
  return database.transact({ as: "person", actor }, (tx) =>
    answerOnce(tx, actor, changeId, `link-evidence ${caseId}`, async () => {
      const allowed = await mayKeep(tx, asking, caseId, "case");
      if (!allowed.ok) return allowed;
      const state = checkLink(link, outlineBooks, await idsOfEvidence(tx, caseId));
      if (!state.ok) return state;
      await record(tx, asking, { id: randomUUID(), version: 1, caseId, reason: null, changeId }, state.value, "link");
      return describeBoard(tx, outlineBooks, asking, caseId);
    }),
  );
}

/** 更正或者撤销证明关系 with its reason; the versions before stay. */
export async function changeLink(
  { database, outlineBooks }: Parts,
  asking: Asking,
  linkId: string,
  { requestId: changeId, expectedVersion, change }: ChangeLinkRequest,
): Promise<Outcome<OutlineBoard>> {
  const { actor } = asking;
  return database.transact({ as: "person", actor }, (tx) =>
    answerOnce(tx, actor, changeId, `change-link ${linkId}`, async () => {
      await lockOutlineThing(tx, linkId);
      const row = await findLink(tx, linkId);
      if (!row) return refuse("not-found", { what: "evidence-link" });
      const { caseId, version } = row;
      const allowed = await mayKeep(tx, asking, caseId, "evidence-link");
      if (!allowed.ok) return allowed;
      if (expectedVersion !== version) return refuse("stale-version", { current: version });
      const state = decideLink(row.state, change, outlineBooks, await idsOfEvidence(tx, caseId));
      if (!state.ok) return state;
      const next = { id: linkId, version: version + 1, caseId, reason: change.reason, changeId };
      await record(tx, asking, next, state.value, change.type === "remove" ? "unlink" : "correct-link");
      return describeBoard(tx, outlineBooks, asking, caseId);
    }),
  );
}

/** The case stays as it is until the transaction ends; not found before not permitted. */
export async function mayKeep(
  tx: Tx,
  { actor, now }: Asking,
  caseId: string,
  what: "case" | "evidence-link" | "outline",
): Promise<Outcome<null>> {
  const facts = await findCaseFacts(tx, caseId, "share");
  if (!facts) return refuse("not-found", { what });
  const decision = canDo("keep-outlines", actor, facts, officeDay(now));
  return decision.allowed ? done(null) : decision.refusal;
}

async function idsOfEvidence(tx: Tx, caseId: string): Promise<ReadonlySet<string>> {
  return new Set((await findEvidenceOfCase(tx, caseId)).map(({ id }) => id));
}

async function record(tx: Tx, { actor, now, requestId }: Asking, next: Next, state: LinkState, action: string): Promise<void> {
  const { changeId, ...version } = next;
  await insertLink(tx, { ...version, by: actor.personId, at: now, requestId: changeId }, state);
  const event = { kind: "work-changed" as const, thing: "evidence-link", thingId: next.id, action, version: next.version };
  await appendEntry(tx, { event, actor, caseId: next.caseId, requestId });
}

type Next = {
  readonly id: string;
  readonly version: number;
  readonly caseId: string;
  readonly reason: string | null;
  readonly changeId: string;
};
