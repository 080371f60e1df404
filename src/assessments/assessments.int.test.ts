import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "#access/access.contract.ts";
import { draftAssessment } from "#assessments/draft-assessment.command.ts";
import { getAssessment } from "#assessments/get-assessment.query.ts";
import { listAssessments } from "#assessments/list-assessments.query.ts";
import { signAssessment } from "#assessments/sign-assessment.command.ts";
import { tryFacts } from "#assessments/try-facts.query.ts";
import { actOnCase } from "#cases/act-on-case.command.ts";
import type { CaseDetail } from "#cases/cases.contract.ts";
import { getCase } from "#cases/get-case.query.ts";
import { askingOf, buildCase, buildOffices, buildPerson, mustDo } from "#cases/people.builder.ts";
import { buildTestDatabase, type TestDatabase } from "#database/test-database.builder.ts";
import { sentenceOf } from "#refusals/refusal.ts";
import { loadProvisions } from "#statutes/load-provisions.query.ts";
import type { InfringingFacts } from "#statutes/statutes.contract.ts";

const FACTS: InfringingFacts = {
  offence: "infringing-personal-information",
  accused: "natural-person",
  actDate: "2024-03-01",
  decisionDate: "2026-11-24",
  sets: [{ id: "s1", tier: "A", items: 60, conducts: [{ kind: "obtain" }] }],
};
const provisions = loadProvisions();
let db: TestDatabase;
let people: { owner: Actor; second: Actor; pil: Actor; technician: Actor; leader: Actor; auditor: Actor };
let file: CaseDetail;

beforeAll(async () => {
  db = await buildTestDatabase();
  await buildOffices(db.owner);
  people = {
    owner: await buildPerson(db.owner, "承办人", ["criminal-prosecutor"]),
    second: await buildPerson(db.owner, "第二人", ["criminal-prosecutor"]),
    pil: await buildPerson(db.owner, "公益", ["pil-prosecutor"]),
    technician: await buildPerson(db.owner, "技术", ["technician"]),
    leader: await buildPerson(db.owner, "领导", ["leader"]),
    auditor: await buildPerson(db.owner, "审计", ["auditor"]),
  };
  file = await buildFile();
});
afterAll(() => db.close());

const buildFile = () =>
  buildCase(db.database, people.owner, [
    [people.second, "criminal-prosecutor"],
    [people.pil, "pil-prosecutor"],
    [people.technician, "technician"],
  ]);
const draft = (actor: Actor, caseId = file.id, countId: string | null = null) =>
  draftAssessment({ database: db.database, provisions }, askingOf(actor), caseId, {
    requestId: randomUUID(),
    countId,
    facts: FACTS,
    sources: {},
  });
const sign = (actor: Actor, id: string, note = "同意", expectedVersion = 1) =>
  signAssessment(db.database, askingOf(actor), id, { requestId: randomUUID(), expectedVersion, note });

test("a draft keeps facts and answer together and decides nothing", async () => {
  const drafted = mustDo(await draft(people.pil));
  expect(drafted).toMatchObject({ status: "draft", version: 1, facts: FACTS, draftedBy: "公益", answer: { band: "serious" } });
  expect(mustDo(await getAssessment(db.database, askingOf(people.leader), drafted.id))).toEqual(drafted);
  expect(mustDo(await listAssessments(db.database, askingOf(people.owner), file.id)).items).toContainEqual(drafted);
  expect(mustDo(await getCase(db.database, askingOf(people.owner), file.id)).signedBand).toBeNull();
});

test("who may draft and sign is what the policy says", async () => {
  expect(await draft(people.technician)).toMatchObject({ kind: "not-permitted" });
  expect(await draft(people.leader)).toMatchObject({ kind: "not-permitted" });
  expect(await draft(people.auditor)).toMatchObject({ kind: "not-found" });
  const { id } = mustDo(await draft(people.owner));
  for (const actor of [people.pil, people.technician, people.leader])
    expect(await sign(actor, id), actor.name).toMatchObject({ kind: "not-permitted" });
  expect(await sign(people.auditor, id)).toMatchObject({ kind: "not-found" });
});

