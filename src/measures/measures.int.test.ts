import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "#access/access.contract.ts";
import { loadCalendar } from "#calendar/load-calendar.query.ts";
import { actOnCase } from "#cases/act-on-case.command.ts";
import type { CaseDetail } from "#cases/cases.contract.ts";
import { askingOf, buildCase, buildOffices, buildPerson, mustDo } from "#cases/people.builder.ts";
import { buildTestDatabase, type TestDatabase } from "#database/test-database.builder.ts";
import { startDeadline } from "#deadlines/start-deadline.command.ts";
import { changeMeasure } from "#measures/change-measure.command.ts";
import { listMeasures } from "#measures/list-measures.query.ts";
import type { Measure, MeasureChange, RecordMeasureRequest } from "#measures/measures.contract.ts";
import { readCustody } from "#measures/read-custody.query.ts";
import { recordMeasure } from "#measures/record-measure.command.ts";
import { signOffCustody } from "#measures/sign-off-custody.command.ts";

let db: TestDatabase;
let people: { owner: Actor; manager: Actor; stranger: Actor; elsewhere: Actor };
let file: CaseDetail;
let suspect: string;
const calendar = loadCalendar();
const parts = () => ({ database: db.database, calendar });
beforeAll(async () => {
  db = await buildTestDatabase();
  await buildOffices(db.owner);
  people = {
    owner: await buildPerson(db.owner, "承办人", ["criminal-prosecutor"]),
    manager: await buildPerson(db.owner, "案管", ["case-manager"]),
    stranger: await buildPerson(db.owner, "同院", ["criminal-prosecutor"]),
    elsewhere: await buildPerson(db.owner, "邻院案管", ["case-manager"], "990102"),
  };
  file = await buildCase(db.database, people.owner);
  const party = { kind: "natural-person" as const, role: "suspect" as const, name: "毛山遥", note: null };
  const action = { type: "add-party" as const, party };
  file = mustDo(
    await actOnCase(db.database, askingOf(people.owner), file.id, { requestId: randomUUID(), expectedVersion: file.version, action }),
  );
  suspect = file.parties[0]?.id ?? "";
});
afterAll(() => db.close());

const record = (state: Partial<RecordMeasureRequest["state"]> = {}, actor = people.owner, requestId: string = randomUUID()) =>
  recordMeasure(parts(), askingOf(actor), file.id, {
    requestId,
    state: { partyId: suspect, kind: "arrest", from: "2026-10-20", document: "逮捕证", place: "东湖看守所", ...state },
  });
const change = ({ id, version }: Measure, what: MeasureChange, actor = people.owner) =>
  changeMeasure(parts(), askingOf(actor), id, { requestId: randomUUID(), expectedVersion: version, change: what });
const read = async (actor = people.manager) => mustDo(await readCustody(parts(), askingOf(actor)));

test("a measure is recorded once however often it is sent, corrected with the reason, and no version is lost", async () => {
  const requestId = randomUUID();
  const measure = mustDo(await record({}, people.owner, requestId));
  expect(mustDo(await record({}, people.owner, requestId)).id).toBe(measure.id);
  const correction = {
    type: "correct" as const,
    partyId: suspect,
    kind: "arrest" as const,
    from: "2026-10-19",
    document: "逮捕证",
    place: null,
    until: null,
  };
  const corrected = mustDo(await change(measure, { ...correction, reason: "日期误录" }));
  expect(corrected).toMatchObject({ version: 2, inForce: true, reason: "日期误录", state: { from: "2026-10-19" } });
  const versions = await db.owner.selectFrom("measures").select("state").where("id", "=", measure.id).orderBy("version").execute();
  expect(versions.map(({ state }) => Object.entries(state).find(([key]) => key === "from")?.[1])).toEqual(["2026-10-20", "2026-10-19"]);
  await expect(db.owner.updateTable("measures").set({ reason: "x" }).where("id", "=", measure.id).execute()).rejects.toThrow();
  mustDo(await change(corrected, { type: "void", reason: "试录" }));
  expect(mustDo(await listMeasures(parts(), askingOf(people.owner), file.id)).items[0]?.inForce).toBe(false);
});

