import { randomUUID } from "node:crypto";
import { appendEntry } from "#audit/append-entry.command.ts";
import { isOver, nextStatus, STATUS_NAMES } from "#case-documents/reading.ts";
import type { Asking } from "#cases/asking.ts";
import type { Database } from "#database/database.ts";
import type { Jobs } from "#jobs/jobs.ts";
import { describeReplay } from "#lexicons/describe-replay.query.ts";
import { foldLexicon } from "#lexicons/fold-lexicon.ts";
import { canKeepLexicon } from "#lexicons/lexicon.policy.ts";
import type { CancelReplayRequest, Replay, RequestReplayRequest } from "#lexicons/lexicons.contract.ts";
import { findLexiconEvents, holdLexicon } from "#lexicons/lexicons.store.ts";
import { findReplays, holdReplay, insertReplay, updateReplay } from "#lexicons/replays.store.ts";
import { done, type Outcome, refuse } from "#refusals/refusal.ts";
import { answerOnce } from "#requests/answer-once.command.ts";

type Services = { readonly database: Database; readonly jobs: Jobs };

/** 重放草案 asks the worker to read the newest documents of the office with the live and the drafted lexicon. One at a time; nothing of a case changes by it. */
export async function requestReplay(services: Services, asking: Asking, request: RequestReplayRequest): Promise<Outcome<Replay>> {
  const { actor, now, requestId } = asking;
  const decision = canKeepLexicon("replay", actor);
  if (!decision.allowed) return decision.refusal;
  const { officeCode } = actor;
  return services.database.transact({ as: "person", actor }, (tx) =>
    answerOnce(tx, actor, request.requestId, `replay-lexicon ${officeCode}`, async () => {
      await holdLexicon(tx, officeCode);
      const { revision, draft } = foldLexicon(await findLexiconEvents(tx, officeCode));
      if (revision !== request.expectedRevision) return refuse("stale-version", { current: revision });
      if (draft.length === 0) return refuse("wrong-state", { state: "草案没有变更", "state.en": "the draft is empty" });
      const [before] = await findReplays(tx, { officeCode });
      if (before && !isOver(before.status))
        return refuse("wrong-state", { state: "已有重放正在进行", "state.en": "a replay is on its way already" });
      const id = randomUUID();
      await insertReplay(tx, { id, officeCode, revision, newest: request.newest, by: actor.personId, at: now });
      await services.jobs.enqueue(tx, "replay-lexicon", { replayId: id }, id);
      const event = { kind: "work-changed" as const, thing: "lexicon-replay", thingId: id, action: "replay-asked", version: revision };
      await appendEntry(tx, { event, actor, caseId: null, requestId });
      const replay = await describeReplay(tx, { id });
      return replay ? done(replay) : refuse("not-found", { what: "replay" });
    }),
  );
}

/** 取消重放 one that waits is given up at once, a running one as soon as its worker sees it. */
export async function cancelReplay({ database }: Services, asking: Asking, request: CancelReplayRequest): Promise<Outcome<Replay>> {
  const { actor, now, requestId } = asking;
  const decision = canKeepLexicon("replay", actor);
  if (!decision.allowed) return decision.refusal;
  return database.transact({ as: "person", actor }, (tx) =>
    answerOnce(tx, actor, request.requestId, `cancel-replay ${request.replayId}`, async () => {
      const held = await holdReplay(tx, request.replayId);
      if (!held) return refuse("not-found", { what: "replay" });
      const status = nextStatus(held.status, "cancel");
      if (status === null) return refuse("wrong-state", { state: STATUS_NAMES[held.status].zh, "state.en": STATUS_NAMES[held.status].en });
      await updateReplay(tx, request.replayId, status, status === "cancelled" ? { finishedAt: now } : {});
      const event = {
        kind: "work-changed" as const,
        thing: "lexicon-replay",
        thingId: request.replayId,
        action: "replay-cancel",
        version: held.revision,
      };
      await appendEntry(tx, { event, actor, caseId: null, requestId });
      const replay = await describeReplay(tx, { id: request.replayId });
      return replay ? done(replay) : refuse("not-found", { what: "replay" });
    }),
  );
}
