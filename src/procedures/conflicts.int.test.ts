import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "#access/access.contract.ts";
import { loadCalendar } from "#calendar/load-calendar.query.ts";
import { actOnCase } from "#cases/act-on-case.command.ts";
import { askingOf, buildCase, buildOffices, buildPerson, mustDo } from "#cases/people.builder.ts";
import { buildTestDatabase, type TestDatabase } from "#database/test-database.builder.ts";
import { listCaseDeadlines } from "#deadlines/list-deadlines.query.ts";
import { startDeadline } from "#deadlines/start-deadline.command.ts";
import { actOnProcedure } from "#procedures/act-on-procedure.command.ts";
import { getProcedure } from "#procedures/get-procedure.query.ts";
import { loadProcedureTables } from "#procedures/load-procedure-tables.query.ts";
import { openProcedure } from "#procedures/open-procedure.command.ts";
import type { OpenProcedureRequest, Procedure, ProcedureAction } from "#procedures/procedures.contract.ts";
import { type Outcome, sentenceOf } from "#refusals/refusal.ts";

/** Bad input and conflict on a procedure: each refused or asked about in a clear sentence, and nothing of it written. */
let db: TestDatabase;
let owner: Actor;
let pil: Actor;
const calendar = loadCalendar();
const tables = loadProcedureTables(new Set(calendar.rules.keys()));
const parts = () => ({ database: db.database, calendar, tables });

beforeAll(async () => {
  db = await buildTestDatabase();
  await buildOffices(db.owner);
  owner = await buildPerson(db.owner, "承办人", ["criminal-prosecutor"]);
  pil = await buildPerson(db.owner, "公益检察官", ["pil-prosecutor"]);
});
afterAll(() => db.close());

async function open(kind: OpenProcedureRequest["kind"], handler: Actor): Promise<Procedure> {
  const file = await buildCase(db.database, owner);
  const request = { requestId: randomUUID(), kind, title: "某案", number: null, officeCode: "990101", continues: {} };
  return mustDo(await openProcedure(parts(), askingOf(owner), file.id, { ...request, handler: handler.personId, on: "2026-01-05" }));
}
const act = ({ id, version }: Procedure, action: ProcedureAction, actor = owner) =>
  actOnProcedure(parts(), askingOf(actor), id, { requestId: randomUUID(), expectedVersion: version, action });
const step = (
  name: string,
  on: string,
  fields: Record<string, string | number | boolean> = {},
  closeWithOpenClocks = false,
): ProcedureAction => ({
  ...{ type: "take-step", step: name, on, fields },
  ...{ note: null, closeWithOpenClocks },
});
const clockOf = async ({ caseId }: Procedure, rule: string) =>
  mustDo(await listCaseDeadlines(parts(), askingOf(owner), caseId, "zh")).items.findLast(({ state }) => state.rule === rule);
const now = async ({ id }: Procedure) => mustDo(await getProcedure(parts(), askingOf(owner), id));

function refusalOf(outcome: Outcome<unknown>): string {
  if (outcome.ok) throw new Error("expected a refusal");
  return sentenceOf(outcome, "zh");
}
const receive = step("receive-for-prosecution", "2026-01-10", { detained: false, document: "云公诉〔2026〕1号" });
const outline = { outline: "调取云盘日志", detained: false };

test("wrong order: the sentence names the state and what can be done instead, and nothing is written", async () => {
  const criminal = await open("criminal", owner);
  const refused = refusalOf(
    await act(criminal, step("prosecute", "2026-01-10", { document: "云检刑诉〔2026〕1号", publicInterestChecked: true })),
  );
  expect(refused).toMatch(/在“侦查”时不能“提起公诉”；现在可以：.*受理移送审查起诉/);
  expect((await now(criminal)).version).toBe(criminal.version);
});

test("a return too many is refused with its source, and the clock of the review runs on", async () => {
  let criminal = mustDo(await act(await open("criminal", owner), receive));
  for (const [back, again] of [
    ["2026-01-20", "2026-02-10"],
    ["2026-02-24", "2026-03-10"],
  ] as const) {
    criminal = mustDo(await act(criminal, step("return-for-supplement", back, outline)));
    criminal = mustDo(await act(criminal, step("receive-supplement", again, { detained: false })));
  }
  const refused = refusalOf(await act(criminal, step("return-for-supplement", "2026-03-20", outline)));
  expect(refused).toMatch(/退回补充侦查以二次为限.*第一百七十五条/);
  expect((await clockOf(criminal, "CR-PROS-1M"))?.state.done).toBeNull();
});

test("two people moving the same case: the second is told that somebody was faster, and what was taken first stands", async () => {
  const criminal = mustDo(await act(await open("criminal", owner), receive));
  mustDo(await act(criminal, step("return-for-supplement", "2026-01-20", outline)));
  const late = await act(criminal, step("prosecute", "2026-01-21", { document: "云检刑诉〔2026〕2号", publicInterestChecked: true }));
  expect(late).toMatchObject({ kind: "stale-version" });
  expect(refusalOf(late)).toContain("已被他人更新");
  expect((await now(criminal)).state.id).toBe("supplement");
});

