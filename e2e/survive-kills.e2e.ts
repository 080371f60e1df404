import { createHash, randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildJudgments, JUDGMENT } from "#case-documents/judgment.builder.ts";
import { type ApiClient, ApiRefusal, signIn } from "./api-client.ts";
import { answers, type Installation, startInstallation, waitUntil } from "./start-installation.ts";

/** Must show 6: kill -9 of server, worker and database in turn, during upload, count and signing; what was acknowledged is there afterwards. */
const PASSWORD = "Tandem-2026-sample";
let installation: Installation;
const acknowledged = { evidence: [] as { id: string; sha256: string }[], signed: [] as { id: string; note: string }[] };

beforeAll(async () => {
  installation = await startInstallation();
  // Large enough that a kill behind the request finds the count in its middle.
  const client = await signInAgain();
  const rows = Array.from({ length: 150_000 }, (_, index) => `张三,1380000${String(index % 10_000).padStart(4, "0")},客户${index}\n`);
  const table = new TextEncoder().encode(`姓名,手机号,备注\n${rows.join("")}`);
  await client.upload(`/cases/${await findSampleCase(client)}/evidence?requestId=${randomUUID()}&path=large.csv`, table);
});
afterAll(() => installation?.remove());

describe.each(["server", "worker", "postgres"] as const)("when the %s is killed with -9", (victim) => {
  test("every acknowledged upload, figure and signature is there afterwards", async () => {
    const prosecutor = await signInAgain();
    const sample = await findSampleCase(prosecutor);

    // Uploads, one after another, while the victim dies.
    const uploads = (async () => {
      for (let index = 0; index < 40; index++) {
        const bytes = new TextEncoder().encode(`${victim} ${index} 手机 1381234${String(index).padStart(4, "0")}\n`.repeat(200));
        const sha256 = createHash("sha256").update(bytes).digest("hex");
        const item = await tryOnce(() =>
          prosecutor.upload<{ id: string; sha256: string }>(
            `/cases/${sample}/evidence?requestId=${randomUUID()}&path=${victim}-${index}.txt`,
            bytes,
          ),
        );
        if (item) {
          expect(item.sha256).toBe(sha256);
          acknowledged.evidence.push({ id: item.id, sha256 });
        }
      }
    })();
    await waitUntil("some uploads are acknowledged", () => acknowledged.evidence.some(() => true), 60_000);
    await killAndAwaitReturn(victim);
    await uploads;
    const after = await signInAgain();

    // A count, the victim killed in its middle: it comes to its end, and the figures are those of an undisturbed count.
    const undisturbed = await countToTheEnd(after, sample);
    const disturbed = await after.post<{ id: string }>(`/cases/${sample}/counts`, { evidenceIds: undisturbed.evidenceIds, options: {} });
    await killAndAwaitReturn(victim);
    const again = await signInAgain();
    const second = await awaitCount(again, disturbed.id);
    expect(second.status).toBe("done");
    expect(second.result?.ledger).toEqual(undisturbed.result?.ledger);
    expect(second.result?.persons).toEqual(undisturbed.result?.persons);

    // A signature, the victim killed right behind it.
    const draft = await again.post<{ id: string; version: number }>(`/cases/${sample}/assessments`, {
      countId: second.id,
      facts: {
        offence: "infringing-personal-information",
        accused: "natural-person",
        sets: [{ id: "s1", tier: "C", items: 6000, conducts: [{ kind: "obtain" }] }],
      },
    });
    const note = `已核对 ${victim}`;
    const signing = tryOnce(() =>
      again.post<{ id: string }>(`/assessments/${draft.id}/signature`, { expectedVersion: draft.version, note }),
    );
    const killing = killAndAwaitReturn(victim);
    const signed = await signing;
    await killing;
    if (signed) acknowledged.signed.push({ id: draft.id, note });

    await checkNothingIsMissing(await signInAgain(), sample);
  }, 240_000);
});

type Listed = { total: number; items: { id: string; part: { number: number } | null; prompts: { all: number } }[] };
type Batch = { id: string; status: string; entered: number; refused: number };
const MANY = 150;