test("two people at once: the second is told; what ended takes no second end; no day lies in the future", async () => {
  const measure = mustDo(await record({ kind: "detention", from: "2026-11-10", document: "拘留证" }));
  const end = { type: "end" as const, until: "2026-11-17", how: "changed" as const, document: "逮捕证" };
  const both = await Promise.all([change(measure, end), change(measure, { ...end, how: "released" }, people.manager)]);
  expect(both.map((outcome) => (outcome.ok ? "done" : outcome.kind)).sort()).toEqual(["done", "stale-version"]);
  expect(await change({ ...measure, version: 2 }, end)).toMatchObject({ ok: false, kind: "wrong-state" });
  expect(await record({ from: "2026-11-25" })).toMatchObject({ ok: false, kind: "invalid-input" });
  expect(await record({ partyId: randomUUID() })).toMatchObject({ ok: false, kind: "not-found" });
});

test("who is neither of the team nor keeps the office's cases records nothing and sees nothing", async () => {
  expect(await record({}, people.stranger)).toMatchObject({ ok: false, kind: "not-found" });
  expect(await listMeasures(parts(), askingOf(people.elsewhere), file.id)).toMatchObject({ ok: false, kind: "not-found" });
  expect((await read(people.elsewhere)).inForce).toBe(0);
});

test("an open entry blocks the day's signature until it is explained; the signature is of the list that was shown, and stays", async () => {
  const measure = mustDo(await record({ from: "2026-11-17" }));
  const before = await read();
  expect(before).toMatchObject({ scope: "office", today: "2026-11-24", signOffs: [] });
  expect(before.entries.map(({ kind, person }) => [kind, person])).toEqual([["measure-without-clock", "毛山遥"]]);
  const sign = (hash: string, explanations: Record<string, string>, actor = people.manager) =>
    signOffCustody(parts(), askingOf(actor), { requestId: randomUUID(), day: "2026-11-24", hash, explanations });
  const key = before.entries[0]?.key ?? "";
  expect(await sign(before.hash, {})).toMatchObject({ ok: false, kind: "custody-open", detail: { open: 1 } });
  expect(await sign(before.hash, { [key]: "  " })).toMatchObject({ ok: false, kind: "custody-open" });
  expect(await sign("0".repeat(64), { [key]: "说明" })).toMatchObject({ ok: false, kind: "list-changed" });
  expect(await sign(before.hash, { [key]: "说明" }, people.owner)).toMatchObject({ ok: false, kind: "not-permitted" });
  const signed = mustDo(await sign(before.hash, { [key]: "延长文书在途，当日补录" }));
  expect(signed).toMatchObject({
    day: "2026-11-24",
    number: 1,
    signedBy: "案管",
    inForce: 1,
    entries: [{ key, explanation: "延长文书在途，当日补录" }],
  });
  expect(await sign(before.hash, { [key]: "说明" })).toMatchObject({ ok: false, kind: "already-exists" });
  expect((await read()).entries[0]?.explainedBefore).toBe("延长文书在途，当日补录");

  // The clock is started: the list is another, and an empty one is signed anew without a word.
  const state = {
    rule: "CR-INV-2M",
    from: "2026-11-17",
    subject: null,
    detained: true,
    urgent: false,
    ruling: false,
    timesBefore: 0,
    follows: null,
  };
  mustDo(await startDeadline(parts(), askingOf(people.owner), file.id, { requestId: randomUUID(), state }));
  const after = await read();
  expect(after.entries).toEqual([]);
  expect(mustDo(await sign(after.hash, {}))).toMatchObject({ number: 2, entries: [] });
  expect((await read()).signOffs.map(({ number }) => number)).toEqual([2, 1]);
  await expect(db.owner.deleteFrom("custody_sign_offs").execute()).rejects.toThrow();
  // Another office neither sees nor touches it.
  expect((await read(people.elsewhere)).signOffs).toEqual([]);
  expect((await read(people.owner)).scope).toBe("mine");
  mustDo(await change(measure, { type: "end", until: "2026-11-20", how: "released", document: "释放证明书" }));
  expect((await read(people.owner)).entries.map(({ kind }) => kind)).toEqual(["ended-while-clock-runs"]);
});
