import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { appendEntry } from "#audit/append-entry.command.ts";
import { attachDocument } from "#case-documents/attach-document.command.ts";
import { readAgain } from "#case-documents/change-reading.command.ts";
import { getDocument } from "#case-documents/get-document.query.ts";
import { FRAUD } from "#case-documents/judgment.builder.ts";
import { buildReadingWorker } from "#case-documents/read-document.worker.ts";
import { askingOf, buildCase, buildOffices, buildPerson, mustDo, NOW } from "#cases/people.builder.ts";
import { findClue } from "#clues/find-clue.query.ts";
import { decideRule } from "#clues/rules/decide-rule.command.ts";
import { openTraitFingerprint } from "#cross-checks/fingerprint-trait.ts";
import { buildTestDatabase, type TestDatabase } from "#database/test-database.builder.ts";
import { buildEvidence, buildVault, type TestVault } from "#evidence/vault.builder.ts";
import type { Jobs } from "#jobs/jobs.ts";
import { openJobs } from "#jobs/open-jobs.ts";
import { loadKnowledge } from "#reading/load-knowledge.query.ts";

let db: TestDatabase;
let store: TestVault;
let jobs: Jobs;
beforeAll(async () => {
  [db, store] = await Promise.all([buildTestDatabase(), buildVault()]);
  jobs = await openJobs(db.url, { takes: false, onError: () => undefined });
  await buildOffices(db.owner);
});
afterAll(async () => {
  await jobs.close();
  await Promise.all([db.close(), store.close()]);
});

const TEXT = `${FRAUD}经查，某公司违法处理公民个人信息，泄露学生个人信息8000条，涉及不特定多数人，某县教育局未履行监管职责。另见（2026）云0102刑初12号。`;

test("a reading that prompts anew and a person who acts on an older prompt of the document do not wait for each other", async () => {
  const [owner, leader] = [
    await buildPerson(db.owner, "承办人", ["criminal-prosecutor"]),
    await buildPerson(db.owner, "院领导", ["leader"]),
  ];
  const services = { database: db.database, vault: store.vault, jobs };
  const worker = buildReadingWorker({
    ...services,
    clock: () => NOW,
    knowledge: loadKnowledge(),
    toolVersion: "0.0.0",
    traitFingerprint: openTraitFingerprint(new Uint8Array(32)),
  });
  const context = { signal: new AbortController().signal, attempt: 1 };
  const decide = async (expectedVersion: number, decision: "retire" | "keep") => {
    const request = { requestId: randomUUID(), rule: "fraud-without-source", expectedVersion, decision, reason: "多为误报" };
    mustDo(await decideRule(db.database, askingOf(leader), request));
  };
  const promptsOf = async (id: string) => mustDo(await getDocument(db.database, askingOf(owner), id)).promptList;
  const caseId = (await buildCase(db.database, owner)).id;
  const { id: evidenceId } = await buildEvidence(services, owner, caseId, "起诉书.txt", TEXT);
  await decide(0, "retire");
  const request = { requestId: randomUUID(), evidenceId, kind: "indictment" as const };
  const { id, reading } = mustDo(await attachDocument(services, askingOf(owner), caseId, request));
  await worker.run({ readingId: reading.id }, context);
  const before = await promptsOf(id);
  const [known] = before;
  if (!known) throw new Error("a prompt is expected");
  await decide(1, "keep");
  const again = mustDo(await readAgain(services, askingOf(owner), id, { requestId: randomUUID() }));
  const acting = db.database.transact({ as: "person", actor: owner }, async (tx) => {
    await findClue(tx, known.clue.id, "update");
    await pause(2500); // the worker is at what it found by then
    const event = { kind: "work-changed" as const, thing: "clue", thingId: known.clue.id, action: "hold", version: 2 };
    await appendEntry(tx, { event, actor: owner, caseId, requestId: randomUUID() });
  });
  await expect(Promise.all([acting, worker.run({ readingId: again.reading.id }, context)])).resolves.toBeDefined();
  expect(await promptsOf(id)).toHaveLength(before.length + 1);
});
