import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "#access/access.contract.ts";
import { loadCalendar } from "#calendar/load-calendar.query.ts";
import type { CaseDetail } from "#cases/cases.contract.ts";
import { askingOf, buildCase, buildOffices, buildPerson, mustDo } from "#cases/people.builder.ts";
import { buildTestDatabase, type TestDatabase } from "#database/test-database.builder.ts";
import { changeDeadlineOf } from "#deadlines/change-deadline.command.ts";
import type { Deadline, DeadlineChange, StartDeadlineRequest } from "#deadlines/deadlines.contract.ts";
import { listCaseDeadlines, listOpenDeadlines } from "#deadlines/list-deadlines.query.ts";
import { startDeadline } from "#deadlines/start-deadline.command.ts";

let db: TestDatabase;
let people: { owner: Actor; stranger: Actor };
let file: CaseDetail;
const calendar = loadCalendar();
const parts = () => ({ database: db.database, calendar });
beforeAll(async () => {
  db = await buildTestDatabase();
  await buildOffices(db.owner);
  people = {
    owner: await buildPerson(db.owner, "承办人", ["criminal-prosecutor"]),
    stranger: await buildPerson(db.owner, "邻院", ["criminal-prosecutor"], "990102"),
  };
  file = await buildCase(db.database, people.owner);
});
afterAll(() => db.close());

const start = (state: Partial<StartDeadlineRequest["state"]> = {}, actor = people.owner, requestId: string = randomUUID()) => {
  const plain = { rule: "CR-PROS-1M", from: "2026-01-31", subject: null, detained: false, urgent: false, ruling: false };
  return startDeadline(parts(), askingOf(actor), file.id, { requestId, state: { ...plain, ...state } });
};
const change = ({ id, version }: Deadline, what: DeadlineChange, actor = people.owner) =>
  changeDeadlineOf(parts(), askingOf(actor), id, { requestId: randomUUID(), expectedVersion: version, change: what });

test("a clock tells its last day step by step; the same request twice starts one", async () => {
  const requestId = randomUUID();
  const clock = mustDo(await start({}, people.owner, requestId));
  expect(clock).toMatchObject({ version: 1, due: "2026-02-28", custody: false, moved: null });
  expect(clock.steps.join()).toContain("调休上班日");
  expect(mustDo(await start({}, people.owner, requestId)).id).toBe(clock.id);
});

test("an extension needs its document and a decision before the end; what moved is shown, the version before stays", async () => {
  const clock = mustDo(await start());
  const late = await change(clock, { type: "extend", by: 15, document: "延长审查起诉期限决定书", on: "2026-03-01" });
  expect(late).toMatchObject({ ok: false, kind: "invalid-input" });
  const more = await change(clock, { type: "extend", by: 16, document: "延长审查起诉期限决定书", on: "2026-02-20" });
  expect(more).toMatchObject({ ok: false, kind: "invalid-input" });
  const longer = mustDo(await change(clock, { type: "extend", by: 15, document: "延长审查起诉期限决定书", on: "2026-02-20" }));
  expect(longer).toMatchObject({ version: 2, due: "2026-03-16", moved: { from: "2026-02-28", reason: "延长审查起诉期限决定书" } });
  const versions = await db.owner
    .selectFrom("deadlines")
    .select(["version", "due"])
    .where("id", "=", clock.id)
    .orderBy("version")
    .execute();
  expect(versions.map(({ due }) => due)).toEqual(["2026-02-28", "2026-03-16"]);
});

test("a correction reckons anew and says why; in custody no holiday moves the day", async () => {
  const clock = mustDo(await start({ from: "2026-09-05" }));
  const corrected = mustDo(
    await change(clock, { type: "correct", from: "2026-09-05", detained: true, urgent: false, ruling: false, reason: "嫌疑人已被逮捕" }),
  );
  expect(clock.due).toBe("2026-10-08");
  expect(corrected).toMatchObject({ due: "2026-10-05", custody: true, moved: { from: "2026-10-08", reason: "嫌疑人已被逮捕" } });
});

test("the wall has custody first, then by day, and leaves out what was ended", async () => {
  const custody = mustDo(await start({ rule: "CR-INV-2M", from: "2026-11-01", detained: true, subject: "嫌疑人甲" }));
  const ended = mustDo(await change(mustDo(await start({ from: "2026-11-02" })), { type: "end", on: "2026-11-20", document: "起诉书" }));
  const { items } = mustDo(await listOpenDeadlines(parts(), askingOf(people.owner), "zh"));
  expect(items[0]?.custody).toBe(true);
  expect(items.map(({ id }) => id)).toContain(custody.id);
  expect(items.map(({ id }) => id)).not.toContain(ended.id);
  const open = items.filter((item) => !item.custody).map(({ due }) => due);
  expect(open).toEqual([...open].sort());
  expect(mustDo(await listCaseDeadlines(parts(), askingOf(people.owner), file.id, "en")).items.map(({ id }) => id)).toContain(ended.id);
});

test("two people at once: the second is told, nothing is overwritten", async () => {
  const clock = mustDo(await start());
  const both = await Promise.all([
    change(clock, { type: "end", on: "2026-02-20", document: "起诉书" }),
    change(clock, { type: "end", on: "2026-02-21", document: "不起诉决定书" }),
  ]);
  expect(both.map((outcome) => (outcome.ok ? "done" : outcome.kind)).sort()).toEqual(["done", "stale-version"]);
});

test("another office sees no clock and changes none", async () => {
  const clock = mustDo(await start());
  expect(await change(clock, { type: "end", on: "2026-02-20", document: null }, people.stranger)).toMatchObject({ kind: "not-found" });
  expect(mustDo(await listOpenDeadlines(parts(), askingOf(people.stranger), "zh")).items).toEqual([]);
  expect(await start({ rule: "CR-NONE" })).toMatchObject({ ok: false, kind: "invalid-input" });
});
