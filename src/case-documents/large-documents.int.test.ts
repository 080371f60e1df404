import { randomUUID } from "node:crypto";
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "#access/access.contract.ts";
import { attachDocument } from "#case-documents/attach-document.command.ts";
import { getDocument } from "#case-documents/get-document.query.ts";
import { buildReadingWorker } from "#case-documents/read-document.worker.ts";
import { askingOf, buildCase, buildOffices, buildPerson, mustDo, NOW } from "#cases/people.builder.ts";
import { openTraitFingerprint } from "#cross-checks/fingerprint-trait.ts";
import { buildTestDatabase, type TestDatabase } from "#database/test-database.builder.ts";
import { LARGE, type LargeFiles, openRoom } from "#documents/large-documents.builder.ts";
import { takeInEvidence } from "#evidence/take-in-evidence.command.ts";
import { buildVault, type TestVault } from "#evidence/vault.builder.ts";
import type { Jobs } from "#jobs/jobs.ts";
import { openJobs } from "#jobs/open-jobs.ts";
import { loadKnowledge } from "#reading/load-knowledge.query.ts";

let db: TestDatabase;
let store: TestVault;
let jobs: Jobs;
let owner: Actor;
let room: LargeFiles | { readonly reason: string };
beforeAll(async () => {
  [db, store, room] = await Promise.all([buildTestDatabase(), buildVault(), openRoom()]);
  jobs = await openJobs(db.url, { takes: false, onError: () => undefined });
  await buildOffices(db.owner);
  owner = await buildPerson(db.owner, "承办人", ["criminal-prosecutor"]);
});
afterAll(async () => {
  await jobs.close();
  await Promise.all([db.close(), store.close(), "close" in room ? room.close() : undefined]);
});

/** Megabytes by which the process grew at most while something ran. */
async function growthDuring(run: () => Promise<void>): Promise<number> {
  const before = process.memoryUsage().rss;
  let most = before;
  const looking = setInterval(() => {
    most = Math.max(most, process.memoryUsage().rss);
  }, 50);
  await run().finally(() => clearInterval(looking));
  return (Math.max(most, process.memoryUsage().rss) - before) / 1024 / 1024;
}

test.for([
  ["a scanned PDF of 200 MB ends with a clear sentence", "scanned", "a.pdf", /^PDF文件：应有文字层，实际是扫描件/],
  ["a PDF with a line of text beside 200 MB is read", "ballast", "a.pdf", null],
  ["a PDF whose page is 200 MB long is read", "hostile", "a.pdf", null],
  ["a text of one line of 60 MB ends with a clear sentence", "line", "a.txt", /^正文：应不超过2,000,000字，实际更长/],
  ["a text of a million commas is read, and that it says nothing is told", "commas", "a.txt", null],
] as const)("the worker of a case: %s, within its memory", { timeout: 120_000 }, async ([, name, file, problem], { skip }) => {
  if ("reason" in room) return skip(room.reason);
  const path = join(room.folder, `${name}-${file}`);
  await LARGE[name](path);
  const services = { database: db.database, vault: store.vault, jobs };
  const caseId = (await buildCase(db.database, owner)).id;
  const upload = { requestId: randomUUID(), path: file, stream: createReadStream(path), announcedBytes: (await stat(path)).size };
  const { id: evidenceId } = mustDo(await takeInEvidence(services, askingOf(owner), caseId, upload));
  const request = { requestId: randomUUID(), evidenceId, kind: "other" as const };
  const { id, reading } = mustDo(await attachDocument(services, askingOf(owner), caseId, request));
  const worker = buildReadingWorker({
    database: db.database,
    vault: store.vault,
    clock: () => NOW,
    knowledge: loadKnowledge(),
    toolVersion: "0.0.0",
    traitFingerprint: openTraitFingerprint(new Uint8Array(32)),
  });
  const growth = await growthDuring(() => worker.run({ readingId: reading.id }, { signal: new AbortController().signal, attempt: 1 }));
  const read = mustDo(await getDocument(db.database, askingOf(owner), id));
  if (problem === null) expect(read.reading).toMatchObject({ status: "done", problem: null });
  else expect(read.reading).toMatchObject({ status: "failed", problem: { zh: expect.stringMatching(problem) } });
  expect(growth, "megabytes beside what the tests themselves take").toBeLessThan(600);
});
