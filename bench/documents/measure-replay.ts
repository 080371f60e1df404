import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { askingOf, buildOffices, buildPerson, mustDo } from "#cases/people.builder.ts";
import { openDatabase, openKysely } from "#database/open-database.ts";
import { createDatabase, prepareDatabase } from "#database/prepare-database.ts";
import type { Cluster } from "#database/start-cluster.ts";
import { buildVault } from "#evidence/vault.builder.ts";
import { installJobs } from "#jobs/install-jobs.ts";
import { openJobs } from "#jobs/open-jobs.ts";
import { proposeChange } from "#lexicons/change-lexicon.command.ts";
import { getLexicon } from "#lexicons/get-lexicon.query.ts";
import { getReplay } from "#lexicons/get-replay.query.ts";
import { requestReplay } from "#lexicons/request-replay.command.ts";
import { loadKnowledge } from "#reading/load-knowledge.query.ts";
import type { TermChange } from "#reading/terms/change-terms.ts";
import { print } from "../bench.ts";
import { runMeasured } from "../run-measured.ts";
import { fillReadings } from "./fill-readings.ts";

/** A word every fifth judgment holds, and one that all of them hold twice. */
const DRAFT: readonly TermChange[] = [
  { type: "add", list: "industries", value: "property", term: "物业系统", slang: false },
  { type: "mark", list: "conducts", value: "sell", term: "出售", slang: true },
];

/**
 * 重放 of a draft over so many stored documents: seconds, documents a second and the peak memory of the worker, then how long the screens take (the whole operation,
 * audit entry included). One change of the draft touches a fifth of the documents, the other all of them, so that each is read twice.
 */
export async function measureReplay(cluster: Cluster, many: number, times: number): Promise<void> {
  const name = `replay_${many}`;
  await createDatabase(cluster.urlOf("postgres"), name);
  const migrations = join(import.meta.dirname, "..", "..", "migrations");
  const { ownerUrl, appUrl } = await prepareDatabase(cluster.urlOf(name), "bench-only", migrations);
  await installJobs(ownerUrl);
  const store = await buildVault();
  const owner = openKysely(ownerUrl, { connections: 1 });
  const database = openDatabase(appUrl, { connections: 4 });
  const jobs = await openJobs(appUrl, { takes: false, onError: () => undefined });
  try {
    await buildOffices(owner);
    const person = await buildPerson(owner, "承办人", ["criminal-prosecutor"]);
    const began = performance.now();
    await fillReadings({ database, owner, store }, person, many);
    print(`${many.toLocaleString("en")} documents stored as read before, filled in ${Math.round((performance.now() - began) / 1000)} s`);
    const services = { database, jobs, lexicon: loadKnowledge().lexicon };
    const asking = () => askingOf(person, new Date());
    const look = async () => mustDo(await getLexicon(services, asking()));
    for (const change of DRAFT) {
      const { revision: expectedRevision } = await look();
      mustDo(await proposeChange(services, asking(), { requestId: randomUUID(), expectedRevision, change, reason: "试放" }));
    }
    const { revision: expectedRevision } = await look();
    const { id } = mustDo(await requestReplay(services, asking(), { requestId: randomUUID(), expectedRevision, newest: many }));
    const worker = join(import.meta.dirname, "replay-draft.ts");
    const { seconds, peakBytes } = await runMeasured(process.execPath, [worker, appUrl, store.dataFolder, id]);
    const { replay, visible } = mustDo(await getReplay(database, asking(), id));
    if (replay.status !== "done" || replay.totals?.documents !== many) throw new Error(`the replay ended as ${replay.status}`);
    const peak = peakBytes === null ? "unknown" : `${Math.round(peakBytes / 2 ** 20)} MB`;
    print(
      `replayed in ${seconds.toFixed(1)} s: ${Math.round(many / seconds)} documents/s, ${visible.toLocaleString("en")} change, peak memory of the worker ${peak}`,
    );
    const asked: Record<string, () => Promise<unknown>> = {
      "lexicon with figures by term, value": look,
      "result of the replay": () => getReplay(database, asking(), id).then((found) => mustDo(found)),
    };
    for (const [what, ask] of Object.entries(asked)) {
      const taken: number[] = [];
      for (let at = 0; at < times; at++) {
        const start = performance.now();
        await ask();
        taken.push(performance.now() - start);
      }
      const sorted = taken.toSorted((one, other) => one - other);
      const [p50 = 0, p95 = 0] = [0.5, 0.95].map((share) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0);
      print(`${what.padEnd(36)} p50 ${p50.toFixed(0)} ms  p95 ${p95.toFixed(0)} ms`);
    }
  } finally {
    await jobs.close();
    await Promise.all([database.close(), owner.destroy()]);
    await store.close();
  }
}
