import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "#access/access.contract.ts";
import { loadCalendar } from "#calendar/load-calendar.query.ts";
import type { CaseDetail } from "#cases/cases.contract.ts";
import { askingOf, buildCase, buildOffices, buildPerson, LONG_AGO, mustDo } from "#cases/people.builder.ts";
import { buildTestDatabase, type TestDatabase } from "#database/test-database.builder.ts";
import { changeDeadlineOf } from "#deadlines/change-deadline.command.ts";
import { BoardDayQuery } from "#deadlines/deadline-board.contract.ts";
import { getBoardDay, getDeadlineBoard, remindOfDeadlines } from "#deadlines/get-deadline-board.query.ts";
import { startDeadline } from "#deadlines/start-deadline.command.ts";

let db: TestDatabase;
let people: { owner: Actor; other: Actor; manager: Actor; leader: Actor; stranger: Actor };
let files: { one: CaseDetail; two: CaseDetail };
const calendar = loadCalendar();
const parts = () => ({ database: db.database, calendar });
const start = async (file: CaseDetail, actor: Actor, rule: string, from: string, detained = false) => {
  const plain = { subject: null, urgent: false, ruling: false, timesBefore: 0, follows: null };
  return mustDo(
    await startDeadline(parts(), askingOf(actor), file.id, { requestId: randomUUID(), state: { ...plain, rule, from, detained } }),
  );
};
const board = async (actor: Actor, where: { officeCode?: string; mine?: "true" | "false" } = {}) =>
  mustDo(await getDeadlineBoard(parts(), askingOf(actor), { mine: "false", ...where }));
const day = async (actor: Actor, query: object) => mustDo(await getBoardDay(parts(), askingOf(actor), BoardDayQuery.parse(query)));

/** Today is 2026-11-24 (a Tuesday). */
beforeAll(async () => {
  db = await buildTestDatabase();
  await buildOffices(db.owner);
  people = {
    owner: await buildPerson(db.owner, "承办甲", ["criminal-prosecutor"]),
    other: await buildPerson(db.owner, "承办乙", ["criminal-prosecutor"]),
    manager: await buildPerson(db.owner, "案管", ["case-manager"]),
    leader: await buildPerson(db.owner, "市院领导", ["leader"], "990100"),
    stranger: await buildPerson(db.owner, "邻院案管", ["case-manager"], "990102"),
  };
  files = { one: await buildCase(db.database, people.owner), two: await buildCase(db.database, people.other) };
  await start(files.one, people.owner, "CR-PROS-1M", "2026-10-10"); // over
  await start(files.one, people.owner, "CR-PROS-1M", "2026-10-25", true); // 2026-11-25, custody
  await start(files.two, people.other, "CR-PROS-1M", "2026-10-26"); // 2026-11-26
  const resting = await start(files.two, people.other, "CR-PROS-1M", "2026-11-20");
  const suspend = { type: "suspend" as const, ground: "psychiatric-appraisal", from: "2026-11-23", document: "委托书" };
  mustDo(
    await changeDeadlineOf(parts(), askingOf(people.other), resting.id, { requestId: randomUUID(), expectedVersion: 1, change: suspend }),
  );
  await start(files.two, people.other, "PI-CIV-REV", "2026-11-01"); // three months: later
});
afterAll(() => db.close());

test("a case manager sees the office by day and person in charge, custody apart; every clock once, in its newest version", async () => {
  const { counts, scope, people: loads } = await board(people.manager);
  expect(scope).toBe("office");
  const told = counts.map(
    ({ bucket, custody, personId, clocks }) =>
      `${bucket}${custody ? " custody" : ""} ${personId === people.owner.personId ? "甲" : "乙"} ${clocks}`,
  );
  expect(told.sort()).toEqual(["2026-11-25 custody 甲 1", "2026-11-26 乙 1", "later 乙 1", "over 甲 1", "suspended 乙 1"]);
  expect(loads.map(({ name, cases, open, over, soon, custody }) => [name, cases, open, over, soon, custody])).toEqual([
    ["承办乙", 1, 3, 0, 1, 0],
    ["承办甲", 1, 2, 1, 1, 1],
  ]);
});

test("a prosecutor sees the own cases, a case manager may ask for them alone, and a stranger sees nothing of the office", async () => {
  const own = await board(people.owner);
  expect([own.scope, own.counts.length]).toEqual(["own", 2]);
  expect((await board(people.manager, { mine: "true" })).counts).toEqual([]);
  expect((await board(people.stranger, { officeCode: "990101" })).counts).toEqual([]);
  expect((await day(people.stranger, { officeCode: "990101", bucket: "over" })).items).toEqual([]);
  const above = await board(people.leader, { officeCode: "990101" });
  expect([above.scope, above.counts.length, (await board(people.leader)).counts.length]).toEqual(["office", 5, 0]);
});

test("a day is read when it is opened: its clocks as they stand, by custody and person, with what there is in all", async () => {
  const over = await day(people.manager, { bucket: "over" });
  expect(over).toMatchObject({ total: 1, page: 1 });
  expect(over.items).toMatchObject([{ standing: "over", caseId: files.one.id }]);
  expect((await day(people.manager, { bucket: "2026-11-25", custody: "true" })).items).toMatchObject([{ custody: true, daysLeft: 1 }]);
  expect((await day(people.manager, { bucket: "2026-11-25", custody: "false" })).items).toEqual([]);
  expect((await day(people.manager, { bucket: "2026-11-26", personId: people.owner.personId })).items).toEqual([]);
  expect((await day(people.manager, { bucket: "2026-11-26", personId: people.other.personId })).items).toHaveLength(1);
  expect((await day(people.manager, { bucket: "2026-11-26", personId: "none" })).items).toEqual([]);
  expect((await day(people.manager, { bucket: "suspended" })).items).toMatchObject([{ standing: "suspended" }]);
  expect((await day(people.manager, { bucket: "later" })).items).toHaveLength(1);
});

test("the door reminds of what is over or ends within three days in one's own cases; what rests or lies further does not count", async () => {
  const remind = async (actor: Actor) => mustDo(await remindOfDeadlines(parts(), askingOf(actor)));
  expect(await remind(people.owner)).toEqual({ over: 1, soon: 1 });
  expect(await remind(people.other)).toEqual({ over: 0, soon: 1 });
  expect(await remind(people.manager)).toEqual({ over: 0, soon: 0 });
});

test("cases nobody is in charge of any more stand under nobody", async () => {
  const file = await buildCase(db.database, people.owner);
  await start(file, people.owner, "CR-PROS-1M", "2026-10-27");
  const past = { from_day: LONG_AGO, until_day: "2026-11-23" };
  await db.owner.updateTable("case_members").set(past).where("case_id", "=", file.id).execute();
  const { people: loads } = await board(people.manager);
  expect(loads.find(({ personId }) => personId === null)).toMatchObject({ name: null, cases: 1, open: 1 });
  expect((await day(people.manager, { bucket: "2026-11-27", personId: "none" })).items).toHaveLength(1);
});
