import { createHash, randomUUID } from "node:crypto";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { Client } from "pg";
import type { Actor } from "#access/access.contract.ts";
import { openDatabase } from "#database/open-database.ts";
import { createDatabase, prepareDatabase } from "#database/prepare-database.ts";
import { startCluster } from "#database/start-cluster.ts";
import { BOUNDS, findCandidates } from "#library/candidates.store.ts";
import { putDocument } from "#library/documents.store.ts";
import { findSimilar } from "#library/find-similar.query.ts";
import { listSought } from "#library/list-features.ts";
import { loadLibraryKnowledge } from "#library/load-library-knowledge.query.ts";
import { readLibraryText } from "#library/read-library-text.ts";
import { compareCases } from "#similarity/compare-cases.ts";
import { tellRules } from "#similarity/pack-profile.ts";
import { type CaseProfile, profileCase } from "#similarity/profile-case.ts";
import { print } from "./bench.ts";
import { fillLibrary } from "./library/fill-library.ts";
import { ROOT } from "./peers/peer.ts";
import { isLecardThere, readDocuments, readLecard } from "./similar/lecard.ts";

/**
 * `npm run bench:library -- [--documents 1000000]`: the library of similar cases on the embedded PostgreSQL with its ordinary settings. First what finding candidates loses:
 * the exact best thirty of LeCaRD's pools put together, how many of them are among the candidates. Then how long a question takes, whole (reading the text, candidates,
 * exact scores, what is shown, audit entry), with copies up to the number of documents. Writes bench/results/library.json.
 */
