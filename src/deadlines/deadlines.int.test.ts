import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "#access/access.contract.ts";
import { loadCalendar } from "#calendar/load-calendar.query.ts";
import type { CaseDetail } from "#cases/cases.contract.ts";
import { askingOf, buildCase, buildOffices, buildPerson, mustDo } from "#cases/people.builder.ts";
import { buildTestDatabase, type TestDatabase } from "#database/test-database.builder.ts";
import { changeDeadlineOf } from "#deadlines/change-deadline.command.ts";
import { CalendarFileQuery } from "#deadlines/deadline-board.contract.ts";
import type { Deadline, DeadlineChange, StartDeadlineRequest } from "#deadlines/deadlines.contract.ts";
import { OpenDeadlinesQuery } from "#deadlines/deadlines.contract.ts";
import { listClocksOfCalendar } from "#deadlines/get-deadline-board.query.ts";
import { listCaseDeadlines, listOpenDeadlines } from "#deadlines/list-deadlines.query.ts";
import { previewChange } from "#deadlines/preview-change.query.ts";
import { startClock } from "#deadlines/run-clocks.command.ts";
import { startDeadline } from "#deadlines/start-deadline.command.ts";
import { sentenceOf } from "#refusals/refusal.ts";

const ALL = OpenDeadlinesQuery.parse({ size: 500 });
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
  const plain = {
    rule: "CR-PROS-1M",
    from: "2026-01-31",
    subject: null,
    detained: false,
    urgent: false,
    ruling: false,
    timesBefore: 0,
    follows: null,
  };
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
  const late = await change(clock, { type: "extend", by: 15, document: "延长审查起诉期限决定书", on: "2026-03-01", requestedOn: null });
  expect(late).toMatchObject({ ok: false, kind: "invalid-input" });
  const more = await change(clock, { type: "extend", by: 16, document: "延长审查起诉期限决定书", on: "2026-02-20", requestedOn: null });
  expect(more).toMatchObject({ ok: false, kind: "invalid-input" });
  const longer = mustDo(
    await change(clock, { type: "extend", by: 15, document: "延长审查起诉期限决定书", on: "2026-02-20", requestedOn: null }),
  );
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
  const { items } = mustDo(await listOpenDeadlines(parts(), askingOf(people.owner), ALL));
  expect(items[0]?.custody).toBe(true);
  expect(items.map(({ id }) => id)).toContain(custody.id);
  expect(items.map(({ id }) => id)).not.toContain(ended.id);
  const open = items.filter((item) => !item.custody).map(({ due }) => due);
  expect(open).toEqual([...open].sort());
  expect(mustDo(await listCaseDeadlines(parts(), askingOf(people.owner), file.id, "en")).items.map(({ id }) => id)).toContain(ended.id);
});

test("page after page gives every open clock once, in the order of the list; the last page says that it is the last", async () => {
  const all = mustDo(await listOpenDeadlines(parts(), askingOf(people.owner), ALL));
  expect([all.next, all.items.length > 3]).toEqual([null, true]);
  for (const size of [1, 2, all.items.length]) {
    const seen: string[] = [];
    for (let after: string | null = ""; after !== null; ) {
      const asked = OpenDeadlinesQuery.parse({ size, ...(after === "" ? {} : { after }) });
      const page = mustDo(await listOpenDeadlines(parts(), askingOf(people.owner), asked));
      seen.push(...page.items.map(({ id }) => id));
      after = page.next;
    }
    expect(seen, `pages of ${size}`).toEqual(all.items.map(({ id }) => id));
  }
  expect(OpenDeadlinesQuery.safeParse({ after: "1.2026-13-01.x" }).success).toBe(false);
});

