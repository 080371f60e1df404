import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "#access/access.contract.ts";
import { draftAssessment } from "#assessments/draft-assessment.command.ts";
import { signAssessment } from "#assessments/sign-assessment.command.ts";
import { actOnCase } from "#cases/act-on-case.command.ts";
import { askingOf, buildCase, buildOffices, buildPerson, mustDo, NOW } from "#cases/people.builder.ts";
import type { Tx } from "#database/database.ts";
import { buildTestDatabase, type TestDatabase } from "#database/test-database.builder.ts";
import { loadProvisions } from "#statutes/load-provisions.query.ts";

/** E-09: machine-assisted until a named person signs. Everything here goes past the program, straight at the tables. */
const provisions = loadProvisions();
let db: TestDatabase;
let people: { owner: Actor; pil: Actor; technician: Actor; leader: Actor; outsider: Actor; formerly: Actor };
let caseId: string;

beforeAll(async () => {
  db = await buildTestDatabase();
  await buildOffices(db.owner);
  people = {
    owner: await buildPerson(db.owner, "承办人", ["criminal-prosecutor"]),
    pil: await buildPerson(db.owner, "公益", ["pil-prosecutor"]),
    technician: await buildPerson(db.owner, "技术", ["technician"]),
    leader: await buildPerson(db.owner, "领导", ["leader", "criminal-prosecutor"]),
    outsider: await buildPerson(db.owner, "他人", ["criminal-prosecutor"]),
    formerly: await buildPerson(db.owner, "调离", ["criminal-prosecutor"]),
  };
  caseId = await buildFile();
});
afterAll(() => db.close());

async function buildFile(): Promise<string> {
  const { id } = await buildCase(db.database, people.owner, [
    [people.pil, "pil-prosecutor"],
    [people.technician, "technician"],
    [people.formerly, "criminal-prosecutor"],
  ]);
  return id;
}

async function buildDraft(inCase = caseId): Promise<string> {
  const facts = { offence: "infringing-personal-information" as const, sets: [] };
  const request = { requestId: randomUUID(), countId: null, facts, sources: {} };
  return mustDo(await draftAssessment({ database: db.database, provisions }, askingOf(people.owner), inCase, request)).id;
}
const by = (actor: Actor, at = new Date(NOW.getTime() + 1000), note = "同意") => ({
  version: 2,
  signed_by: actor.personId,
  signed_at: at,
  signed_note: note,
});
/** As the application's own role, on behalf of a person, without its code. */
const past = <T>(actor: Actor, work: (tx: Tx) => Promise<T>) => db.database.transact({ as: "person", actor }, work);
const update = (actor: Actor, id: string, values: object) =>
  past(actor, (tx) => tx.updateTable("assessments").set(values).where("id", "=", id).returning("id").execute());

test("who may sign in the program may sign in the database: the rules are the same", async () => {
  const id = await buildDraft();
  expect(await update(people.owner, id, by(people.owner))).toHaveLength(1);
});

test("a version that says signed without a signer is refused", async () => {
  const id = await buildDraft();
  await expect(update(people.owner, id, { version: 2 })).rejects.toThrow("named person");
  await expect(update(people.owner, id, { ...by(people.owner), signed_by: null })).rejects.toThrow("named person");
  await expect(update(people.owner, id, { ...by(people.owner), version: 1 })).rejects.toThrow("check constraint");
  await expect(update(people.owner, id, { ...by(people.owner), signed_at: null })).rejects.toThrow();
  await expect(update(people.owner, id, by(people.owner, undefined, "  "))).rejects.toThrow("says why");
  await expect(update(people.owner, id, by(people.owner, new Date(0)))).rejects.toThrow("after its draft");
});

test("a signer who may not sign is refused: by part, by role, by case, by being no more of the team, or disabled", async () => {
  const id = await buildDraft();
  for (const actor of [people.pil, people.technician, people.leader])
    await expect(update(actor, id, by(actor)), actor.name).rejects.toThrow("may not sign");
  // does not see the case: nothing is there to sign
  expect(await update(people.outsider, id, by(people.outsider))).toEqual([]);
  await db.owner.updateTable("persons").set({ disabled_at: NOW }).where("id", "=", people.formerly.personId).execute();
  await expect(db.owner.updateTable("assessments").set(by(people.formerly)).where("id", "=", id).execute()).rejects.toThrow("may not sign");
});

test("nobody signs in another's name", async () => {
  const id = await buildDraft();
  await expect(update(people.pil, id, by(people.owner))).rejects.toThrow("row-level security");
});

test("the worker signs nothing", async () => {
  const id = await buildDraft();
  const signing = db.database.transact({ as: "worker" }, (tx) =>
    tx.updateTable("assessments").set(by(people.owner)).where("id", "=", id).execute(),
  );
  await expect(signing).rejects.toThrow("row-level security");
});

test("nothing begins signed, and nothing is drafted in another's name", async () => {
  const row = { id: randomUUID(), case_id: caseId, count_id: null, facts: "{}", sources: "{}", answer: "{}", drafted_at: NOW };
  const insert = (values: object) =>
    past(people.owner, (tx) =>
      tx
        .insertInto("assessments")
        .values({ ...row, version: 1, drafted_by: people.owner.personId, signed_by: null, signed_at: null, signed_note: null, ...values })
        .execute(),
    );
  await expect(insert(by(people.owner))).rejects.toThrow("begins as a draft");
  await expect(insert({ drafted_by: people.pil.personId })).rejects.toThrow("row-level security");
});

test("a signed one is neither altered, nor signed again, nor deleted; a draft's facts, sources and answer are not changed either", async () => {
  const id = await buildDraft();
  for (const part of ["facts", "sources", "answer"])
    await expect(update(people.owner, id, { [part]: "{}" }), part).rejects.toThrow("permission denied");
  await expect(db.owner.updateTable("assessments").set({ sources: '{"gains":1}' }).where("id", "=", id).execute()).rejects.toThrow(
    "never changed",
  );
  mustDo(await signAssessment(db.database, askingOf(people.owner), id, { requestId: randomUUID(), expectedVersion: 1, note: "同意" }));
  await expect(update(people.owner, id, by(people.owner, undefined, "改"))).rejects.toThrow("never changed");
  await expect(update(people.owner, id, { version: 1, signed_by: null, signed_at: null, signed_note: null })).rejects.toThrow(
    "never changed",
  );
  await expect(past(people.owner, (tx) => tx.deleteFrom("assessments").where("id", "=", id).execute())).rejects.toThrow(
    "permission denied",
  );
  await expect(db.owner.deleteFrom("assessments").where("id", "=", id).execute()).rejects.toThrow("never changed");
});

test("in a closed case nothing is signed", async () => {
  const { id: closing } = await buildCase(db.database, people.owner);
  const id = await buildDraft(closing);
  const action = { type: "move-stage", stage: "closed", on: "2026-11-24", reason: null } as const;
  const { version } = await db.owner.selectFrom("cases").select("version").where("id", "=", closing).executeTakeFirstOrThrow();
  mustDo(await actOnCase(db.database, askingOf(people.owner), closing, { requestId: randomUUID(), expectedVersion: version, action }));
  await expect(update(people.owner, id, by(people.owner))).rejects.toThrow("may not sign");
});
