import { randomUUID } from "node:crypto";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { sql } from "kysely";
import { attachBatch } from "#case-documents/attach-batch.command.ts";
import { getDocument, listDocuments } from "#case-documents/get-document.query.ts";
import { getFunnel } from "#case-documents/get-funnel.query.ts";
import { buildJudgments } from "#case-documents/judgment.builder.ts";
import { listBatches } from "#case-documents/list-batches.query.ts";
import { askingOf, buildCase, buildOffices, buildPerson, mustDo } from "#cases/people.builder.ts";
import { openDatabase, openKysely } from "#database/open-database.ts";
import { createDatabase, prepareDatabase } from "#database/prepare-database.ts";
import { startCluster } from "#database/start-cluster.ts";
import { buildEvidence, buildVault } from "#evidence/vault.builder.ts";
import { installJobs } from "#jobs/install-jobs.ts";
import { openJobs } from "#jobs/open-jobs.ts";
import { print } from "./bench.ts";
import { measureReplay } from "./documents/measure-replay.ts";
import { runMeasured } from "./run-measured.ts";

/**
 * `npm run bench:documents`: invented judgments attached to one case as a JSONL and read by the worker, on the embedded PostgreSQL with its ordinary settings (fsync
 * on): documents a second, the peak memory of the worker, and how long the screens' queries take afterwards (the whole operation, audit entry included). Then a draft
 * of the lexicon replayed over documents read before (`--replays 10000,50000`; `--only replays`: nothing else).
 */
const { values } = parseArgs({
  options: {
    documents: { type: "string", default: "10000" },
    times: { type: "string", default: "40" },
    replays: { type: "string", default: "10000,50000" },
    only: { type: "string" },
  },
});
const [many, times] = [Number(values.documents), Number(values.times)];

const folder = mkdtempSync(join(tmpdir(), "tandem-bench-"));
chmodSync(folder, 0o711);
const cluster = await startCluster(folder, () => undefined, {});
const store = await buildVault();
try {
  if (values.only !== "replays") await measureBatch();
  for (const replayed of values.replays.split(",").map(Number)) if (replayed > 0) await measureReplay(cluster, replayed, 10);
} finally {
  await cluster.stop();
  await store.close();
  rmSync(folder, { recursive: true, force: true });
}

async function measureBatch(): Promise<void> {
  await createDatabase(cluster.urlOf("postgres"), "documents");
  const { ownerUrl, appUrl } = await prepareDatabase(
    cluster.urlOf("documents"),
    "bench-only",
    join(import.meta.dirname, "..", "migrations"),
  );
  await installJobs(ownerUrl);
  const owner = openKysely(ownerUrl, { connections: 1 });
  const database = openDatabase(appUrl, { connections: 4 });
  const jobs = await openJobs(appUrl, { takes: false, onError: () => undefined });
  await buildOffices(owner);
  const person = await buildPerson(owner, "承办人", ["criminal-prosecutor"]);
  const { id: caseId } = await buildCase(database, person);
  const lines = buildJudgments(many).map(({ id, text }) => `${JSON.stringify({ id, text })}\n`);
  const content = Buffer.from(lines.join(""));
  const { id: evidenceId } = await buildEvidence({ database, vault: store.vault }, person, caseId, "判决.jsonl", content);
  const batch = mustDo(
    await attachBatch({ database, jobs }, askingOf(person), caseId, { requestId: randomUUID(), evidenceId, kind: "judgment" }),
  );
  print(`${many.toLocaleString("en")} invented judgments, ${(content.length / 1e6).toFixed(1)} MB`);
  const { seconds, peakBytes } = await runMeasured(process.execPath, [
    join(import.meta.dirname, "documents", "read-batch.ts"),
    appUrl,
    store.dataFolder,
    batch.id,
  ]);
  const [after] = mustDo(await listBatches(database, askingOf(person), caseId)).items;
  if (after?.status !== "done" || after.entered !== many)
    throw new Error(`the batch ended as ${after?.status} with ${after?.entered} documents`);
  const prompts = await sql<{ many: string }>`select count(*) as many from document_prompts`.execute(owner);
  const peak = peakBytes === null ? "unknown" : `${Math.round(peakBytes / 2 ** 20)} MB`;
  print(
    `read in ${seconds.toFixed(1)} s: ${Math.round(many / seconds)} documents/s, ${prompts.rows[0]?.many} prompts, peak memory of the worker ${peak}`,
  );
  const list = (query: { page: number; size: number; query?: string }) => () =>
    listDocuments(database, askingOf(person), caseId, query).then((found) => mustDo(found));
  const [first] = (await list({ page: 1, size: 50 })()).items;
  const asked: Record<string, () => Promise<unknown>> = {
    "list, first page of 50": list({ page: 1, size: 50 }),
    "list, last page": list({ page: Math.ceil(many / 50), size: 50 }),
    "list, by part of a name": list({ page: 1, size: 50, query: `${many - 1}号` }),
    "one document with its facts": () => getDocument(database, askingOf(person), first?.id ?? "").then((found) => mustDo(found)),
    "batches of the case": () => listBatches(database, askingOf(person), caseId).then((found) => mustDo(found)),
    "capture funnel": () => getFunnel(database, askingOf(person)).then((found) => mustDo(found)),
  };
  for (const [name, ask] of Object.entries(asked)) {
    const taken: number[] = [];
    for (let at = 0; at < times + 3; at++) {
      const start = performance.now();
      await ask();
      if (at >= 3) taken.push(performance.now() - start);
    }
    const sorted = taken.toSorted((one, other) => one - other);
    const [p50 = 0, p95 = 0] = [0.5, 0.95].map((share) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0);
    print(`${name.padEnd(32)} p50 ${p50.toFixed(1)} ms  p95 ${p95.toFixed(1)} ms`);
  }
  await jobs.close();
  await Promise.all([database.close(), owner.destroy()]);
}
