import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { openAnchorFile } from "#audit/anchor.ts";
import { openFingerprint } from "#audit/fingerprint.ts";
import { keepAnchors } from "#audit/keep-anchors.worker.ts";
import { loadChargeBooks } from "#charges/load-charge-books.query.ts";
import { readConfig } from "#config.ts";
import { openDatabase } from "#database/open-database.ts";
import { openVault } from "#evidence/open-vault.ts";
import { readMasterKey } from "#evidence/read-master-key.ts";
import { buildServer } from "#http/build-server.ts";
import { describeFault } from "#http/describe-fault.ts";
import { openJobs } from "#jobs/open-jobs.ts";
import { loadLawBooks } from "#law/load-law-books.query.ts";
import { loadDocumentKinds } from "#legal-documents/load-document-kinds.query.ts";
import { loadOutlineBooks } from "#outlines/load-outline-books.query.ts";
import { loadProcedureTables } from "#procedures/load-procedure-tables.query.ts";
import { loadLexicon } from "#reading/terms/load-lexicon.query.ts";
import { loadRecommendationTypes } from "#recommendations/load-recommendation-types.query.ts";
import { loadRemedyBooks } from "#remedies/books/load-remedy-books.query.ts";
import { allRoutes } from "#routes.ts";
import { obeySupervisor, tellReady } from "#startup/obey-supervisor.ts";
import { loadProvisions, PROVISIONS_FOLDER } from "#statutes/load-provisions.query.ts";
import { openLogger } from "#telemetry/logger.ts";
import { openMetrics } from "#telemetry/metrics.ts";
import { openTransferKeys } from "#transfers/bundles/open-transfer-keys.ts";
import { loadTransferClocks } from "#transfers/load-transfer-clocks.query.ts";

/** How often the head of the audit chain is written down outside the database: entries cut off within this time leave no trace. */
const ANCHOR_MS = 5_000;
/** Requests that still run are given this long at a stop; the supervisor's patience is a little longer. */
const DRAIN_MS = 6_000;

/** The server: the composition root of this process. Started by the supervisor, stops when it dies. */
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const config = readConfig(process.env, root);
if (config.appDatabaseUrl === null) throw new Error("TANDEM_APP_DATABASE_URL is missing: start the server by `npm start`");
const { version } = z.object({ version: z.string() }).parse(JSON.parse(readFileSync(join(root, "package.json"), "utf8")));

const logger = openLogger("server", config.logLevel);
const metrics = openMetrics();
const clock = () => new Date();
const database = openDatabase(config.appDatabaseUrl, {
  connections: 16,
  onLostConnection: (error) => logger.warn({ fault: describeFault(error) }, "lost a connection to the database"),
});
const vault = await openVault({ dataFolder: config.dataFolder, masterKey: await readMasterKey(config.keyFile), sweep: true });
const jobs = await openJobs(config.appDatabaseUrl, {
  takes: false,
  onError: (error) => logger.warn({ fault: describeFault(error) }, "trouble with the queue; it goes on by itself"),
});
const anchors = await openAnchorFile(config.anchorFile, config.keyFile);
const lawBooks = loadLawBooks(config.holidays);
const procedureTables = loadProcedureTables(new Set(lawBooks.calendar.rules.keys()));
const server = await buildServer({
  database,
  services: {
    database,
    vault,
    jobs,
    anchors,
    fingerprint: await openFingerprint(config.keyFile),
    provisions: loadProvisions(PROVISIONS_FOLDER, config.provisionsFolder),
    lawBooks,
    procedureTables,
    recommendationTypes: loadRecommendationTypes(new Set(lawBooks.calendar.rules.keys()), procedureTables),
    chargeBooks: loadChargeBooks(),
    documentKinds: loadDocumentKinds(),
    outlineBooks: loadOutlineBooks(lawBooks.publicInterest),
    remedyBooks: loadRemedyBooks(),
    transferKeys: openTransferKeys(config.keyFile),
    transferClocks: loadTransferClocks(config.transferClocks),
    lexicon: loadLexicon(),
  },
  routes: allRoutes,
  clock,
  logger,
  metrics,
  measure: async () => {
    const counted = await jobs.count("count-evidence");
    for (const [state, many] of Object.entries(counted)) metrics.jobs.set({ queue: "count-evidence", state }, many);
  },
  pagesFolder: join(root, "dist", "web"),
  version,
});
const keeper = await keepAnchors({
  database,
  anchors,
  clock,
  everyMs: ANCHOR_MS,
  onProblem: (problem) => logger.error({ fault: describeFault(problem) }, "audit anchor not written"),
});

obeySupervisor(async () => {
  const cut = setTimeout(() => server.server.closeAllConnections(), DRAIN_MS);
  await server.close();
  clearTimeout(cut);
  await keeper.stop();
  await jobs.close();
  await database.close();
});
await server.listen({ host: config.host, port: config.port });
const address = server.server.address();
tellReady(typeof address === "object" && address !== null ? address.port : config.port);
logger.info({ version }, "server is ready");