test("a clock corrected backwards: not before the step before it; where it may go, the day told before and the reason stay", async () => {
  let criminal = mustDo(await act(await open("criminal", owner), receive));
  criminal = mustDo(await act(criminal, step("return-for-supplement", "2026-01-20", outline)));
  criminal = mustDo(await act(criminal, step("receive-supplement", "2026-02-10", { detained: false })));
  const correct = (on: string): ProcedureAction => ({ type: "correct-step", step: 3, on, fields: {}, reason: "实为前几日收到" });
  expect(refusalOf(await act(criminal, correct("2026-01-19")))).toMatch(/2026-01-20至.*之间的日期（前后步骤之间）/);
  expect((await clockOf(criminal, "CR-PROS-1M"))?.due).toBe("2026-03-10");
  criminal = mustDo(await act(criminal, correct("2026-02-05")));
  expect(criminal.steps[2]?.corrected).toEqual({ from: "2026-02-10", reason: "实为前几日收到" });
  expect(await clockOf(criminal, "CR-PROS-1M")).toMatchObject({
    due: "2026-03-05",
    moved: { from: "2026-03-10", reason: "实为前几日收到" },
  });
});

test("an organ that answers twice: both answers stand, the clock ended with the first", async () => {
  let track = await open("administrative-pil", pil);
  const paper = { document: "云检行公〔2026〕1号" };
  for (const action of [
    step("file", "2026-01-12", { ...paper, matterOnly: true }),
    step("record-investigation", "2026-01-14", { way: "question", officers: 2, finding: "询问监管人员" }),
    step("conclude-investigation", "2026-01-20", { proposal: "检察建议" }),
    step("recommend", "2026-01-21", { ...paper, deliveredOn: "2026-01-22", urgent: false }),
    step("receive-reply", "2026-02-05", { content: "已部署整改" }),
    step("receive-reply", "2026-02-26", { content: "补充整改情况" }),
  ])
    track = mustDo(await act(track, action, pil));
  expect(track.steps.filter((taken) => taken.step === "receive-reply").map(({ fields }) => fields["content"])).toEqual([
    "已部署整改",
    "补充整改情况",
  ]);
  expect((await clockOf(track, "PI-REC-REPLY"))?.state.done?.on).toBe("2026-02-05");
});

test("closed with open clocks: asked about by the name of what still runs; said so, it closes and the clock stays open to see", async () => {
  let track = await open("administrative-pil", pil);
  const paper = { document: "云检行公〔2026〕2号" };
  for (const action of [
    step("file", "2026-01-06", { ...paper, matterOnly: true }),
    step("record-investigation", "2026-01-07", { way: "question", officers: 2, finding: "询问监管人员" }),
    step("conclude-investigation", "2026-01-08", { proposal: "检察建议" }),
    step("recommend", "2026-01-09", { ...paper, deliveredOn: "2026-01-09", urgent: true }),
    step("follow-up", "2026-01-27", { endsOn: "2026-01-26" }),
    step("sue", "2026-02-03", { ...paper, failure: "partial" }),
  ])
    track = mustDo(await act(track, action, pil));
  const withdraw = (confirmed: boolean) => step("withdraw-suit", "2026-03-02", { reason: "诉讼请求全部实现" }, confirmed);
  const asked = await act(track, withdraw(false), pil);
  expect(asked).toMatchObject({ kind: "needs-confirmation" });
  expect(refusalOf(asked)).toMatch(/仍有未结期限（报上一级人民检察院备案，2026-01-14 届满）/);
  expect((await now(track)).state.final).toBe(false);
  expect(mustDo(await act(track, withdraw(true), pil)).state.final).toBe(true);
  expect((await clockOf(track, "PI-REC-FILE-5"))?.state.done).toBeNull();
  expect((await clockOf(track, "PI-COMPL-5"))?.state.done?.on).toBe("2026-03-02");
});

test("a case closed by hand with open clocks: asked about by name, done when a person has said so", async () => {
  const file = await buildCase(db.database, owner);
  const plain = { subject: null, detained: false, urgent: false, ruling: false, timesBefore: 0, follows: null };
  const state = { rule: "CR-PROS-1M", from: "2026-11-10", ...plain };
  mustDo(await startDeadline({ database: db.database, calendar }, askingOf(owner), file.id, { requestId: randomUUID(), state }));
  const close = (closeWithOpenClocks: boolean) =>
    actOnCase(db.database, askingOf(owner), file.id, {
      requestId: randomUUID(),
      expectedVersion: file.version,
      action: { type: "move-stage", stage: "closed", on: "2026-11-20", reason: null, closeWithOpenClocks },
    });
  expect(refusalOf(await close(false))).toBe("请确认后再提交：仍有未结期限（CR-PROS-1M 2026-12-10）。");
  expect(mustDo(await close(true)).stage).toBe("closed");
});
