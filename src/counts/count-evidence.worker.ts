import type { CountStates } from "#counts/count-states.ts";
import type { CountProgress, CountRow } from "#counts/counts.contract.ts";
import { updateProgress } from "#counts/counts.store.ts";
import { KeptItems } from "#counts/keep-items.ts";
import { KeptRows } from "#counts/keep-rows.ts";
import { type Settlement, settleCount } from "#counts/settle-count.command.ts";
import { type TakenCount, takeCount } from "#counts/take-count.command.ts";
import { type Gauge, watchProgress } from "#counts/watch-progress.ts";
import { watchSource } from "#counts/watch-source.ts";
import type { FoundItem } from "#counts/work-list.store.ts";
import type { Database } from "#database/database.ts";
import { type Vault, VaultProblem } from "#evidence/vault.ts";
import type { JobHandler } from "#jobs/jobs.ts";
import type { ByteSource } from "#scan/byte-source.ts";
import { countEvidence } from "#scan/count-evidence.ts";
import { DecisionBook, type ItemFingerprinter } from "#scan/decisions/decision-book.ts";
import type { OpenMemory } from "#scan/resume/open-memory.ts";
import type { CountResult } from "#scan/scan.contract.ts";
import { openScratch } from "#scan/sources/scratch.ts";

export type CountWorkerParts = {
  readonly database: Database;
  readonly vault: Vault;
  readonly clock: () => Date;
  readonly toolVersion: string;
  /** keyed fingerprints of the items of a case */
  readonly fingerprintsOf: (caseId: string) => ItemFingerprinter;
  /** what an attempt that was cut off had counted */
  readonly states: CountStates;
};

/** Why a count stops before its end, other than the process stopping or a fault. */
class Stopped extends Error {
  readonly because: "cancelled" | "overtaken";
  constructor(because: "cancelled" | "overtaken") {
    super(`the count was ${because}`);
    this.because = because;
  }
}

type Failure = { readonly path: string; readonly problem: unknown };

/** Problem of a count whose job the queue gave up: every attempt ended by a fault or took its worker with it. */
const GIVEN_UP = {
  zh: "统计多次中断，未能完成；可以重新统计，仍失败请联系技术人员。",
  en: "Every attempt was cut off. Count again; if that fails too, tell the technicians.",
};

/**
 * The job of the queue `count-evidence`. Safe to repeat: an attempt goes on from the pieces of evidence that an earlier one had finished and
 * settles everything in one transaction; the figures depend on evidence and options alone.
 */
export function buildCountWorker(parts: CountWorkerParts): JobHandler<"count-evidence"> {
  const { database, clock, states } = parts;
  const settleOver = async (countId: string, settlement: Settlement) => {
    await settleCount(database, countId, settlement, clock());
    await states.forget(countId);
  };
  return {
    async run({ countId }, { signal }) {
      const taken = await takeCount(database, countId, clock());
      if (!taken) return states.forget(countId);
      const attempt = await runAttempt(parts, countId, taken, signal);
      switch (attempt.end) {
        case "counted":
          return settleOver(countId, { move: "finish", ...attempt });
        case "cancelled": // the row says `cancelling`; finishing it makes it `cancelled`
          return settleOver(countId, { move: "finish", progress: attempt.progress });
        case "overtaken":
          return;
        case "unreadable":
          return settleOver(countId, { move: "fail", progress: attempt.progress, problem: attempt.problem });
        case "stopping":
          await settleCount(database, countId, { move: "release", progress: attempt.progress }, clock());
          throw attempt.reason;
      }
    },
    abandoned: ({ countId }) => settleOver(countId, { move: "fail", progress: null, problem: GIVEN_UP }),
  };
}

type Attempt =
  | {
      readonly end: "counted";
      readonly progress: CountProgress;
      readonly result: CountResult;
      readonly rows: readonly { seq: number; row: CountRow }[];
      readonly items: readonly FoundItem[];
    }
  | { readonly end: "cancelled" | "overtaken"; readonly progress: CountProgress }
  | { readonly end: "unreadable"; readonly progress: CountProgress; readonly problem: { zh: string; en: string } }
  | { readonly end: "stopping"; readonly progress: CountProgress; readonly reason: unknown };