test("of two who sign at once exactly one does, and the other is told who and when", async () => {
  for (let round = 0; round < 5; round += 1) {
    const { id } = mustDo(await draft(people.owner));
    const outcomes = await Promise.all([sign(people.owner, id, "甲"), sign(people.second, id, "乙")]);
    const won = outcomes.find(({ ok }) => ok);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    const signed = mustDo(await getAssessment(db.database, askingOf(people.owner), id));
    if (!won?.ok || won.value.status !== "signed" || signed.status !== "signed") throw new Error("nobody signed");
    expect(signed).toEqual(won.value);
    const lost = outcomes.find(({ ok }) => !ok);
    expect(lost).toMatchObject({ kind: "already-signed", detail: { name: signed.signature.name, at: signed.signature.at } });
    if (lost && !lost.ok) expect(sentenceOf(lost, "zh")).toMatch(/由.+于\d{4}年\d{1,2}月\d{1,2}日\d\d:\d\d签署/);
    const entries = await db.owner.selectFrom("audit_entries").select("data").where("kind", "=", "assessment-signed").execute();
    expect(entries.filter(({ data }) => "assessmentId" in data && data.assessmentId === id)).toHaveLength(1);
  }
  expect(mustDo(await getCase(db.database, askingOf(people.owner), file.id)).signedBand).toBe("serious");
});

test("a signed assessment is never changed, not even behind the program's back", async () => {
  const { id } = mustDo(await draft(people.owner));
  mustDo(await sign(people.owner, id));
  await expect(db.owner.updateTable("assessments").set({ signed_note: "改" }).where("id", "=", id).execute()).rejects.toThrow(
    "never changed",
  );
  await expect(db.owner.updateTable("assessments").set({ facts: "{}" }).where("id", "=", id).execute()).rejects.toThrow("never changed");
  await expect(db.owner.deleteFrom("assessments").where("id", "=", id).execute()).rejects.toThrow("never changed");
});

test("a repeated signature is answered as the first one, a stale version is refused", async () => {
  const { id } = mustDo(await draft(people.owner));
  expect(await sign(people.owner, id, "同意", 7)).toMatchObject({ kind: "stale-version", detail: { current: 1 } });
  const request = { requestId: randomUUID(), expectedVersion: 1, note: "同意" };
  const first = await signAssessment(db.database, askingOf(people.owner), id, request);
  expect(await signAssessment(db.database, askingOf(people.owner), id, request)).toEqual(first);
});

test("in a closed case nothing is drafted or signed", async () => {
  const other = await buildFile();
  const { id } = mustDo(await draft(people.owner, other.id));
  const action = { type: "move-stage", stage: "closed", on: "2026-11-24", reason: null } as const;
  mustDo(
    await actOnCase(db.database, askingOf(people.owner), other.id, { requestId: randomUUID(), expectedVersion: other.version, action }),
  );
  expect(await draft(people.owner, other.id)).toMatchObject({ kind: "wrong-state" });
  expect(await sign(people.owner, id)).toMatchObject({ kind: "wrong-state" });
});

test("a draft rests only on a finished count of the same case", async () => {
  expect(await draft(people.owner, file.id, randomUUID())).toMatchObject({ kind: "invalid-input", detail: { place: "countId" } });
});

test("trying facts out stores nothing", async () => {
  const before = await db.owner.selectFrom("assessments").select("id").execute();
  expect(mustDo(await tryFacts(provisions, people.technician, FACTS)).band).toBe("serious");
  expect(await tryFacts(provisions, people.auditor, FACTS)).toMatchObject({ kind: "not-permitted" });
  expect(await db.owner.selectFrom("assessments").select("id").execute()).toHaveLength(before.length);
});