test("the calendar has every clock of one's own cases that is over or ends within the window, and nobody else's", async () => {
  const near = mustDo(await start({ from: "2026-11-24" }));
  const far = mustDo(await start({ rule: "LT-RETAIN-3Y", from: "2026-11-24" }));
  const ask = (more: object, actor = people.owner) => listClocksOfCalendar(parts(), askingOf(actor), CalendarFileQuery.parse(more));
  const idsOf = async (more: object, actor = people.owner) => mustDo(await ask(more, actor)).map(({ id }) => id);
  const all = mustDo(await listOpenDeadlines(parts(), askingOf(people.owner), ALL)).items;
  const inTime = all.filter(({ due }) => due <= "2026-12-24").map(({ id }) => id);
  expect((await idsOf({ days: 30 })).sort()).toEqual(inTime.sort());
  expect(await idsOf({ days: 30 })).toContain(near.id);
  expect(await idsOf({ days: 29 })).not.toContain(near.id);
  expect(await idsOf({})).not.toContain(far.id);
  expect(await idsOf({ days: 1100 })).toContain(far.id);
  expect(await idsOf({ mine: "false" }, people.stranger)).toEqual([]);
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
  expect(mustDo(await listOpenDeadlines(parts(), askingOf(people.stranger), ALL)).items).toEqual([]);
  expect(await start({ rule: "CR-NONE" })).toMatchObject({ ok: false, kind: "invalid-input" });
});

test("a correction moves all that follows in one go, each with the reason and the clock that led it; the preview said so before", async () => {
  const notice = mustDo(await start({ rule: "PI-CIV-NOTICE", from: "2026-03-02" }));
  const review = mustDo(await start({ rule: "PI-CIV-REV", follows: notice.id }));
  expect([notice.due, review.state.from, review.due]).toEqual(["2026-04-01", "2026-04-01", "2026-07-01"]);
  const correction = {
    type: "correct" as const,
    from: "2026-03-12",
    detained: false,
    urgent: false,
    ruling: false,
    reason: "公告日期误录",
  };
  const preview = mustDo(await previewChange(parts(), askingOf(people.owner), notice.id, correction, "zh"));
  expect(preview.moves.map(({ due, led }) => [due.from, due.to, led])).toEqual([
    ["2026-04-01", "2026-04-13", false],
    ["2026-07-01", "2026-07-13", true],
  ]);
  expect(await versionOf(review.id)).toBe(1);
  mustDo(await change(notice, correction));
  const after = mustDo(await listCaseDeadlines(parts(), askingOf(people.owner), file.id, "zh")).items.find(({ id }) => id === review.id);
  expect(after).toMatchObject({
    version: 2,
    due: "2026-07-13",
    state: { from: "2026-04-13" },
    moved: { from: "2026-07-01", reason: "公告日期误录", led: { zh: "公告期满" } },
    follows: { zh: "“公告期满”的期限届满" },
  });
});

test("a clock that ended is led as well: what was in time may turn out late", async () => {
  const reply = mustDo(await start({ rule: "PI-REC-REPLY", from: "2026-08-05" }));
  const review = mustDo(await start({ rule: "PI-ADM-REV", follows: reply.id }));
  expect(review.due).toBe("2026-11-09"); // 8 November is a Sunday
  const sued = mustDo(await change(review, { type: "end", on: "2026-11-06", document: "行政公益起诉书" }));
  expect(sued.standing).toBe("done");
  mustDo(await change(reply, { type: "correct", from: "2026-07-20", detained: false, urgent: false, ruling: false, reason: "送达回证" }));
  const { items } = mustDo(await listCaseDeadlines(parts(), askingOf(people.owner), file.id, "zh"));
  expect(items.find(({ id }) => id === review.id)).toMatchObject({ standing: "done-late", due: "2026-10-20" }); // 20 September is a Sunday that is worked
});

test("a third return is refused with its sentence, also where one was made at another procuratorate", async () => {
  const back = { rule: "CR-SUPP-1M", subject: "嫌疑人丙" };
  mustDo(await start({ ...back, timesBefore: 1 }));
  const third = await start(back);
  expect(third).toMatchObject({ ok: false, kind: "condition-not-met" });
  if (third.ok) throw new Error("not refused");
  expect(sentenceOf(third, "zh")).toContain("以二次为限");
});

