import { buildBatchWorker } from "#case-documents/read-batch.worker.ts";
import { openTraitFingerprint } from "#cross-checks/fingerprint-trait.ts";
import { openDatabase } from "#database/open-database.ts";
import { openVault } from "#evidence/open-vault.ts";
import { MASTER_KEY } from "#evidence/vault.builder.ts";
import { loadKnowledge } from "#reading/load-knowledge.query.ts";

/** The worker's part of `bench:documents` in a process of its own, so that its memory can be measured: reads one batch to its end. */
const [url = "", dataFolder = "", batchId = ""] = process.argv.slice(2);
const database = openDatabase(url, { connections: 4 });
const vault = await openVault({ dataFolder, masterKey: MASTER_KEY });
const traitFingerprint = openTraitFingerprint(MASTER_KEY);
const worker = buildBatchWorker({
  database,
  vault,
  clock: () => new Date(),
  knowledge: loadKnowledge(),
  toolVersion: "bench",
  traitFingerprint,
});
await worker.run({ batchId }, { signal: new AbortController().signal, attempt: 1 });
await database.close();
