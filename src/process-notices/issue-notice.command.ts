import { randomUUID } from "node:crypto";
import { appendEntry } from "#audit/append-entry.command.ts";
import type { Calendar } from "#calendar/compute-period.ts";
import type { Asking } from "#cases/asking.ts";
import { officeDay } from "#cases/case-day.ts";
import { findCaseFacts } from "#cases/find-case-facts.query.ts";
import type { Database, Tx } from "#database/database.ts";
import { findClocksOfCase } from "#deadlines/find-clocks.query.ts";
import { endClock, startClock } from "#deadlines/run-clocks.command.ts";
import { presentNotice } from "#process-notices/list-notices.query.ts";
import { canReply, canSupervise } from "#process-notices/process-notice.policy.ts";
import type {
  ActOnNoticeRequest,
  IssueNoticeRequest,
  ProcessNotice,
  ProcessNoticeState,
} from "#process-notices/process-notices.contract.ts";
import { findNotice, findOwner, insertNotice, isNoticed, lockNotice } from "#process-notices/process-notices.store.ts";
import { done, type Outcome, refuse } from "#refusals/refusal.ts";
import { answerOnce } from "#requests/answer-once.command.ts";

type Parts = { readonly database: Database; readonly calendar: Calendar };
const REPLY_RULE = "CM-NOTICE-10";
const DOCUMENT = "流程监控通知书";

/** 发出流程监控通知书 about a running clock, to whoever is in charge of its case; the clock of the reply starts in the same transaction. */
export async function issueNotice(
  { database, calendar }: Parts,
  asking: Asking,
  caseId: string,
  { requestId: changeId, deadlineId, ground, text }: IssueNoticeRequest,
): Promise<Outcome<ProcessNotice>> {
  const { actor, now } = asking;
  const today = officeDay(now);
  return database.transact({ as: "person", actor }, (tx) =>
    answerOnce(tx, actor, changeId, `issue-notice ${caseId}`, async () => {
      const facts = await findCaseFacts(tx, caseId, "share");
      if (!facts) return refuse("not-found", { what: "case" });
      const decision = canSupervise(actor, facts.officeCode);
      if (!decision.allowed) return decision.refusal;
      await lockNotice(tx, deadlineId);
      const clock = (await findClocksOfCase(tx, caseId)).find(({ id }) => id === deadlineId);
      if (clock === undefined) return refuse("not-found", { what: "deadline" });
      if (!clock.open) return refuse("wrong-state", { state: "已办结", "state.en": "ended" });
      if (await isNoticed(tx, deadlineId))
        return refuse("condition-not-met", {
          condition: "该期限已有尚未回复的流程监控通知书",
          "condition.en": "A notice about this clock still waits for its reply",
          cite: DOCUMENT,
        });
      const addressee = await findOwner(tx, caseId, today);
      if (addressee === undefined)
        return refuse("condition-not-met", {
          condition: "本案没有承办人，先分配承办人",
          "condition.en": "Nobody is in charge of the case: assign somebody first",
          cite: DOCUMENT,
        });
      const begun = await startClock({ tx, calendar, asking, caseId }, { rule: REPLY_RULE, from: today, subject: DOCUMENT, follows: null });
      if (!begun.ok) return begun;
      const state: ProcessNoticeState = {
        ...{ ground, text, issuedOn: today, issuedBy: actor.name, replyClock: begun.value.id },
        ...{ status: "open", reply: null, withdrawn: null },
      };
      return record(tx, calendar, asking, { id: randomUUID(), version: 1, caseId, deadlineId, addressee, state, changeId }, "issue-notice");
    }),
  );
}

/** 回复或者撤回: the clock of the reply ends with it. */
export async function actOnNotice(
  { database, calendar }: Parts,
  asking: Asking,
  noticeId: string,
  { requestId: changeId, expectedVersion, action }: ActOnNoticeRequest,
): Promise<Outcome<ProcessNotice>> {
  const { actor, now } = asking;
  const today = officeDay(now);
  return database.transact({ as: "person", actor }, (tx) =>
    answerOnce(tx, actor, changeId, `act-on-notice ${noticeId}`, async () => {
      await lockNotice(tx, noticeId);
      const row = await findNotice(tx, noticeId);
      if (!row || !(await findCaseFacts(tx, row.caseId, "share"))) return refuse("not-found", { what: "process-notice" });
      const { caseId, deadlineId, addressee, version, state } = row;
      const decision = action.type === "reply" ? canReply(actor, addressee.id) : canSupervise(actor, row.officeCode);
      if (!decision.allowed) return decision.refusal;
      if (expectedVersion !== version) return refuse("stale-version", { current: version });
      if (state.status !== "open")
        return refuse(
          "wrong-state",
          state.status === "replied" ? { state: "已回复", "state.en": "replied" } : { state: "已撤回", "state.en": "withdrawn" },
        );
      const ended = await endClock(
        { tx, calendar, asking, caseId },
        state.replyClock,
        today,
        action.type === "reply" ? "书面回复" : "撤回通知书",
      );
      if (!ended.ok) return ended;
      const after: ProcessNoticeState =
        action.type === "reply"
          ? { ...state, status: "replied", reply: { on: today, text: action.text, by: actor.name } }
          : { ...state, status: "withdrawn", withdrawn: { on: today, reason: action.reason } };
      const next = { id: noticeId, version: version + 1, caseId, deadlineId, addressee: addressee.id, state: after, changeId };
      return record(tx, calendar, asking, next, `${action.type}-notice`);
    }),
  );
}

type Next = {
  readonly id: string;
  readonly version: number;
  readonly caseId: string;
  readonly deadlineId: string;
  readonly addressee: string;
  readonly state: ProcessNoticeState;
  readonly changeId: string;
};

async function record(tx: Tx, calendar: Calendar, asking: Asking, next: Next, action: string): Promise<Outcome<ProcessNotice>> {
  const { actor, now, requestId } = asking;
  const { changeId, ...version } = next;
  await insertNotice(tx, { ...version, by: actor.personId, at: now, requestId: changeId });
  const event = { kind: "work-changed" as const, thing: "process-notice", thingId: next.id, action, version: next.version };
  await appendEntry(tx, { event, actor, caseId: next.caseId, requestId });
  const row = await findNotice(tx, next.id);
  if (!row) throw new Error("a notice is not visible to the person who changed it");
  return done(await presentNotice(tx, calendar, asking, row));
}