const { values } = parseArgs({ options: { documents: { type: "string", default: "1000000" }, times: { type: "string", default: "3" } } });
if (!isLecardThere) {
  print("LeCaRD is not there (../shared/data/lecard): nothing is measured");
  process.exit(0);
}
const [documents, times] = [Number(values.documents), Number(values.times)];
const NOW = new Date("2026-11-25T04:00:00Z");
const BEST = 30;
const GOAL_MS = 300;
const knowledge = loadLibraryKnowledge();
const { model } = knowledge;
const folder = mkdtempSync(join(tmpdir(), "tandem-bench-"));
chmodSync(folder, 0o711);
const cluster = await startCluster(folder, () => undefined, {});
try {
  await createDatabase(cluster.urlOf("postgres"), "library");
  const { ownerUrl, appUrl } = await prepareDatabase(cluster.urlOf("library"), "bench-only", join(ROOT, "migrations"));
  const client = new Client({ connectionString: ownerUrl });
  client.on("error", (problem) => print(`the connection broke: ${problem.message}`));
  await client.connect();
  const leader = await insertLeader(client);
  const database = openDatabase(appUrl, { connections: 4 });

  let began = performance.now();
  const profiles: CaseProfile[] = [];
  const importId = randomUUID();
  await client.query("insert into library_imports (id, name, status, asked_at, updated_at) values ($1, 'bench', 'running', now(), now())", [
    importId,
  ]);
  let batch: { id: string; text: string }[] = [];
  const enter = () =>
    database.transact({ as: "worker" }, async (tx) => {
      for (const { id, text } of batch) {
        const entry = readLibraryText(text, knowledge);
        profiles.push({ ...entry.profile, id });
        await putDocument(tx, id, { kind: "published", sourceId: id, text, importId }, entry, NOW);
      }
      batch = [];
    });
  for (const document of readDocuments()) if (batch.push(document) === 100) await enter();
  await enter();
  const enteringMs = (performance.now() - began) / profiles.length;
  print(`${profiles.length} judgments entered, ${enteringMs.toFixed(1)} ms each`);

  const queries = readLecard().queries.map((query) => ({ ...query, profile: profileCase(query, model) }));
  const numbers = await client.query<{ id: number; source_id: string }>("select id, source_id from library_documents");
  const sourceOf = new Map(numbers.rows.map(({ id, source_id }) => [id, source_id]));
  const recalls: Record<string, number> = {};
  const exact = queries.map(({ profile }) => rankExactly(profile, profiles));
  for (const bounds of [
    { depth: 250, candidates: 300 },
    { depth: 2000, candidates: 1000 },
    { depth: 2000, candidates: 300 },
    { depth: 2000, candidates: 500 },
    BOUNDS,
  ]) {
    let kept = 0;
    for (const [at, { profile }] of queries.entries()) {
      const found = await database.transact({ as: "person", actor: leader }, (tx) =>
        findCandidates(tx, listSought(profile, model), "all", tellRules(model), bounds),
      );
      const ids = new Set(found.map(({ id }) => sourceOf.get(id)));
      kept += exact[at]?.filter((id) => ids.has(id)).length ?? 0;
    }
    const recall = kept / (queries.length * BEST);
    recalls[`${bounds.candidates} candidates, lists of ${bounds.depth}`] = recall;
    print(
      `${bounds.candidates} candidates, lists of ${bounds.depth}: ${(100 * recall).toFixed(2)} % of the exact best ${BEST} are among them`,
    );
  }

  began = performance.now();
  await fillLibrary(client, documents, (done) => print(`${done} documents, ${Math.round((performance.now() - began) / 1000)} s`));
  const size = await client.query<{ bytes: string }>("select pg_database_size(current_database()) as bytes");
  const gigabytes = Number(size.rows[0]?.bytes ?? 0) / 1e9;
  print(`${documents} documents, ${gigabytes.toFixed(1)} GB, filled in ${Math.round((performance.now() - began) / 1000)} s`);
  const fingerprint = (words: string) => createHash("sha256").update(words).digest();
  const taken: number[] = [];
  for (let round = 0; round <= times; round++)
    for (const { text } of queries) {
      const start = performance.now();
      const outcome = await findSimilar(
        { database, fingerprint, knowledge },
        { actor: leader, now: NOW, requestId: randomUUID() },
        { text, scope: "all", top: 20 },
      );
      if (!outcome.ok) throw new Error(`search: ${outcome.kind}`);
      if (round > 0) taken.push(performance.now() - start);
    }
  taken.sort((a, b) => a - b);
  const [p50 = 0, p95 = 0, p99 = 0] = [0.5, 0.95, 0.99].map((share) => taken[Math.floor(share * taken.length)]);
  print(
    `a question over ${documents} documents: p50 ${p50.toFixed(0)} ms, p95 ${p95.toFixed(0)} ms, p99 ${p99.toFixed(0)} ms ${p95 > GOAL_MS ? "OVER" : ""}`,
  );
  const round = (value: number) => Math.round(value * 10) / 10;
  const result = {
    originals: profiles.length,
    documents,
    gigabytes: round(gigabytes),
    enteringMs: round(enteringMs),
    questions: taken.length,
    p50: round(p50),
    p95: round(p95),
    p99: round(p99),
    recalls,
  };
  writeFileSync(join(ROOT, "bench/results/library.json"), `${JSON.stringify(result, null, 2)}\n`);
  await client.end();
  await database.close();
} finally {
  await cluster.stop();
  rmSync(folder, { recursive: true, force: true });
}

function rankExactly(query: CaseProfile, profiles: readonly CaseProfile[]): string[] {
  return profiles
    .map((candidate) => ({ id: String(candidate.id), score: compareCases(query, candidate, model).score }))
    .sort((a, b) => b.score - a.score)
    .slice(0, BEST)
    .map(({ id }) => id);
}

async function insertLeader(owner: Client): Promise<Actor> {
  const personId = randomUUID();
  await owner.query(
    "insert into offices (code, level, parent_code, name_zh, name_en) values ('000000', 'supreme', null, '云岭院', 'Office')",
  );
  await owner.query(
    "insert into persons (id, account, name, password_hash, office_code, department, roles) values ($1, 'leader', '院领导', '-', '000000', 'criminal', array['leader'])",
    [personId],
  );
  return { personId, name: "院领导", officeCode: "000000", department: "criminal", roles: ["leader"] };
}
