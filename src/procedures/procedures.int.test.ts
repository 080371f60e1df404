import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "#access/access.contract.ts";
import { loadCalendar } from "#calendar/load-calendar.query.ts";
import { actOnCase } from "#cases/act-on-case.command.ts";
import type { CaseDetail } from "#cases/cases.contract.ts";
import { getCase } from "#cases/get-case.query.ts";
import { askingOf, buildCase, buildOffices, buildPerson, mustDo } from "#cases/people.builder.ts";
import { buildTestDatabase, type TestDatabase } from "#database/test-database.builder.ts";
import { listCaseDeadlines } from "#deadlines/list-deadlines.query.ts";
import { actOnProcedure } from "#procedures/act-on-procedure.command.ts";
import { findAllProcedures } from "#procedures/find-all-procedures.query.ts";
import { getProcedure } from "#procedures/get-procedure.query.ts";
import { listCaseProcedures } from "#procedures/list-case-procedures.query.ts";
import { loadProcedureTables } from "#procedures/load-procedure-tables.query.ts";
import { openProcedure } from "#procedures/open-procedure.command.ts";
import type { OpenProcedureRequest, Procedure, ProcedureAction } from "#procedures/procedures.contract.ts";

let db: TestDatabase;
let people: { owner: Actor; pil: Actor; leader: Actor; otherPil: Actor; otherLeader: Actor };
let file: CaseDetail;
const calendar = loadCalendar();
const tables = loadProcedureTables(new Set(calendar.rules.keys()));
const parts = () => ({ database: db.database, calendar, tables });

beforeAll(async () => {
  db = await buildTestDatabase();
  await buildOffices(db.owner);
  people = {
    owner: await buildPerson(db.owner, "承办人", ["criminal-prosecutor"]),
    pil: await buildPerson(db.owner, "公益检察官", ["pil-prosecutor"]),
    leader: await buildPerson(db.owner, "院领导", ["leader"]),
    otherPil: await buildPerson(db.owner, "邻院公益检察官", ["pil-prosecutor"], "990102"),
    otherLeader: await buildPerson(db.owner, "邻院领导", ["leader"], "990102"),
  };
  file = await buildCase(db.database, people.owner);
});
afterAll(() => db.close());

const open = (change: Partial<OpenProcedureRequest> = {}, actor = people.owner) =>
  openProcedure(parts(), askingOf(actor), file.id, {
    requestId: randomUUID(),
    kind: "criminal",
    title: "张某侵犯公民个人信息案",
    number: null,
    officeCode: "990101",
    handler: people.owner.personId,
    on: "2026-01-05",
    continues: {},
    ...change,
  });
const act = ({ id, version }: Procedure, action: ProcedureAction, actor = people.owner, requestId: string = randomUUID()) =>
  actOnProcedure(parts(), askingOf(actor), id, { requestId, expectedVersion: version, action });
const step = (id: string, on: string, fields: Record<string, string | boolean> = {}): ProcedureAction => ({
  type: "take-step",
  step: id,
  on,
  fields,
  note: null,
  closeWithOpenClocks: false,
});
const clocks = async () => mustDo(await listCaseDeadlines(parts(), askingOf(people.owner), file.id, "zh")).items;

test("steps start and end clocks, and a corrected step moves what it started and says from where", async () => {
  let criminal = mustDo(await open());
  criminal = mustDo(await act(criminal, step("receive-for-prosecution", "2026-01-31", { detained: false, document: "云公诉〔2026〕1号" })));
  expect(criminal).toMatchObject({
    state: { id: "prosecution-review" },
    steps: [{ number: 1, clocks: [{ rule: "CR-INFORM-3" }, { rule: "CR-PROS-1M" }] }],
  });
  expect((await clocks()).find(({ state }) => state.rule === "CR-PROS-1M")).toMatchObject({ due: "2026-02-28", standing: "over" });
  criminal = mustDo(await act(criminal, { type: "correct-step", step: 1, on: "2026-01-30", fields: {}, reason: "案卷实为前一日收到" }));
  const moved = (await clocks()).find(({ state }) => state.rule === "CR-INFORM-3");
  expect(moved).toMatchObject({ due: "2026-02-02", moved: { reason: "案卷实为前一日收到" } });
  criminal = mustDo(await act(criminal, step("return-for-supplement", "2026-02-20", { outline: "调取云盘日志", detained: false })));
  expect((await clocks()).find(({ state }) => state.rule === "CR-PROS-1M")).toMatchObject({ standing: "done" });
});

