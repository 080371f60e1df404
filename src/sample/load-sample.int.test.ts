import { createHmac } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { actorOf } from "#access/actor.ts";
import { isPassword } from "#access/password.ts";
import { findCases } from "#cases/find-cases.query.ts";
import { askingOf, mustDo } from "#cases/people.builder.ts";
import { buildTestDatabase, type TestDatabase } from "#database/test-database.builder.ts";
import { listEvidence } from "#evidence/list-evidence.query.ts";
import { buildVault, type TestVault } from "#evidence/vault.builder.ts";
import { loadSampleInto } from "#sample/load-sample.command.ts";
import { makeSample, SAMPLE_AS_OF } from "#sample/make-sample.ts";
import { SAMPLE_PASSWORD, samplePeople } from "#sample/people.data.ts";
import { findSampleEntry } from "#sample/sample.store.ts";
import { type SampleAccountName, samplePerson } from "#sample/sample-identity.ts";
import { countBytes } from "#scan/count.builder.ts";

const fingerprint = (words: string) => createHmac("sha256", "a key of the test").update(words).digest();

let db: TestDatabase;
let store: TestVault;
const NOW = new Date();

beforeAll(async () => {
  [db, store] = await Promise.all([buildTestDatabase(), buildVault()]);
});
afterAll(async () => {
  await Promise.all([db.close(), store.close()]);
});

const services = () => ({ database: db.database, vault: store.vault });
const casesOf = async (account: SampleAccountName) =>
  mustDo(
    await findCases({ database: db.database, fingerprint }, askingOf(actorOf(samplePerson(account)), NOW), {
      sort: "updated",
      page: 1,
      size: 20,
    }),
  ).items;

test("a load that was cut off is finished by the next one, and everything is there once", async () => {
  let steps = 0;
  const signal = Object.assign(new AbortController().signal, {
    throwIfAborted: () => {
      steps += 1;
      if (steps > 14) throw new Error("cut off");
    },
  });
  await expect(loadSampleInto(services(), NOW, signal)).rejects.toThrow("cut off");
  expect(await db.database.transact({ as: "nobody" }, findSampleEntry)).toBe(false);
  await loadSampleInto(services(), NOW, new AbortController().signal);
  expect(await db.database.transact({ as: "nobody" }, findSampleEntry)).toBe(true);
  const cases = await casesOf("chen.mo");
  expect(cases.map(({ stage, owner, evidence }) => [stage, owner, evidence])).toEqual(
    expect.arrayContaining([
      ["prosecution-review", "陈默", makeSample().files.length - 1],
      ["arrest-review", "陈默", 0],
    ]),
  );
  expect(cases).toHaveLength(2);
});

test("who may see the sample sees it, and the others nothing", async () => {
  const seen = Object.fromEntries(
    await Promise.all(samplePeople.map(async ({ account }) => [account, (await casesOf(account)).length] as const)),
  );
  expect(seen).toEqual({
    "chen.mo": 2,
    "lin.an": 1,
    "zhao.ke": 1,
    "sun.wen": 2,
    "he.yan": 2,
    "wei.ting": 2,
    "qian.shen": 0,
    admin: 0,
    "ma.bei": 0,
  });
});

test("the accounts open with the printed password", async () => {
  const row = await db.owner.selectFrom("persons").select("password_hash").where("account", "=", "chen.mo").executeTakeFirstOrThrow();
  expect(await isPassword(row.password_hash, SAMPLE_PASSWORD)).toBe(true);
});

test("one piece of evidence has a whole record and the others show their deliberate gaps", async () => {
  const [main] = (await casesOf("chen.mo")).filter(({ evidence }) => evidence > 0);
  const { items } = mustDo(await listEvidence(db.database, askingOf(actorOf(samplePerson("lin.an")), NOW), main?.id ?? ""));
  const gaps = Object.fromEntries(items.map(({ path, defects }) => [path, defects.map(({ effect, kind }) => `${effect} ${kind}`)]));
  expect(gaps["酒店/云栖连锁入住名单.xlsx"]).toEqual([]);
  expect(gaps["营业厅/客户资料.csv"]).toContain("blocking too-few-collectors");
  expect(gaps["快递/面单导出.tsv"]).toContain("curable unsealed");
  expect(gaps["聊天/老猫聊天记录.txt"]).toEqual(
    expect.arrayContaining([
      "blocking hash-missing",
      "curable no-witness-no-video",
      "curable holder-not-signed",
      "warning transfer-hash-unchecked:1",
    ]),
  );
});

test("the evidence of the sample, read from the vault, gives the figures of its files", async () => {
  const [main] = (await casesOf("chen.mo")).filter(({ evidence }) => evidence > 0);
  const { items } = mustDo(await listEvidence(db.database, askingOf(actorOf(samplePerson("chen.mo")), NOW), main?.id ?? ""));
  const stored = await countBytes(
    items.map((item) => store.vault.open(item, item.path)),
    { asOf: SAMPLE_AS_OF },
  );
  const files = makeSample().files.filter(({ path }) => path !== "README.txt");
  const plain = await countBytes(Object.fromEntries(files.map(({ path, bytes }) => [path, bytes])), { asOf: SAMPLE_AS_OF });
  expect(stored.ledger).toEqual(plain.ledger);
  expect(stored.persons).toEqual(plain.persons);
  expect(stored.ledger.total.seized).toBeGreaterThan(4000);
});
