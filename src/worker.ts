import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { buildMendingWorker, requestMending } from "#case-documents/mend-documents.worker.ts";
import { buildBatchWorker } from "#case-documents/read-batch.worker.ts";
import { buildReadingWorker } from "#case-documents/read-document.worker.ts";
import { readConfig } from "#config.ts";
import { buildCountWorker } from "#counts/count-evidence.worker.ts";
import { openCountStates } from "#counts/count-states.ts";
import { openItemFingerprints } from "#counts/item-fingerprint.ts";
import { compareClues } from "#cross-checks/compare-clues.worker.ts";
import { openTraitFingerprint } from "#cross-checks/fingerprint-trait.ts";
import { openDatabase } from "#database/open-database.ts";
import { openVault } from "#evidence/open-vault.ts";
import { readMasterKey } from "#evidence/read-master-key.ts";
import { openJobs } from "#jobs/open-jobs.ts";
import { buildReplayWorker } from "#lexicons/replay-lexicon.worker.ts";
import { buildLibraryWorker } from "#library/enter-judgments.worker.ts";
import { loadLibraryKnowledge } from "#library/load-library-knowledge.query.ts";
import { loadKnowledge } from "#reading/load-knowledge.query.ts";
import { buildNullSetWorker } from "#sampling/draw-null-set.worker.ts";
import { obeySupervisor, tellReady } from "#startup/obey-supervisor.ts";
import { openLogger } from "#telemetry/logger.ts";

/**
 * The worker: takes jobs of the queue, one at a time, until it is told to stop or its supervisor dies. The composition root of this
 * process, like server.ts of the other. Counting runs in this process's own thread: nobody else's requests wait here, the readers let
 * the event loop breathe (see watch-source.ts), and a count that takes the process down with it takes nothing else.
 */
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const config = readConfig(process.env, root);
if (config.appDatabaseUrl === null) throw new Error("TANDEM_APP_DATABASE_URL is missing: start the worker by `npm start`");
const { version } = z.object({ version: z.string() }).parse(JSON.parse(readFileSync(join(root, "package.json"), "utf8")));

/** How soon a clue that was registered or corrected is compared with the others. */
const COMPARE_MS = 1_000;
const logger = openLogger("worker", config.logLevel);
const database = openDatabase(config.appDatabaseUrl, {
  connections: 4,
  onLostConnection: (error) => logger.warn({ err: error }, "lost a connection to the database"),
});
const masterKey = await readMasterKey(config.keyFile);
const vault = await openVault({ dataFolder: config.dataFolder, masterKey });
const jobs = await openJobs(config.appDatabaseUrl, {
  takes: true,
  onError: (error) => logger.warn({ err: error }, "trouble with the queue; it goes on by itself"),
});
const traitFingerprint = openTraitFingerprint(masterKey);
const comparing = compareClues({
  database,
  traitFingerprint,
  clock: () => new Date(),
  everyMs: COMPARE_MS,
  onProblem: (problem) => logger.error({ err: problem }, "clues not compared; tried again"),
});
obeySupervisor(async () => {
  await comparing.stop();
  await jobs.close();
  await database.close();
});

const { run, abandoned } = buildCountWorker({
  database,
  vault,
  clock: () => new Date(),
  toolVersion: version,
  fingerprintsOf: openItemFingerprints(masterKey),
  states: openCountStates(join(config.dataFolder, "counting"), masterKey),
});
await jobs.work("count-evidence", {
  run: async (job, context) => {
    const begun = performance.now();
    logger.info({ ...job, attempt: context.attempt }, "count begins");
    try {
      await run(job, context);
      logger.info({ ...job, seconds: (performance.now() - begun) / 1000 }, "count ends");
    } catch (error) {
      logger.error({ err: error, ...job, attempt: context.attempt, stopping: context.signal.aborted }, "count was cut off");
      throw error;
    }
  },
  abandoned: async (job) => {
    logger.error(job, "count given up");
    await abandoned(job);
  },
});
const nullSets = buildNullSetWorker({ database, vault, clock: () => new Date(), toolVersion: version });
await jobs.work("draw-null-set", {
  run: async (job, context) => {
    logger.info({ ...job, attempt: context.attempt }, "drawing a null set begins");
    try {
      await nullSets.run(job, context);
    } catch (error) {
      logger.error({ err: error, ...job, attempt: context.attempt, stopping: context.signal.aborted }, "drawing a null set was cut off");
      throw error;
    }
  },
  abandoned: async (job) => {
    logger.error(job, "drawing a null set given up");
    await nullSets.abandoned(job);
  },
});
const reading = { database, vault, clock: () => new Date(), knowledge: loadKnowledge(), toolVersion: version, traitFingerprint };
const readings = buildReadingWorker(reading);
await jobs.work("read-document", {
  run: async (job, context) => {
    logger.info({ ...job, attempt: context.attempt }, "reading a document begins");
    try {
      await readings.run(job, context);
    } catch (error) {
      logger.error({ err: error, ...job, attempt: context.attempt, stopping: context.signal.aborted }, "reading a document was cut off");
      throw error;
    }
  },
  abandoned: async (job) => {
    logger.error(job, "reading a document given up");
    await readings.abandoned(job);
  },
});
const batches = buildBatchWorker({
  ...reading,
  onPartFailed: (failure, part) => logger.error({ err: failure, part }, "a part of a batch failed; the rest goes on"),
});
await jobs.work("read-batch", {
  run: async (job, context) => {
    logger.info({ ...job, attempt: context.attempt }, "reading a batch begins");
    try {
      await batches.run(job, context);
    } catch (error) {
      logger.error({ err: error, ...job, attempt: context.attempt, stopping: context.signal.aborted }, "reading a batch was cut off");
      throw error;
    }
  },
  abandoned: async (job) => {
    logger.error(job, "reading a batch given up");
    await batches.abandoned(job);
  },
});
await jobs.work("replay-lexicon", buildReplayWorker({ database, vault, clock: () => new Date(), knowledge: loadKnowledge() }));
await jobs.work("enter-judgments", buildLibraryWorker({ database, clock: () => new Date(), loadKnowledge: loadLibraryKnowledge }));
await jobs.work(
  "mend-documents",
  buildMendingWorker({
    ...reading,
    tell: (soFar) => logger.info(soFar, "documents that older rules read are mended"),
    onFailed: (failure, documentId) => logger.error({ err: failure, documentId }, "a document was not mended; the rest goes on"),
  }),
);
await requestMending({ database, jobs });
tellReady();
logger.info({ version }, "worker is ready");