test("the same request twice takes one step; with an old version it is refused as stale", async () => {
  const criminal = mustDo(await open());
  const requestId = randomUUID();
  const fields = { detained: true, document: "云公捕〔2026〕2号" };
  const case1 = await buildCase(db.database, people.owner);
  expect(case1.stage).toBe("prosecution-review");
  const once = await act(criminal, step("receive-for-prosecution", "2026-01-10", fields), people.owner, requestId);
  const again = await act(criminal, step("receive-for-prosecution", "2026-01-10", fields), people.owner, requestId);
  expect(mustDo(again).version).toBe(mustDo(once).version);
  expect(await act(criminal, step("prosecute", "2026-01-12"))).toMatchObject({ kind: "stale-version" });
});

test("two at once: one step is taken, the other is refused", async () => {
  const criminal = mustDo(await open());
  const fields = { detained: true, document: "云公诉〔2026〕3号" };
  const answers = await Promise.all([1, 2].map(() => act(criminal, step("receive-for-prosecution", "2026-01-10", fields))));
  expect(answers.map(({ ok }) => ok).sort()).toEqual([false, true]);
});

test("a track in another office: its handler joins the team, its leader sees figures and tracks but no rows; the case is not copied", async () => {
  expect(await getCase(db.database, askingOf(people.otherLeader), file.id)).toMatchObject({ kind: "not-found" });
  const request = { kind: "administrative-pil" as const, officeCode: "990102", handler: people.otherPil.personId };
  expect(await open(request, people.otherPil)).toMatchObject({ ok: false, kind: "not-found" });
  const track = mustDo(await open({ ...request, number: "云岭检行公立〔2026〕1号", title: "督促履行个人信息保护监管职责案" }));
  expect(track).toMatchObject({ caseId: file.id, state: { id: "evaluation" }, office: { code: "990102" } });
  const seen = mustDo(await getCase(db.database, askingOf(people.otherPil), file.id));
  expect(seen.members.map(({ name }) => name)).toContain("邻院公益检察官");
  expect(mustDo(await getCase(db.database, askingOf(people.otherLeader), file.id)).can).toEqual([]);
  const filing = { document: "云岭检行公立〔2026〕1号", matterOnly: false, organ: "县网信办" };
  const filed = mustDo(await act(track, step("file", "2026-02-01", filing), people.otherPil));
  expect(filed.next.find(({ id }) => id === "serve-filing")).toMatchObject({ may: true, open: [] });
  expect(filed.next.find(({ id }) => id === "conclude-investigation")?.open).toHaveLength(1);
  expect(await act(filed, step("terminate", "2026-02-02", { ground: "protected", reason: "已履职" }))).toMatchObject({
    kind: "not-permitted",
  });
  expect(mustDo(await listCaseProcedures(parts(), askingOf(people.owner), file.id)).items.length).toBeGreaterThan(1);
});

test("another handler joins the team with the track, and one without the role is refused", async () => {
  const track = mustDo(
    await open({ kind: "administrative-pil", officeCode: "990102", handler: people.otherPil.personId, on: "2026-02-01" }),
  );
  const second = await buildPerson(db.owner, "邻院另一公益检察官", ["pil-prosecutor"], "990102");
  const technician = await buildPerson(db.owner, "邻院技术人员", ["technician"], "990102");
  const hand = (handler: string): ProcedureAction => ({ type: "change-handler", handler, reason: "调离" });
  expect(await getProcedure(parts(), askingOf(second), track.id)).toMatchObject({ kind: "not-found" });
  expect(await act(track, hand(second.personId), people.otherPil)).toMatchObject({ kind: "not-permitted" });
  expect(await act(track, hand(technician.personId), people.otherLeader)).toMatchObject({ kind: "invalid-input" });
  mustDo(await act(track, hand(second.personId), people.otherLeader));
  const seen = mustDo(await getProcedure(parts(), askingOf(second), track.id));
  expect(seen).toMatchObject({ handler: { name: "邻院另一公益检察官" }, can: { correct: true, hand: false } });
  expect(seen.next.find(({ id }) => id === "file")?.by.zh).toContain("承办人");
});

