import { openDatabase } from "#database/open-database.ts";
import { openVault } from "#evidence/open-vault.ts";
import { MASTER_KEY } from "#evidence/vault.builder.ts";
import { buildReplayWorker } from "#lexicons/replay-lexicon.worker.ts";
import { loadKnowledge } from "#reading/load-knowledge.query.ts";

/** The worker's part of a replay in a process of its own, so that its memory can be measured: replays one draft to its end. */
const [url = "", dataFolder = "", replayId = ""] = process.argv.slice(2);
const database = openDatabase(url, { connections: 4 });
const vault = await openVault({ dataFolder, masterKey: MASTER_KEY });
const worker = buildReplayWorker({ database, vault, clock: () => new Date(), knowledge: loadKnowledge() });
await worker.run({ replayId }, { signal: new AbortController().signal, attempt: 1 });
await database.close();
