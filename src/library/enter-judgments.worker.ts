import { appendEntry } from "#audit/append-entry.command.ts";
import type { Database } from "#database/database.ts";
import type { JobHandler } from "#jobs/jobs.ts";
import { enterJudgments } from "#library/enter-judgments.command.ts";
import { dropLines, holdImport, takeLines, updateImport } from "#library/imports.store.ts";
import type { LibraryKnowledge } from "#library/read-library-text.ts";

export type LibraryWorkerParts = {
  readonly database: Database;
  readonly clock: () => Date;
  readonly loadKnowledge: () => LibraryKnowledge;
};

/** Lines of one transaction: some hundred milliseconds, and what is lost when the worker is killed. */
const BATCH = 20;

/** The job of the queue `enter-judgments`. Each batch is one transaction that takes its lines out, so an attempt goes on where the last one was cut off. */
export function buildLibraryWorker({ database, clock, loadKnowledge }: LibraryWorkerParts): JobHandler<"enter-judgments"> {
  return {
    async run({ importId }, { signal }) {
      for (let more = true; more; ) {
        signal.throwIfAborted();
        more = await database.transact({ as: "worker" }, async (tx) => {
          const row = await holdImport(tx, importId);
          if (!row || (row.status !== "waiting" && row.status !== "running")) return false;
          const lines = await takeLines(tx, importId, BATCH);
          const figures = await enterJudgments(tx, importId, lines, row, loadKnowledge(), clock());
          await updateImport(tx, importId, lines.length === 0 ? "done" : "running", figures, clock());
          if (lines.length > 0) return true;
          const event = { kind: "work-changed" as const, thing: "library", thingId: importId, action: "import-done", version: 1 };
          await appendEntry(tx, { event, actor: null, caseId: null, requestId: importId });
          return false;
        });
      }
    },
    abandoned: ({ importId }) =>
      database.transact({ as: "worker" }, async (tx) => {
        await dropLines(tx, importId);
        await updateImport(tx, importId, "failed", {}, clock());
      }),
  };
}
