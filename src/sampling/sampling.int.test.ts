import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "#access/access.contract.ts";
import type { CaseDetail } from "#cases/cases.contract.ts";
import { askingOf, buildCase, buildOffices, buildPerson, mustDo } from "#cases/people.builder.ts";
import { buildTestDatabase, type TestDatabase } from "#database/test-database.builder.ts";
import { buildFinishedCount } from "#groups/finished-count.builder.ts";
import { buildDesign } from "#sampling/design.builder.ts";
import { getSample } from "#sampling/get-sample.query.ts";
import { listSamples } from "#sampling/list-samples.query.ts";
import { recordChecks } from "#sampling/record-checks.command.ts";
import { recordSample } from "#sampling/record-sample.command.ts";
import type { CaseSample, CheckedUnit } from "#sampling/sampling.contract.ts";
import { trySample } from "#sampling/try-sample.query.ts";
import { buildMobile } from "#scan/count.builder.ts";

let db: TestDatabase;
let people: { owner: Actor; manager: Actor; cityLeader: Actor; stranger: Actor };
let file: CaseDetail;
beforeAll(async () => {
  db = await buildTestDatabase();
  await buildOffices(db.owner);
  people = {
    owner: await buildPerson(db.owner, "承办人", ["criminal-prosecutor"]),
    manager: await buildPerson(db.owner, "案管", ["case-manager"]),
    cityLeader: await buildPerson(db.owner, "市院领导", ["leader"], "990100"),
    stranger: await buildPerson(db.owner, "邻院", ["criminal-prosecutor"], "990102"),
  };
  file = await buildCase(db.database, people.owner);
});
afterAll(() => db.close());

const record = (
  parts: Parameters<typeof buildDesign>[0] = { size: 40 },
  actor = people.owner,
  countId: string | null = null,
  requestId: string = randomUUID(),
) => recordSample(db.database, askingOf(actor), file.id, { requestId, countId, design: buildDesign(parts) });
const check = (sample: CaseSample, checks: CheckedUnit[], actor = people.owner, expectedVersion = sample.version) =>
  recordChecks(db.database, askingOf(actor), sample.id, { requestId: randomUUID(), expectedVersion, checks });
const findingsOf = (sample: CaseSample, fails: number): CheckedUnit[] =>
  sample.plan.strata.flatMap(({ id, drawn }) =>
    drawn.map((unit, at): CheckedUnit => ({ stratum: id, unit, finding: at < fails ? "fails" : "holds", note: null })),
  );

test("a plan is drawn and kept, then its findings version by version; only the whole sample says something about the rest", async () => {
  const requestId = randomUUID();
  const sample = mustDo(await record({ size: 40 }, people.owner, null, requestId));
  expect(sample).toMatchObject({
    version: 1,
    checks: [],
    plan: { size: 40 },
    evaluation: { refused: { kind: "not-all-checked" }, total: null },
  });
  expect(mustDo(await record({ size: 40 }, people.owner, null, requestId)).id).toBe(sample.id);

  const findings = findingsOf(sample, 1);
  const half = mustDo(await check(sample, findings.slice(0, 20)));
  expect(half).toMatchObject({ version: 2, checkedBy: "承办人", evaluation: { refused: { kind: "not-all-checked" } } });
  const whole = mustDo(await check(half, findings));
  expect(whole).toMatchObject({ version: 3, evaluation: { refused: null, total: { holds: 39, fails: 1, units: 10_000 } } });
  expect(mustDo(await getSample(db.database, askingOf(people.cityLeader), sample.id))).toEqual(whole);
  expect(mustDo(await listSamples(db.database, askingOf(people.manager), file.id)).items).toContainEqual(whole);
  const kept = await db.owner.selectFrom("sample_checks").select("version").where("sample_id", "=", sample.id).orderBy("version").execute();
  expect(kept.map(({ version }) => version)).toEqual([2, 3]);
});

test("of two who record at once exactly one does, and the other is told", async () => {
  const sample = mustDo(await record());
  const outcomes = await Promise.all([check(sample, findingsOf(sample, 0)), check(sample, findingsOf(sample, 2))]);
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  expect(outcomes.find(({ ok }) => !ok)).toMatchObject({ kind: "stale-version", detail: { current: 2 } });
});

test("a unit that was not drawn is refused", async () => {
  const sample = mustDo(await record());
  const drawn = sample.plan.strata[0]?.drawn ?? [];
  const unit = drawn.includes(1) ? (drawn.includes(2) ? 3 : 2) : 1;
  const stranger: CheckedUnit = { stratum: "C", unit, finding: "holds", note: null };
  expect(await check(sample, [stranger])).toMatchObject({ kind: "invalid-input", detail: { place: "checks[0].unit" } });
});

test("a convenience sample is refused with the reason, tried or recorded", async () => {
  const refusal = { kind: "invalid-input", detail: { place: "design.selection", found: expect.stringContaining("不能由样本推断总体") } };
  expect(await record({ selection: "convenience" })).toMatchObject(refusal);
  expect(await trySample(db.database, askingOf(people.owner), file.id, buildDesign({ selection: "convenience" }))).toMatchObject(refusal);
});

test("trying a design out gives size and justification, draws no list and keeps nothing", async () => {
  const before = await db.owner.selectFrom("samples").select("id").execute();
  const plan = mustDo(await trySample(db.database, askingOf(people.owner), file.id, buildDesign({ margin: 0.1 })));
  expect(plan.size).toBeGreaterThan(50);
  expect(plan.strata.flatMap(({ drawn }) => drawn)).toEqual([]);
  expect(plan.justification).toContain("抽样说明");
  expect(await db.owner.selectFrom("samples").select("id").execute()).toEqual(before);
});

describe("who may", () => {
  test("plan and check: the team; read: whoever sees the case", async () => {
    const sample = mustDo(await record());
    expect(await record({}, people.manager)).toMatchObject({ kind: "not-permitted" });
    expect(await record({}, people.stranger)).toMatchObject({ kind: "not-found" });
    expect(await check(sample, [], people.cityLeader)).toMatchObject({ kind: "not-permitted" });
    expect(await check(sample, [], people.stranger)).toMatchObject({ kind: "not-found" });
    expect(await getSample(db.database, askingOf(people.stranger), sample.id)).toMatchObject({ kind: "not-found" });
    expect(await listSamples(db.database, askingOf(people.stranger), file.id)).toMatchObject({ kind: "not-found" });
  });
  test("nothing is changed or deleted", async () => {
    for (const table of ["samples", "sample_checks"])
      for (const change of [`update ${table} set case_id = case_id`, `delete from ${table}`]) {
        const acting = { as: "person", actor: people.owner } as const;
        await expect(
          db.database.transact(acting, (tx) => sql.raw(change).execute(tx)),
          change,
        ).rejects.toThrow(/permission denied/);
        await expect(sql.raw(change).execute(db.owner), change).rejects.toThrow(/append-only/);
      }
  });
});

test("a sample may name a finished count of its case and no other", async () => {
  const countId = await buildFinishedCount(db.owner, people.owner, file.id, { "名单.csv": `手机号\n${buildMobile(1)}\n` });
  expect(mustDo(await record({}, people.owner, countId)).countId).toBe(countId);
  expect(await record({}, people.owner, randomUUID())).toMatchObject({ kind: "invalid-input", detail: { place: "countId" } });
});
