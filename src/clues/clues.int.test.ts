import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "#access/access.contract.ts";
import { loadCalendar } from "#calendar/load-calendar.query.ts";
import { askingOf, buildOffices, buildPerson, mustDo } from "#cases/people.builder.ts";
import { actOnClue } from "#clues/act-on-clue.command.ts";
import { type Clue, type ClueAction, ClueContent } from "#clues/clues.contract.ts";
import { getClue } from "#clues/get-clue.query.ts";
import { listClues } from "#clues/list-clues.query.ts";
import { registerClue } from "#clues/register-clue.command.ts";
import { buildTestDatabase, type TestDatabase } from "#database/test-database.builder.ts";
import { listCaseProcedures } from "#procedures/list-case-procedures.query.ts";
import { loadProcedureTables } from "#procedures/load-procedure-tables.query.ts";

let db: TestDatabase;
let people: { criminal: Actor; pil: Actor; cityLeader: Actor; otherPil: Actor };
const calendar = loadCalendar();
const tables = loadProcedureTables(new Set(calendar.rules.keys()));
const parts = () => ({ database: db.database, tables, calendar });
const fingerprint = (words: string) => Buffer.from(words);

beforeAll(async () => {
  db = await buildTestDatabase();
  await buildOffices(db.owner);
  people = {
    criminal: await buildPerson(db.owner, "刑事检察官", ["criminal-prosecutor"]),
    pil: await buildPerson(db.owner, "公益检察官", ["pil-prosecutor"]),
    cityLeader: await buildPerson(db.owner, "市院领导", ["leader"], "990100"),
    otherPil: await buildPerson(db.owner, "邻院", ["pil-prosecutor"], "990102"),
  };
});
afterAll(() => db.close());

const content = (title = "某快递站点泄露面单") =>
  ClueContent.parse({ title, summary: "站点员工拍照外传面单", field: "personal-information" });
const register = (actor = people.pil, requestId: string = randomUUID(), title?: string) =>
  registerClue(db.database, askingOf(actor), { requestId, content: content(title), source: "群众举报", caseId: null });
const act = ({ id, version }: Clue, action: ClueAction, actor = people.pil) =>
  actOnClue(parts(), askingOf(actor), id, { requestId: randomUUID(), expectedVersion: version, action });
const find = (actor: Actor) => listClues({ database: db.database, fingerprint }, askingOf(actor), { page: 1, size: 20 });
let number = 0;
const newCase = () => ({ number: `云岭检受〔2026〕${(number += 1)}号`, title: "某快递站点案", acceptedOn: "2026-11-20" });
const track = (kind: "criminal" | "administrative-pil", handler: Actor) => ({
  kind,
  title: "某快递站点案",
  number: null,
  officeCode: "990101",
  handler: handler.personId,
  on: "2026-11-20",
  continues: {},
});

test("a clue is registered once however often it is sent, and stands in the queue of its office and before the leaders above", async () => {
  const requestId = randomUUID();
  const clue = mustDo(await register(people.pil, requestId));
  expect(mustDo(await register(people.pil, requestId)).id).toBe(clue.id);
  expect(mustDo(await find(people.criminal)).items.map(({ id }) => id)).toContain(clue.id);
  expect(mustDo(await find(people.cityLeader)).items.map(({ id }) => id)).toContain(clue.id);
  expect(mustDo(await getClue(db.database, askingOf(people.cityLeader), clue.id)).can).toEqual([]);
  expect(mustDo(await find(people.otherPil)).items).toEqual([]);
  expect(await getClue(db.database, askingOf(people.otherPil), clue.id)).toMatchObject({ kind: "not-found" });
});

test("one clue opens a criminal and a public-interest track on one new case, all or nothing", async () => {
  const clue = mustDo(await register());
  const request = newCase();
  const wrong = {
    type: "accept" as const,
    reason: "",
    newCase: request,
    procedures: [track("criminal", people.criminal), track("administrative-pil", people.criminal)],
  };
  expect(await act(clue, wrong)).toMatchObject({ ok: false, kind: "invalid-input" });
  expect(mustDo(await getClue(db.database, askingOf(people.pil), clue.id))).toMatchObject({ status: "queued", case: null });
  const right = { ...wrong, procedures: [track("criminal", people.criminal), track("administrative-pil", people.pil)] };
  const accepted = mustDo(await act(clue, right));
  expect(accepted).toMatchObject({ status: "accepted", case: { number: request.number } });
  const procedures = mustDo(await listCaseProcedures(parts(), askingOf(people.pil), accepted.case?.id ?? "")).items;
  expect(procedures.map(({ kind }) => kind).sort()).toEqual(["administrative-pil", "criminal"]);
  const again = mustDo(
    await act(accepted, { type: "accept", reason: "另案督促", newCase: null, procedures: [track("administrative-pil", people.pil)] }),
  );
  expect(again.procedures).toHaveLength(3);
});

test("a merge and a split keep where each came from, and are undone", async () => {
  const [one, other] = [mustDo(await register()), mustDo(await register())];
  const merged = mustDo(await act(one, { type: "merge", into: other.id, reason: "同一站点" }));
  expect(merged.mergedInto?.id).toBe(other.id);
  expect(mustDo(await getClue(db.database, askingOf(people.pil), other.id)).merged.map(({ id }) => id)).toEqual([one.id]);
  const back = mustDo(await act(merged, { type: "unmerge", reason: "实为两个站点" }));
  expect(back.status).toBe("queued");
  const split = mustDo(await act(back, { type: "split", parts: [content("甲站"), content("乙站")], reason: "两个主体" }));
  expect(split.parts.map(({ title }) => title).sort()).toEqual(["乙站", "甲站"]);
  const whole = mustDo(await act(split, { type: "unsplit", reason: "同一主体" }));
  expect(whole.status).toBe("queued");
  expect(whole.parts.every(({ status }) => status === "dismissed")).toBe(true);
});

test("two at once: one act is taken, the other reads that somebody was faster", async () => {
  const clue = mustDo(await register());
  const dismiss: ClueAction = { type: "dismiss", code: "evidence-too-thin", reason: "" };
  const answers = await Promise.all([
    act(clue, dismiss),
    act(clue, { type: "hold", until: "2026-12-24", reason: "待补充" }, people.criminal),
  ]);
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(answers.find(({ ok }) => !ok)).toMatchObject({ kind: "stale-version" });
});

test("a correction is found under what it says now: the queue of insiders knows of it", async () => {
  const clue = mustDo(await register());
  const corrected = { ...clue.content, insider: true, field: "card-information" };
  mustDo(await act(clue, { type: "correct", content: corrected, reason: "站点员工参与" }));
  const { items } = mustDo(
    await listClues({ database: db.database, fingerprint }, askingOf(people.pil), { insider: "true", page: 1, size: 20 }),
  );
  expect(items).toMatchObject([{ id: clue.id, insider: true, field: "card-information" }]);
});
