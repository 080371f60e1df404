import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "#access/access.contract.ts";
import { loadCalendar } from "#calendar/load-calendar.query.ts";
import type { CaseDetail } from "#cases/cases.contract.ts";
import { askingOf, buildCase, buildOffices, buildPerson, mustDo } from "#cases/people.builder.ts";
import { buildTestDatabase, type TestDatabase } from "#database/test-database.builder.ts";
import { listCaseDeadlines } from "#deadlines/list-deadlines.query.ts";
import { startDeadline } from "#deadlines/start-deadline.command.ts";
import { actOnNotice, issueNotice } from "#process-notices/issue-notice.command.ts";
import { listNotices } from "#process-notices/list-notices.query.ts";
import type { ActOnNoticeRequest, ProcessNotice } from "#process-notices/process-notices.contract.ts";

let db: TestDatabase;
let people: { owner: Actor; manager: Actor; leader: Actor; stranger: Actor };
const calendar = loadCalendar();
const parts = () => ({ database: db.database, calendar });

beforeAll(async () => {
  db = await buildTestDatabase();
  await buildOffices(db.owner);
  people = {
    owner: await buildPerson(db.owner, "承办", ["criminal-prosecutor"]),
    manager: await buildPerson(db.owner, "案管", ["case-manager"]),
    leader: await buildPerson(db.owner, "院领导", ["leader"]),
    stranger: await buildPerson(db.owner, "邻院案管", ["case-manager"], "990102"),
  };
});
afterAll(() => db.close());

async function caseWithClock(): Promise<{ file: CaseDetail; deadlineId: string }> {
  const file = await buildCase(db.database, people.owner);
  const state = {
    rule: "CR-PROS-1M",
    from: "2026-10-10",
    subject: null,
    detained: false,
    urgent: false,
    ruling: false,
    timesBefore: 0,
    follows: null,
  };
  const clock = mustDo(await startDeadline(parts(), askingOf(people.owner), file.id, { requestId: randomUUID(), state }));
  return { file, deadlineId: clock.id };
}
const issue = (file: CaseDetail, deadlineId: string, actor = people.manager, requestId: string = randomUUID()) =>
  issueNotice(parts(), askingOf(actor), file.id, { requestId, deadlineId, ground: "over", text: "审查起诉期限已届满，请说明情况" });
const act = ({ id, version }: ProcessNotice, action: ActOnNoticeRequest["action"], actor: Actor) =>
  actOnNotice(parts(), askingOf(actor), id, { requestId: randomUUID(), expectedVersion: version, action });
const clocksOf = async (file: CaseDetail) => mustDo(await listCaseDeadlines(parts(), askingOf(people.owner), file.id, "zh")).items;

test("a notice goes to whoever is in charge, once however often it is sent, and its reply has ten days", async () => {
  const { file, deadlineId } = await caseWithClock();
  const requestId = randomUUID();
  const notice = mustDo(await issue(file, deadlineId, people.manager, requestId));
  expect(mustDo(await issue(file, deadlineId, people.manager, requestId)).id).toBe(notice.id);
  // Issued on 2026-11-24: the tenth day is 2026-12-04, a Friday.
  expect(notice).toMatchObject({ addressee: { name: "承办" }, replyDue: "2026-12-04", can: ["withdraw"] });
  expect((await clocksOf(file)).filter(({ state }) => state.rule === "CM-NOTICE-10")).toMatchObject([{ standing: "ahead" }]);
  const seen = mustDo(await listNotices(parts(), askingOf(people.owner), file.id)).items;
  expect(seen).toMatchObject([{ id: notice.id, can: ["reply"] }]);
  expect(await issue(file, deadlineId)).toMatchObject({ kind: "condition-not-met" });
});

test("the reply ends its clock; replied or withdrawn a notice is at rest; a new one may follow", async () => {
  const { file, deadlineId } = await caseWithClock();
  const notice = mustDo(await issue(file, deadlineId));
  expect(await act(notice, { type: "reply", text: "代为回复" }, people.manager)).toMatchObject({ kind: "not-permitted" });
  const replied = mustDo(await act(notice, { type: "reply", text: "已提请延长，附决定书" }, people.owner));
  expect(replied).toMatchObject({ version: 2, state: { status: "replied", reply: { by: "承办", on: "2026-11-24" } }, can: [] });
  expect((await clocksOf(file)).find(({ state }) => state.rule === "CM-NOTICE-10")?.standing).toBe("done");
  expect(await act(replied, { type: "withdraw", reason: "误发" }, people.manager)).toMatchObject({ kind: "wrong-state" });
  const again = mustDo(await issue(file, deadlineId));
  const withdrawn = mustDo(await act(again, { type: "withdraw", reason: "误发" }, people.manager));
  expect(withdrawn.state.status).toBe("withdrawn");
});

test("two at once: one answer is taken, the other reads that somebody was faster", async () => {
  const { file, deadlineId } = await caseWithClock();
  const twice = await Promise.all([issue(file, deadlineId), issue(file, deadlineId)]);
  expect(twice.filter(({ ok }) => ok)).toHaveLength(1);
  const notice = mustDo(twice.find(({ ok }) => ok) ?? (await issue(file, deadlineId)));
  const answers = await Promise.all([
    act(notice, { type: "reply", text: "情况说明" }, people.owner),
    act(notice, { type: "withdraw", reason: "误发" }, people.manager),
  ]);
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(answers.find(({ ok }) => !ok)).toMatchObject({ kind: "stale-version" });
});

test("only case managers of the office issue notices; another office sees none; a clock of another case, or none in charge, is refused", async () => {
  const { file, deadlineId } = await caseWithClock();
  const other = await caseWithClock();
  expect(await issue(file, deadlineId, people.leader)).toMatchObject({ kind: "not-permitted" });
  expect(await issue(file, deadlineId, people.stranger)).toMatchObject({ kind: "not-found" });
  expect(await issue(file, other.deadlineId)).toMatchObject({ kind: "not-found" });
  mustDo(await issue(file, deadlineId));
  expect(mustDo(await listNotices(parts(), askingOf(people.stranger), undefined)).items).toEqual([]);
  const rows = await db.database.transact({ as: "person", actor: people.stranger }, (tx) =>
    sql`select id from process_notices`.execute(tx),
  );
  expect(rows.rows).toEqual([]);
  await db.owner
    .updateTable("case_members")
    .set({ from_day: "2020-01-01", until_day: "2020-01-02" })
    .where("case_id", "=", other.file.id)
    .execute();
  expect(await issue(other.file, other.deadlineId)).toMatchObject({ kind: "condition-not-met" });
});