test("an extension of investigation custody needs the day it was asked for: after the end refused, within seven days warned", async () => {
  const custody = mustDo(await start({ rule: "CR-INV-2M", from: "2026-03-10" })); // ends on 10 May, a request is due on 3 May
  const extension = { type: "extend" as const, by: 1, document: "批准延长侦查羁押期限决定书", on: "2026-05-10" };
  expect(await change(custody, { ...extension, requestedOn: null })).toMatchObject({ ok: false, detail: { place: "change.requestedOn" } });
  expect(await change(custody, { ...extension, requestedOn: "2026-05-11" })).toMatchObject({ ok: false, kind: "condition-not-met" });
  const late = mustDo(await change(custody, { ...extension, requestedOn: "2026-05-04" }));
  expect(late.due).toBe("2026-06-10");
  expect(late.warnings.join()).toContain("2026-05-03");
});

test("a suspension needs a ground of the rule and its document, and lengthens the clock by the days it lasted", async () => {
  const clock = mustDo(await start({ from: "2026-03-02", detained: true }));
  const appraisal = { type: "suspend" as const, ground: "psychiatric-appraisal", from: "2026-03-10", document: "鉴定聘请书" };
  expect(await change(clock, { ...appraisal, ground: "appraisal" })).toMatchObject({ detail: { place: "change.ground" } });
  expect(await change(clock, { ...appraisal, from: "2026-04-03" })).toMatchObject({ detail: { place: "change.from" } });
  const halted = mustDo(await change(clock, appraisal));
  expect(halted).toMatchObject({ standing: "suspended", due: "2026-04-02" });
  expect(await change(halted, appraisal)).toMatchObject({ ok: false, kind: "wrong-state" });
  const resumed = mustDo(await change(halted, { type: "resume", until: "2026-03-19", document: "鉴定意见书" }));
  expect(resumed.due).toBe("2026-04-12"); // ten days
  expect(resumed.steps.join()).toContain("共 10 日不计入");
});

test("a rule starts only from the clocks its table names, never from itself", async () => {
  const notice = mustDo(await start({ rule: "PI-CIV-NOTICE", from: "2026-03-02" }));
  expect(await start({ rule: "PI-ADM-REV", follows: notice.id })).toMatchObject({ ok: false, detail: { place: "follows" } });
  const prosecution = mustDo(await start({ from: "2026-06-01" }));
  const back = mustDo(await start({ rule: "CR-SUPP-1M", subject: "嫌疑人丁", follows: prosecution.id }));
  const circle = { type: "correct" as const, from: "2026-06-01", detained: false, urgent: false, ruling: false, reason: "误" };
  expect(await change(prosecution, { ...circle, follows: back.id })).toMatchObject({ ok: false, detail: { place: "follows" } });
});

test("a clock that an act of another slice starts on the day another ends follows it from then on", async () => {
  const notice = mustDo(await start({ rule: "PI-CIV-NOTICE", from: "2025-03-03" }));
  const asking = askingOf(people.owner);
  const begun = await db.database.transact({ as: "person", actor: people.owner }, (tx) =>
    startClock({ tx, calendar, asking, caseId: file.id }, { rule: "PI-CIV-REV", from: notice.due }),
  );
  const review = mustDo(begun);
  mustDo(
    await change(notice, { type: "correct", from: "2025-03-10", detained: false, urgent: false, ruling: false, reason: "公告日期误录" }),
  );
  const { items } = mustDo(await listCaseDeadlines(parts(), askingOf(people.owner), file.id, "zh"));
  expect(items.find(({ id }) => id === review.id)).toMatchObject({ version: 2, moved: { from: review.due, led: { zh: "公告期满" } } });
});

async function versionOf(id: string): Promise<number> {
  return (await db.owner.selectFrom("deadlines").select("version").where("id", "=", id).execute()).length;
}
