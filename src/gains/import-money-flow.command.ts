import { randomUUID } from "node:crypto";
import { appendEntry } from "#audit/append-entry.command.ts";
import type { Asking } from "#cases/asking.ts";
import { canDo } from "#cases/case.policy.ts";
import { officeDay } from "#cases/case-day.ts";
import { findCaseFacts } from "#cases/find-case-facts.query.ts";
import type { Database, Tx } from "#database/database.ts";
import type { MoneyFlow } from "#gains/gains.contract.ts";
import { findMoneyFlow, insertMoneyFlow } from "#gains/gains.store.ts";
import { maskFlow } from "#gains/mask-flow.ts";
import { readMoneyFlow } from "#gains/read-money-flow.ts";
import { done, type Outcome, type Refusal, refuse } from "#refusals/refusal.ts";
import { answerOnce } from "#requests/answer-once.command.ts";
import { readUpload } from "#tables/read-upload.ts";

/** A table of more lines is read by `tandem gains`; a person cannot decide its lines on a screen. */
const MOST_LINES = 20_000;

export type FlowUpload = {
  readonly requestId: string;
  readonly name: string;
  readonly stream: AsyncIterable<Uint8Array>;
  readonly signal: AbortSignal;
};
export type GainsParts = { readonly database: Database; readonly fingerprint: (words: string) => Buffer };

/**
 * 导入流水表 reads a money-flow table and keeps its lines masked. Permission is asked before the first byte and again before the row. The
 * file itself is not kept: take it in as evidence; `sha256` says which file it was.
 */
export async function importMoneyFlow(parts: GainsParts, asking: Asking, caseId: string, upload: FlowUpload): Promise<Outcome<MoneyFlow>> {
  const { actor, now, requestId } = asking;
  const refused = await parts.database.transact({ as: "person", actor }, (tx) => refuseImport(tx, asking, caseId, "none"));
  if (refused) return refused;
  const read = await readUpload(upload.name, upload.stream, upload.signal);
  if (!read.ok) return unread(upload.name, read.problem.zh, read.problem.en);
  const { lines, columns, unread: tables } = readMoneyFlow(read.tables);
  const [first] = tables;
  if (lines.length === 0) return unread(upload.name, first?.sentence.zh ?? "空表", first?.sentence.en ?? "an empty table");
  if (lines.length > MOST_LINES) return refuse("too-large", { limit: `${MOST_LINES}` });
  const masked = maskFlow(lines, (words) => parts.fingerprint(words).toString("hex"));
  return parts.database.transact({ as: "person", actor }, (tx) =>
    answerOnce(tx, actor, upload.requestId, `import-money-flow ${caseId}`, async () => {
      const stillRefused = await refuseImport(tx, asking, caseId, "share");
      if (stillRefused) return stillRefused;
      const id = randomUUID();
      const flow = { id, caseId, name: upload.name, sha256: read.sha256, ...masked, columns: [...columns], by: actor.personId, at: now };
      await insertMoneyFlow(tx, flow);
      const kept = await findMoneyFlow(tx, id);
      if (!kept) throw new Error("a money flow that was just imported is not visible to the person who did");
      await appendEntry(tx, { event: { kind: "quantity-recorded", quantity: "money-flow", quantityId: id }, actor, caseId, requestId });
      return done(kept.flow);
    }),
  );
}

async function refuseImport(tx: Tx, { actor, now }: Asking, caseId: string, lock: "share" | "none"): Promise<Refusal | null> {
  const facts = await findCaseFacts(tx, caseId, lock);
  if (!facts) return refuse("not-found", { what: "case" });
  const decision = canDo("calculate-gains", actor, facts, officeDay(now));
  return decision.allowed ? null : decision.refusal;
}

function unread(name: string, zh: string, en: string): Refusal {
  const expected = { expected: "有金额列的CSV或者XLSX流水表", "expected.en": "a CSV or XLSX table with a column of amounts" };
  return refuse("invalid-input", { place: name, ...expected, found: zh, "found.en": en });
}