async function runAttempt(parts: CountWorkerParts, countId: string, taken: TakenCount, signal: AbortSignal): Promise<Attempt> {
  const { database, vault, clock, toolVersion } = parts;
  const stop = new AbortController();
  const over = new AbortController();
  const gauge: Gauge = { reading: null, sourcesDone: 0, bytesDone: 0, rowsDone: 0 };
  const failures: Failure[] = [];
  const kept = new KeptRows();
  const items = new KeptItems();
  let progress = taken.progress;

  const watching = watchProgress(
    gauge,
    taken.progress,
    clock,
    async (now) => {
      progress = now;
      const row = await database.transact({ as: "worker" }, (tx) => updateProgress(tx, countId, now));
      if (row?.attempt === now.attempt && row.status === "running") return true;
      stop.abort(new Stopped(row?.attempt === now.attempt && row.status === "cancelling" ? "cancelled" : "overtaken"));
      return false;
    },
    over.signal,
  ).catch((problem: unknown) => stop.abort(problem)); // the database is out of reach: the attempt ends and the queue tries again

  const hashes = new Map<ByteSource, string>();
  for (const item of taken.evidence) {
    const source = watchSource(vault.open(item, item.path), gauge, (path, problem) => {
      failures.push({ path, problem });
      stop.abort(problem);
    });
    hashes.set(source, item.sha256);
  }
  const scratch = await openScratch();
  let state: OpenMemory | null = null;
  try {
    state = await parts.states.open(
      countId,
      taken,
      toolVersion,
      (source) => hashes.get(source) ?? "",
      ({ size }) => {
        gauge.bytesDone += size;
      },
    );
    const result = await countEvidence(hashes.keys(), taken.options, {
      scratch,
      memory: state.memory,
      signal: AbortSignal.any([signal, stop.signal]),
      clock: () => performance.now(),
      toolVersion,
      onProgress: ({ reading, sourcesDone, rowsDone }) => Object.assign(gauge, { reading, sourcesDone, rowsDone }),
      wantsRow: kept.wants,
      onRow: (row) => kept.add({ ...row, cells: [...row.cells] }),
      workList: {
        book: new DecisionBook(taken.decisions.map(toLookUp), true),
        fingerprintOf: parts.fingerprintsOf(taken.caseId),
        wantsItem: items.wants,
        onItem: items.add,
      },
    });
    stop.signal.throwIfAborted();
    const { bytesTotal } = progress;
    const end = { ...progress, ...gauge, reading: null, sourcesDone: result.coverage.sources, bytesDone: bytesTotal };
    return { end: "counted", progress: end, result, rows: kept.rows, items: items.items };
  } catch (problem) {
    const failure = failures[0];
    if (failure?.problem instanceof VaultProblem)
      return { end: "unreadable", progress, problem: tellProblem(failure.path, failure.problem) };
    if (problem instanceof Stopped) return { end: problem.because, progress };
    if (signal.aborted) return { end: "stopping", progress, reason: problem };
    throw failure?.problem ?? problem;
  } finally {
    over.abort();
    await watching;
    await state?.close();
    await scratch.close();
  }
}

/** A decision is about an item wherever it stands, by its fingerprint; one about a single record of tier C is looked up by its place. */
function toLookUp({ fingerprint, decision, place, single }: TakenCount["decisions"][number]) {
  return { fingerprint: single ? null : fingerprint, decision, place };
}

function tellProblem(path: string, { kind, place }: VaultProblem): { zh: string; en: string } {
  return kind === "evidence-missing"
    ? { zh: `证据“${path}”在存储中缺失，统计未完成。`, en: `The evidence "${path}" is missing from the store; nothing was counted.` }
    : {
        zh: `证据“${path}”与入库时的校验值不一致（${place}），统计未完成。`,
        en: `The evidence "${path}" differs from what was taken in (${place}); nothing was counted.`,
      };
}
