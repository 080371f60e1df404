import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "#access/access.contract.ts";
import { buildOffices, buildPerson } from "#cases/people.builder.ts";
import { buildTestDatabase, type TestDatabase } from "#database/test-database.builder.ts";
import { done, type Outcome, refuse } from "#refusals/refusal.ts";
import { answerOnce } from "#requests/answer-once.command.ts";

let db: TestDatabase;
let [one, other]: Actor[] = [];
beforeAll(async () => {
  db = await buildTestDatabase();
  await buildOffices(db.owner);
  [one, other] = [await buildPerson(db.owner, "甲", []), await buildPerson(db.owner, "乙", [])];
});
afterAll(() => db.close());

let runs = 0;
const ask = (actor: Actor | undefined, requestId: string, operation = "open-case", answer?: Outcome<{ run: number }>) => {
  if (!actor) throw new Error("no actor");
  return db.database.transact({ as: "person", actor }, (tx) =>
    answerOnce(tx, actor, requestId, operation, async () => {
      runs += 1;
      return answer ?? done({ run: runs });
    }),
  );
};

test("the same request again gets the first answer and is not run again", async () => {
  const id = randomUUID();
  const first = await ask(one, id);
  const before = runs;
  expect([await ask(one, id), await ask(one, id)]).toEqual([first, first]);
  expect(runs).toBe(before);
});

test("ten at the same moment run once", async () => {
  const [id, before] = [randomUUID(), runs];
  const answers = await Promise.all(Array.from({ length: 10 }, () => ask(one, id)));
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  expect(runs).toBe(before + 1);
});

test("a refusal is not kept: the same form can be sent again", async () => {
  const id = randomUUID();
  expect(await ask(one, id, "open-case", refuse("stale-version", { current: 2 }))).toMatchObject({ ok: false });
  expect(await ask(one, id)).toMatchObject({ ok: true });
});

test("the id of one person means nothing for another", async () => {
  const id = randomUUID();
  expect(await ask(other, id)).not.toEqual(await ask(one, id));
});

test("the id of one operation is refused for another", async () => {
  const id = randomUUID();
  await ask(one, id);
  expect(await ask(one, id, "sign-assessment")).toMatchObject({ ok: false, kind: "invalid-input", detail: { place: "requestId" } });
});

test("a change that was rolled back has not been answered", async () => {
  const id = randomUUID();
  const actor = one;
  if (!actor) throw new Error("no actor");
  const broken = db.database.transact({ as: "person", actor }, async (tx) => {
    await answerOnce(tx, actor, id, "open-case", async () => done({}));
    throw new Error("crash");
  });
  await expect(broken).rejects.toThrow("crash");
  const before = runs;
  await ask(actor, id);
  expect(runs).toBe(before + 1);
});

test("a refusal changes nothing: what was written before it is taken back", async () => {
  const actor = one;
  if (!actor) throw new Error("no actor");
  const outcome = await db.database.transact({ as: "person", actor }, (tx) =>
    answerOnce(tx, actor, randomUUID(), "open-case", async () => {
      await tx
        .insertInto("sign_in_failures")
        .values({ account_hash: Buffer.from("refused"), at: new Date(0) })
        .execute();
      return refuse("stale-version", { current: 2 });
    }),
  );
  expect(outcome.ok).toBe(false);
  const kept = await db.owner.selectFrom("sign_in_failures").select("at").where("account_hash", "=", Buffer.from("refused")).execute();
  expect(kept).toEqual([]);
});