test("a handler who does not own the case prosecutes, and the stage of the case goes along", async () => {
  const handler = await buildPerson(db.owner, "另一检察官", ["criminal-prosecutor"]);
  const other = await buildCase(db.database, people.owner);
  const request = { requestId: randomUUID(), kind: "criminal" as const, title: "王某案", number: null, continues: {} };
  const opened = mustDo(
    await openProcedure(parts(), askingOf(people.owner), other.id, {
      ...request,
      officeCode: "990101",
      handler: handler.personId,
      on: "2026-01-05",
    }),
  );
  const received = mustDo(
    await act(opened, step("receive-for-prosecution", "2026-01-10", { detained: false, document: "云公诉〔2026〕6号" })),
  );
  const prosecuted = await act(
    received,
    step("prosecute", "2026-02-01", { document: "云检刑诉〔2026〕6号", publicInterestChecked: true }),
    handler,
  );
  expect(mustDo(prosecuted).state.id).toBe("trial");
  expect(mustDo(await getCase(db.database, askingOf(handler), other.id)).stage).toBe("trial");
});

test("the list of a case says which kinds its reader may open", async () => {
  const list = mustDo(await listCaseProcedures(parts(), askingOf(people.owner), file.id));
  expect(list.kinds).toHaveLength(tables.size);
  expect(list.kinds.find(({ kind }) => kind === "administrative-pil")).toMatchObject({ handlerRole: "pil-prosecutor", may: true });
  const technician = await buildPerson(db.owner, "技术人员", ["technician"]);
  expect(await listCaseProcedures(parts(), askingOf(technician), file.id)).toMatchObject({ kind: "not-found" });
});

test("a number is used once, and who does not see the case finds no procedure", async () => {
  const stranger = await buildPerson(db.owner, "路人", ["criminal-prosecutor"], "990102");
  const numbered = mustDo(await open({ number: "云岭检刑〔2026〕9号" }));
  expect(await open({ number: "云岭检刑〔2026〕9号" })).toMatchObject({ kind: "already-exists" });
  expect(await getProcedure(parts(), askingOf(stranger), numbered.id)).toMatchObject({ kind: "not-found" });
  const all = mustDo(await findAllProcedures(parts(), askingOf(stranger), { page: 1, size: 20 }));
  expect(all).toEqual({ items: [], total: 0 });
});

test("the stage of the case goes with its criminal procedure", async () => {
  const other = await buildCase(db.database, people.owner);
  const opened = mustDo(
    await openProcedure(parts(), askingOf(people.owner), other.id, {
      requestId: randomUUID(),
      kind: "criminal",
      title: "李某案",
      number: null,
      officeCode: "990101",
      handler: people.owner.personId,
      on: "2026-01-05",
      continues: {},
    }),
  );
  let criminal = mustDo(
    await act(opened, step("receive-for-prosecution", "2026-01-10", { detained: false, document: "云公诉〔2026〕5号" })),
  );
  criminal = mustDo(await act(criminal, step("prosecute", "2026-02-01", { document: "云检刑诉〔2026〕5号", publicInterestChecked: true })));
  expect(criminal.state.id).toBe("trial");
  const detail = mustDo(await getCase(db.database, askingOf(people.owner), other.id));
  expect(detail.stage).toBe("trial");
  const renamed = await actOnCase(db.database, askingOf(people.owner), other.id, {
    requestId: randomUUID(),
    expectedVersion: detail.version,
    action: { type: "rename", title: "李某等人案" },
  });
  expect(renamed.ok).toBe(true);
});