test("the worker killed in the middle of a long document and of a batch: both come to their end, and nothing stands twice", async () => {
  const client = await signInAgain();
  const sample = await findSampleCase(client);
  const take = async (path: string, text: string) =>
    (
      await client.upload<{ id: string }>(
        `/cases/${sample}/evidence?requestId=${randomUUID()}&path=${encodeURIComponent(path)}`,
        new TextEncoder().encode(text),
      )
    ).id;
  const long = await take("long.txt", JUDGMENT.repeat(Math.floor(1_500_000 / JUDGMENT.length)));
  const lines = buildJudgments(MANY).map(({ id, text }) => JSON.stringify({ id, text }));
  const many = await take("many.jsonl", ["no document", ...lines].join("\n"));
  const document = await client.post<{ id: string }>(`/cases/${sample}/case-documents`, { evidenceId: long, kind: "judgment" });
  await client.post(`/cases/${sample}/document-batches`, { evidenceId: many, kind: "judgment" });
  const batch = async () => (await client.get<{ items: Batch[] }>(`/cases/${sample}/document-batches`)).items[0];
  await waitUntil("the batch has entered some", async () => ((await tryOnce(batch))?.entered ?? 0) > 0, 120_000);
  for (let turn = 0; turn < 2; turn++) {
    await killAndAwaitReturn("worker");
    const before = (await batch())?.entered ?? 0;
    await waitUntil(
      "the batch goes on",
      async () => ((await batch())?.entered ?? 0) > before || (await batch())?.status === "done",
      120_000,
    );
  }
  await waitUntil(
    "the batch ends",
    async () => (await batch())?.status === "done",
    240_000,
    () => installation.printed().slice(-2000),
  );
  expect(await batch()).toMatchObject({ entered: MANY, refused: 1 });
  const statusOf = async () => (await client.get<{ reading: { status: string } }>(`/case-documents/${document.id}`)).reading.status;
  await waitUntil("the long document is read", async () => (await statusOf()) === "done", 240_000);

  const { total, items } = await client.get<Listed>(`/cases/${sample}/case-documents?size=200`);
  expect(total).toBe(MANY + 1);
  const numbers = items.flatMap(({ part }) => (part === null ? [] : [part.number]));
  expect(numbers.toSorted((one, other) => one - other)).toEqual(Array.from({ length: MANY }, (_, at) => at + 2));
  const clues = await client.get<{ total: number }>(`/clues?status=prompted&caseId=${sample}&size=1`);
  expect(clues.total, "a clue for each prompt, and no other").toBe(items.reduce((sum, { prompts }) => sum + prompts.all, 0));
  const detail = await client.get<{ factList: { key: string }[]; promptList: { track: string; field: string }[]; readings: unknown[] }>(
    `/case-documents/${document.id}`,
  );
  expect(detail.readings).toHaveLength(1);
  expect(new Set(detail.factList.map(({ key }) => key)).size).toBe(detail.factList.length);
  expect(new Set(detail.promptList.map(({ track, field }) => `${track} ${field}`)).size).toBe(detail.promptList.length);
  await checkNothingIsMissing(client, sample);
}, 900_000);

type Replay = { id: string; status: string; progress: { done: number; total: number | null; attempt: number }; totals: unknown };
type ReplayResult = { replay: Replay; visible: number; documents: unknown[] };

test("the worker killed in the middle of a replay of the lexicon: it goes on and finds what an undisturbed replay finds; one that is cancelled ends", async () => {
  const client = await signInAgain();
  const revision = async () => (await client.get<{ revision: number }>("/lexicon")).revision;
  const propose = async (change: object) =>
    client.post("/lexicon/proposals", { expectedRevision: await revision(), change, reason: "试放" });
  await propose({ type: "add", list: "industries", value: "property", term: "物业系统", slang: false });
  await propose({ type: "mark", list: "conducts", value: "sell", term: "出售", slang: true });
  const ask = async () => client.post<Replay>("/lexicon/replays", { expectedRevision: await revision(), newest: 200 });
  const resultOf = (id: string) => tryOnce(() => client.get<ReplayResult>(`/lexicon/replay?replayId=${id}`));
  const awaitStatus = async (id: string, status: string) => {
    let seen: ReplayResult | null = null;
    const arrived = async () => (seen = await resultOf(id))?.replay.status === status;
    await waitUntil(`replay ${id} is ${status}`, arrived, 240_000, () => JSON.stringify(seen));
    return seen as unknown as ReplayResult;
  };
  const undisturbed = await awaitStatus((await ask()).id, "done");
  expect(undisturbed.replay.totals).toMatchObject({ documents: MANY + 1, unread: 0, changed: MANY + 1 });

  const { id } = await ask();
  for (let turn = 1; turn <= 2; turn++) {
    await waitUntil("the replay is in its middle", async () => {
      const found = (await resultOf(id))?.replay;
      if (found?.status === "done") throw new Error("the replay ended before it could be killed");
      return found?.status === "running" && found.progress.attempt === turn && found.progress.done > 0;
    });
    await killAndAwaitReturn("worker");
  }
  const killed = await awaitStatus(id, "done");
  expect(killed.replay.progress).toMatchObject({ attempt: 3, done: MANY + 1, total: MANY + 1 });
  expect(killed.replay.totals).toEqual(undisturbed.replay.totals);
  expect(killed.documents).toEqual(undisturbed.documents);
  expect(killed.visible).toBe(undisturbed.visible);

  const cancelled = await ask();
  await awaitStatus(cancelled.id, "running");
  await client.post("/lexicon/replays/cancellation", { replayId: cancelled.id });
  const { progress } = (await awaitStatus(cancelled.id, "cancelled")).replay;
  expect(progress.done).toBeLessThan(MANY + 1);
}, 600_000);

