import type { Readable } from "node:stream";
import { appendEntry } from "#audit/append-entry.command.ts";
import type { Asking } from "#cases/asking.ts";
import type { Database } from "#database/database.ts";
import type { Jobs } from "#jobs/jobs.ts";
import { splitLines } from "#json-lines/split-lines.ts";
import {
  dropLines,
  findImports,
  type ImportFigures,
  insertImport,
  insertLines,
  MOST_PROBLEMS,
  updateImport,
} from "#library/imports.store.ts";
import type { LibraryImport } from "#library/library.contract.ts";
import { canImportJudgments } from "#library/library.policy.ts";
import { LONGEST_LINE, readLine } from "#library/read-line.ts";
import { done, type Outcome, type Refusal, refuse } from "#refusals/refusal.ts";

export type Received = {
  /** id of the import as well: the same upload again answers the first one */
  readonly requestId: string;
  readonly name: string;
  readonly stream: Readable | AsyncIterable<Uint8Array>;
  readonly announcedBytes: number | null;
};

const MOST_BYTES = 512 * 1024 * 1024;
const BATCH_BYTES = 4 * 1024 * 1024;
const BATCH = 200;

/**
 * 导入 receives a file of published judgments, `{"id","text","name"?}` a line, 512 MB at most, in bounded memory; the worker enters them. An upload that is cut off
 * keeps nothing. Lines that are no document are counted, the first twenty named.
 */
export async function receiveJudgments(
  services: { readonly database: Database; readonly jobs: Jobs },
  asking: Asking,
  { requestId: id, name, stream, announcedBytes }: Received,
): Promise<Outcome<LibraryImport>> {
  const { database, jobs } = services;
  const { actor, now, requestId } = asking;
  const person = { as: "person" as const, actor };
  const decision = canImportJudgments(actor);
  if (!decision.allowed) return decision.refusal;
  const begun = await database.transact(person, async (tx) => {
    if (await insertImport(tx, { id, name, status: "receiving", by: actor.personId, at: now })) return null;
    return (await findImports(tx, { id }))[0] ?? null;
  });
  if (begun) return begun.status === "receiving" ? refuse("wrong-state", { state: "正在接收", "state.en": "being received" }) : done(begun);

  const received = await store(database, actor, id, stream, announcedBytes).catch(async (problem: unknown) => {
    await giveUp(database, id, now);
    throw problem;
  });
  if ("kind" in received) {
    await giveUp(database, id, now);
    return received;
  }
  return database.transact(person, async (tx) => {
    await updateImport(tx, id, "waiting", received, now);
    await jobs.enqueue(tx, "enter-judgments", { importId: id }, id);
    const event = { kind: "work-changed" as const, thing: "library", thingId: id, action: "import", version: 1 };
    await appendEntry(tx, { event, actor, caseId: null, requestId });
    const [row] = await findImports(tx, { id });
    if (!row) throw new Error("an import that was just received is not visible to the person who sent it");
    return done(row);
  });
}

async function store(
  database: Database,
  actor: Asking["actor"],
  id: string,
  stream: Received["stream"],
  announced: number | null,
): Promise<ImportFigures | Refusal> {
  let [bytes, lines, refused, size] = [0, 0, 0, 0];
  const problems: { line: number; sentence: { zh: string; en: string } }[] = [];
  let batch: { number: number; content: string }[] = [];
  const write = async () => {
    const full = batch;
    [batch, size] = [[], 0];
    await database.transact({ as: "person", actor }, (tx) => insertLines(tx, id, full));
  };
  const counted = async function* () {
    for await (const chunk of stream) {
      bytes += chunk.length;
      if (bytes > MOST_BYTES) return;
      yield chunk;
    }
  };
  for await (const line of splitLines(counted(), LONGEST_LINE)) {
    if (line.content === "") continue;
    lines++;
    const read = readLine(line);
    if (!read.ok) {
      refused++;
      if (problems.length < MOST_PROBLEMS) problems.push({ line: line.number, sentence: read.sentence });
    } else if (line.content !== null) {
      batch.push({ number: line.number, content: line.content });
      size += line.content.length;
      if (batch.length === BATCH || size > BATCH_BYTES) await write();
    }
  }
  if (bytes > MOST_BYTES) return refuse("too-large", { limit: "512 MB" });
  if (announced !== null && bytes !== announced) return refuse("upload-cut-off", { expected: `${announced}`, found: `${bytes}` });
  if (batch.length > 0) await write();
  return { lines, entered: 0, repeated: 0, refused, problems };
}

/** Nothing of an upload that failed is kept but the row that says so. */
async function giveUp(database: Database, id: string, now: Date): Promise<void> {
  await database.transact({ as: "worker" }, async (tx) => {
    await dropLines(tx, id);
    await updateImport(tx, id, "failed", {}, now);
  });
}
