import { randomUUID } from "node:crypto";
import { appendEntry } from "#audit/append-entry.command.ts";
import type { Calendar } from "#calendar/compute-period.ts";
import type { Asking } from "#cases/asking.ts";
import { officeDay } from "#cases/case-day.ts";
import { recordClueEvent } from "#clues/act-on-clue.command.ts";
import { canHandleClue } from "#clues/clue.policy.ts";
import { allows, type ClueState } from "#clues/clue.ts";
import type { ClueOrigin } from "#clues/clues.contract.ts";
import { findClue } from "#clues/find-clue.query.ts";
import type { Database, Tx } from "#database/database.ts";
import type { DocumentKinds } from "#legal-documents/document-kind.contract.ts";
import { draftDocumentIn } from "#legal-documents/draft-document.command.ts";
import type { ProcedureTables } from "#procedures/procedure-table.contract.ts";
import { done, type Outcome, refuse } from "#refusals/refusal.ts";
import { answerOnce } from "#requests/answer-once.command.ts";
import { decideHandOver } from "#transfers/decide-hand-over.ts";
import { describeTransfer } from "#transfers/describe-transfer.query.ts";
import { reckonClock } from "#transfers/reckon-clock.ts";
import { evolve } from "#transfers/transfer.ts";
import type { TransferClocks } from "#transfers/transfer-clocks.contract.ts";
import type { HandOverRequest, Transfer, TransferEvent } from "#transfers/transfers.contract.ts";
import { cameSideways, findLevel, insertTransfer } from "#transfers/transfers.store.ts";

export type TransferParts = {
  readonly database: Database;
  readonly tables: ProcedureTables;
  readonly kinds: DocumentKinds;
  readonly calendar: Calendar;
  readonly clocks: TransferClocks;
};

/** 移送线索 hands a clue on: the form, its first clock, the clue leaves the queue, and for another office or organ the document is drafted. */
export async function handOverClue(
  parts: TransferParts,
  asking: Asking,
  clueId: string,
  request: HandOverRequest,
): Promise<Outcome<Transfer>> {
  const { actor } = asking;
  return parts.database.transact({ as: "person", actor }, (tx) =>
    answerOnce(tx, actor, request.requestId, `hand-over-clue ${clueId}`, async () => {
      const clue = await findClue(tx, clueId, "update");
      if (!clue) return refuse("not-found", { what: "clue" });
      const decision = canHandleClue("transfer", actor, clue.officeCode);
      if (!decision.allowed) return decision.refusal;
      if (request.expectedVersion !== clue.version) return refuse("stale-version", { current: clue.version });
      const allowed = allows(clue.status, "transfer");
      if (!allowed.ok) return allowed;
      return handOver(tx, parts, asking, clueId, clue, request);
    }),
  );
}

async function handOver(
  tx: Tx,
  parts: TransferParts,
  asking: Asking,
  clueId: string,
  clue: ClueState,
  { requestId: changeId, target, form }: HandOverRequest,
): Promise<Outcome<Transfer>> {
  const { actor, now, requestId } = asking;
  const on = officeDay(now);
  const from = await findLevel(tx, actor.officeCode);
  if (!from) throw new Error("the office of a signed-in person is not there");
  const to = target.kind === "procuratorate" ? ((await findLevel(tx, target.officeCode)) ?? null) : null;
  const sideways = await cameSideways(tx, clueId, actor.officeCode);
  const direction = decideHandOver(target, form, { today: on, department: actor.department, from, to, cameSideways: sideways });
  if (!direction.ok) return direction;
  const drafted = await draftNotice(tx, parts, asking, clue, {
    target,
    form,
    changeId,
    receiver: to?.name.zh ?? null,
    upward: direction.value === "upward",
  });
  if (!drafted.ok) return drafted;
  const [id, title] = [randomUUID(), clue.content.title];
  const event: TransferEvent = {
    type: "handed-over",
    clueId,
    title,
    target,
    direction: direction.value,
    from: { office: actor.officeCode, department: actor.department },
    form,
    documentId: drafted.value,
    on,
    next: reckonClock("register", on, form, parts.clocks, parts.calendar.restDays),
  };
  const state = evolve(null, event);
  if (!(await insertTransfer(tx, id, event, state, { personId: actor.personId, at: now, requestId: changeId })))
    return refuse("already-exists", { what: "该线索的移送", "what.en": "A transfer of this clue" });
  await recordClueEvent(tx, asking, clueId, clue, { type: "handed-over", transferId: id, toOffice: state.toOffice }, changeId);
  await appendEntry(tx, {
    event: { kind: "work-changed", thing: "transfer", thingId: id, action: "handed-over", version: 1 },
    actor,
    caseId: clue.caseId,
    requestId,
  });
  const transfer = await describeTransfer(tx, asking, id);
  if (!transfer) throw new Error("a transfer that was just made is not visible to the person who did");
  return done(transfer);
}

type Notice = Pick<HandOverRequest, "target" | "form"> & {
  readonly changeId: string;
  readonly receiver: string | null;
  readonly upward: boolean;
};

/** 移送案件线索通知书, or 报请移送案件线索意见书 upwards; between departments of one office the form is enough. Answers the document's id. */
async function draftNotice(
  tx: Tx,
  { kinds, tables }: TransferParts,
  asking: Asking,
  clue: ClueState,
  { target, form, changeId, receiver, upward }: Notice,
): Promise<Outcome<string | null>> {
  if (target.kind === "department") return done(null);
  const name = target.kind === "outside" ? target.name : (receiver ?? "");
  const drafted = await draftDocumentIn(
    tx,
    { kinds, tables },
    asking,
    {
      kind: upward ? "clue-transfer-request" : "clue-transfer",
      caseId: null,
      procedureId: null,
      toOffice: target.kind === "procuratorate" ? target.officeCode : null,
      fields: {
        addressee: name,
        receiver: name,
        caseTitle: clue.content.title,
        clueSource: sourceOf(clue.origin),
        summary: form.content,
        reason: `${form.basis}；${form.opinion}`,
        attachments: form.evidence.map((one) => one.name).join("\n"),
      },
    },
    changeId,
  );
  return drafted.ok ? done(drafted.value.id) : drafted;
}

function sourceOf(origin: ClueOrigin): string {
  switch (origin.kind) {
    case "hand":
      return origin.source;
    case "document":
      return `阅卷发现（${origin.name}）`;
    case "split":
      return "由另一线索拆分";
    default:
      return `${origin.office}移送`;
  }
}