async function checkNothingIsMissing(client: ApiClient, sample: string): Promise<void> {
  const { items } = await client.get<{ items: { id: string; sha256: string }[] }>(`/cases/${sample}/evidence`);
  const stored = new Map(items.map((item) => [item.id, item.sha256]));
  for (const { id, sha256 } of acknowledged.evidence) expect(stored.get(id), `evidence ${id} was acknowledged`).toBe(sha256);
  const last = acknowledged.evidence.at(-1);
  if (last) {
    const verified = await client.post<{ verification: { intact: boolean } }>(`/evidence/${last.id}/verification`, {});
    expect(verified.verification.intact).toBe(true);
  }
  for (const { id, note } of acknowledged.signed) {
    const assessment = await client.get<{ status: string; signature?: { note: string } }>(`/assessments/${id}`);
    expect(assessment.status).toBe("signed");
    expect(assessment.signature?.note).toBe(note);
  }
  const auditor = await signIn(installation.address, "qian.shen", PASSWORD);
  const verification = await auditor.post<{ holds: boolean; problems: unknown[] }>("/audit/verification", {});
  expect(verification.problems).toEqual([]);
  expect(verification.holds).toBe(true);
}

type CountAnswer = { id: string; status: string; evidenceIds: string[]; result: { ledger: unknown; persons: unknown } | null };

async function countToTheEnd(client: ApiClient, sample: string): Promise<CountAnswer> {
  const count = await client.post<{ id: string }>(`/cases/${sample}/counts`, { evidenceIds: [], options: {} });
  return awaitCount(client, count.id);
}

async function awaitCount(client: ApiClient, id: string): Promise<CountAnswer> {
  let count: CountAnswer | null = null;
  await waitUntil(
    `count ${id} ends`,
    async () => {
      count = await tryOnce(() => client.get<CountAnswer>(`/counts/${id}`));
      return count !== null && ["done", "failed", "cancelled"].includes(count.status);
    },
    120_000,
    () => JSON.stringify(count),
  );
  return count as unknown as CountAnswer;
}

/** Kills with SIGKILL and waits until the supervisor has brought the process back and the address answers again. */
async function killAndAwaitReturn(victim: "server" | "worker" | "postgres"): Promise<void> {
  let before: number | null = null;
  await waitUntil(`the ${victim} runs`, () => (before = installation.pids()[victim]) !== null);
  if (before === null) throw new Error(`no ${victim} to kill`);
  process.kill(before, "SIGKILL");
  await waitUntil(
    `the ${victim} is back`,
    async () => {
      const now = installation.pids()[victim];
      return now !== null && now !== before && (await answers(`${installation.address}/readyz`));
    },
    60_000,
    () => installation.printed().slice(-3000),
  );
}

async function signInAgain(): Promise<ApiClient> {
  let client: ApiClient | null = null;
  await waitUntil("sign-in works", async () => (client = await tryOnce(() => signIn(installation.address, "chen.mo", PASSWORD))) !== null);
  return client as unknown as ApiClient;
}

async function findSampleCase(client: ApiClient): Promise<string> {
  const { items } = await client.get<{ items: { id: string; evidence: number }[] }>("/cases?mine=true&size=50");
  const sample = items.find((item) => item.evidence > 0);
  if (!sample) throw new Error("the sample case has no evidence");
  return sample.id;
}

/** A call that may fail because its other side was just killed; a refusal of the application is no such failure. */
async function tryOnce<T>(call: () => Promise<T>): Promise<T | null> {
  try {
    return await call();
  } catch (problem) {
    if (problem instanceof ApiRefusal && problem.status < 500) throw problem;
    return null; // the connection broke or the server could not reach the database: nothing was acknowledged
  }
}
