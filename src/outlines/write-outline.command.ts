import { randomUUID } from "node:crypto";
import { appendEntry } from "#audit/append-entry.command.ts";
import type { Asking } from "#cases/asking.ts";
import type { Database, Tx } from "#database/database.ts";
import { decideOutline } from "#outlines/decide-outline.ts";
import { mayKeep } from "#outlines/link-evidence.command.ts";
import type { ChangeOutlineRequest, OutlineState, WriteOutlineRequest, WrittenOutline } from "#outlines/outlines.contract.ts";
import { findOutline, insertOutline, lockOutlineThing } from "#outlines/outlines.store.ts";
import { presentOutline } from "#outlines/present-outline.ts";
import { done, type Outcome, refuse } from "#refusals/refusal.ts";
import { answerOnce } from "#requests/answer-once.command.ts";

/** 起草提纲 keeps the lines a person took over, changed or wrote, as a draft. */
export async function writeOutline(
  database: Database,
  asking: Asking,
  caseId: string,
  { requestId: changeId, content }: WriteOutlineRequest,
): Promise<Outcome<WrittenOutline>> {
  const { actor } = asking;
  return database.transact({ as: "person", actor }, (tx) =>
    answerOnce(tx, actor, changeId, `write-outline ${caseId}`, async () => {
      const allowed = await mayKeep(tx, asking, caseId, "case");
      if (!allowed.ok) return allowed;
      const next = { id: randomUUID(), version: 1, caseId, reason: null };
      return record(tx, asking, next, { ...content, status: "draft" }, changeId, "write-outline");
    }),
  );
}

/** 修改、确认或者弃用提纲; a confirmed one is fixed. */
export async function changeOutline(
  database: Database,
  asking: Asking,
  outlineId: string,
  { requestId: changeId, expectedVersion, change }: ChangeOutlineRequest,
): Promise<Outcome<WrittenOutline>> {
  const { actor } = asking;
  return database.transact({ as: "person", actor }, (tx) =>
    answerOnce(tx, actor, changeId, `change-outline ${outlineId}`, async () => {
      await lockOutlineThing(tx, outlineId);
      const row = await findOutline(tx, outlineId);
      if (!row) return refuse("not-found", { what: "outline" });
      const { caseId, version } = row;
      const allowed = await mayKeep(tx, asking, caseId, "outline");
      if (!allowed.ok) return allowed;
      if (expectedVersion !== version) return refuse("stale-version", { current: version });
      const state = decideOutline(row.state, change);
      if (!state.ok) return state;
      const reason = change.type === "discard" ? change.reason : null;
      return record(tx, asking, { id: outlineId, version: version + 1, caseId, reason }, state.value, changeId, `${change.type}-outline`);
    }),
  );
}

async function record(
  tx: Tx,
  { actor, now, requestId }: Asking,
  next: { readonly id: string; readonly version: number; readonly caseId: string; readonly reason: string | null },
  state: OutlineState,
  changeId: string,
  action: string,
): Promise<Outcome<WrittenOutline>> {
  await insertOutline(tx, { ...next, by: actor.personId, at: now, requestId: changeId }, state);
  const event = { kind: "work-changed" as const, thing: "outline", thingId: next.id, action, version: next.version };
  await appendEntry(tx, { event, actor, caseId: next.caseId, requestId });
  const written = await findOutline(tx, next.id);
  if (!written) throw new Error("an outline is not visible to the person who wrote it");
  return done(presentOutline(written));
}
