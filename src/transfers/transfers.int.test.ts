import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "#access/access.contract.ts";
import { loadCalendar } from "#calendar/load-calendar.query.ts";
import { askingOf, buildOffices, buildPerson, mustDo } from "#cases/people.builder.ts";
import { type Clue, ClueContent } from "#clues/clues.contract.ts";
import { getClue } from "#clues/get-clue.query.ts";
import { registerClue } from "#clues/register-clue.command.ts";
import { buildTestDatabase, type TestDatabase } from "#database/test-database.builder.ts";
import { loadDocumentKinds } from "#legal-documents/load-document-kinds.query.ts";
import { loadProcedureTables } from "#procedures/load-procedure-tables.query.ts";
import { actOnTransfer } from "#transfers/act-on-transfer.command.ts";
import { handOverClue } from "#transfers/hand-over-clue.command.ts";
import { getTransfer, listTransfers } from "#transfers/list-transfers.query.ts";
import { loadTransferClocks } from "#transfers/load-transfer-clocks.query.ts";
import {
  FindTransfersQuery,
  type Transfer,
  type TransferAction,
  TransferForm,
  type TransferTarget,
} from "#transfers/transfers.contract.ts";

let db: TestDatabase;
let people: Record<"criminal" | "pil" | "manager" | "technician" | "other" | "otherManager" | "third" | "cityLeader", Actor>;
const calendar = loadCalendar();
const tables = loadProcedureTables(new Set(calendar.rules.keys()));
const parts = () => ({ database: db.database, tables, kinds: loadDocumentKinds(), calendar, clocks: loadTransferClocks() });
const form = TransferForm.parse({
  ground: "ordinary",
  foundOn: "2026-11-20",
  basis: "办案中发现",
  content: "面单外泄",
  evidence: [{ name: "讯问笔录" }],
  opinion: "移送办理",
});

beforeAll(async () => {
  db = await buildTestDatabase();
  await buildOffices(db.owner);
  await db.owner
    .insertInto("offices")
    .values({ code: "990103", level: "county", parent_code: "990100", name_zh: "第三院", name_en: "Third" })
    .execute();
  people = {
    criminal: await buildPerson(db.owner, "刑事检察官", ["criminal-prosecutor"]),
    pil: await buildPerson(db.owner, "公益检察官", ["pil-prosecutor"]),
    manager: await buildPerson(db.owner, "案管", ["case-manager"]),
    technician: await buildPerson(db.owner, "技术", ["technician"]),
    other: await buildPerson(db.owner, "邻院公益", ["pil-prosecutor"], "990102"),
    otherManager: await buildPerson(db.owner, "邻院案管", ["case-manager"], "990102"),
    third: await buildPerson(db.owner, "第三院公益", ["pil-prosecutor"], "990103"),
    cityLeader: await buildPerson(db.owner, "市院领导", ["leader"], "990100"),
  };
});
afterAll(() => db.close());

const register = async (actor = people.criminal): Promise<Clue> =>
  mustDo(
    await registerClue(db.database, askingOf(actor), {
      requestId: randomUUID(),
      content: ClueContent.parse({ title: "某快递站点泄露面单", summary: "", field: "personal-information" }),
      source: "群众举报",
      caseId: null,
    }),
  );
const hand = (
  { id, version }: Pick<Clue, "id" | "version">,
  target: TransferTarget,
  actor = people.criminal,
  requestId: string = randomUUID(),
) => handOverClue(parts(), askingOf(actor), id, { requestId, expectedVersion: version, target, form });
const act = ({ id, version }: Transfer, action: TransferAction, actor: Actor) =>
  actOnTransfer(parts(), askingOf(actor), id, { requestId: randomUUID(), expectedVersion: version, action });
const receive: TransferAction = { type: "receive", on: "2026-11-24", receiver: "收件人", receipt: "" };
const find = (actor: Actor, query: object = {}) => listTransfers(db.database, askingOf(actor), FindTransfersQuery.parse(query));
const clueOf = (transfer: Transfer, actor: Actor) => getClue(db.database, askingOf(actor), transfer.clueId);
const forward = async (target: TransferTarget): Promise<Transfer> => {
  const handed = mustDo(await hand(await register(), target));
  return mustDo(await act(mustDo(await act(handed, { type: "register" }, people.manager)), { type: "forward" }, people.manager));
};

test("between departments: registered, forwarded, received, accepted; the clue stands in the queue again, the result is fed back", async () => {
  const requestId = randomUUID();
  const clue = await register();
  const handed = mustDo(await hand(clue, { kind: "department", department: "pil" }, people.criminal, requestId));
  expect(mustDo(await hand(clue, { kind: "department", department: "pil" }, people.criminal, requestId)).id).toBe(handed.id);
  expect(mustDo(await clueOf(handed, people.criminal)).status).toBe("transferred");
  expect(await act(handed, { type: "register" }, people.pil)).toMatchObject({ kind: "not-permitted" });
  const registered = mustDo(await act(handed, { type: "register" }, people.manager));
  expect(registered.number).toMatch(/^移2026-\d{4}$/);
  const forwarded = mustDo(await act(registered, { type: "forward" }, people.manager));
  expect(await act(forwarded, receive, people.criminal)).toMatchObject({ kind: "not-permitted" });
  const received = mustDo(await act(forwarded, receive, people.pil));
  const accepted = mustDo(await act(received, { type: "accept", note: "" }, people.pil));
  expect(mustDo(await clueOf(accepted, people.pil))).toMatchObject({ status: "queued", office: { code: "990101" } });
  const closed = mustDo(await act(accepted, { type: "feed-back", outcome: "filed", words: "已立案" }, people.pil));
  expect(closed).toMatchObject({ status: "closed", leg: null, can: [] });
  expect(closed.legs.map(({ leg }) => leg)).toEqual(["register", "forward", "receive", "decide", "feedback"]);
});

test("a department that declines says why, and the clue is back where it came from", async () => {
  const received = mustDo(await act(await forward({ kind: "department", department: "pil" }), receive, people.pil));
  const declined = mustDo(await act(received, { type: "decline", code: "incomplete", reason: "缺鉴定" }, people.pil));
  expect(declined.status).toBe("declined");
  const clue = mustDo(await clueOf(declined, people.criminal));
  expect(clue.status).toBe("queued");
  expect(clue.history.at(-1)?.sentence.zh).toContain("移送材料不全，缺鉴定");
  expect(mustDo(await hand(clue, { kind: "department", department: "pil" })).status).toBe("handed");
});

test("to another procuratorate: its people see it once it is forwarded, a third office never; what it takes is its own", async () => {
  const handed = mustDo(await hand(await register(), { kind: "procuratorate", officeCode: "990102" }));
  expect(handed.documentId).not.toBeNull();
  const get = (actor: Actor) => getTransfer(db.database, askingOf(actor), handed.id);
  expect(await get(people.other)).toMatchObject({ kind: "not-found" });
  expect(await clueOf(handed, people.other)).toMatchObject({ kind: "not-found" });
  const forwarded = mustDo(await act(mustDo(await act(handed, { type: "register" }, people.manager)), { type: "forward" }, people.manager));
  expect(mustDo(await get(people.other)).can).toEqual(["receive"]);
  expect(mustDo(await get(people.cityLeader)).can).toEqual([]);
  expect(mustDo(await clueOf(handed, people.other)).can).toEqual([]);
  for (const nobody of [people.third, people.technician]) {
    expect(await get(nobody)).toMatchObject({ kind: "not-found" });
    expect(mustDo(await find(nobody)).items).toEqual([]);
    expect(await act(forwarded, receive, nobody)).toMatchObject({ kind: "not-found" });
  }
  const received = mustDo(await act(forwarded, receive, people.otherManager));
  expect(await act(received, { type: "decline", code: "not-checkable", reason: "" }, people.other)).toMatchObject({
    kind: "condition-not-met",
  });
  const accepted = mustDo(await act(received, { type: "accept", note: "" }, people.other));
  expect(mustDo(await clueOf(accepted, people.other))).toMatchObject({ status: "queued", office: { code: "990102" }, case: null });
  expect(await clueOf(accepted, people.criminal)).toMatchObject({ kind: "not-found" });
  expect(mustDo(await find(people.criminal, { side: "out" })).items.map(({ id }) => id)).toContain(accepted.id);
  expect(mustDo(await find(people.other, { side: "in" })).items.map(({ id }) => id)).toContain(accepted.id);
});

test("a procuratorate that took a transferred clue does not pass it on to a third one; upwards it may ask", async () => {
  const received = mustDo(await act(await forward({ kind: "procuratorate", officeCode: "990102" }), receive, people.other));
  const accepted = mustDo(await act(received, { type: "accept", note: "" }, people.other));
  const clue = mustDo(await clueOf(accepted, people.other));
  expect(await hand(clue, { kind: "procuratorate", officeCode: "990103" }, people.other)).toMatchObject({
    kind: "condition-not-met",
    detail: { cite: "人民检察院公益诉讼办案规则 第二十六条" },
  });
  expect(mustDo(await hand(clue, { kind: "procuratorate", officeCode: "990100" }, people.other))).toMatchObject({ direction: "upward" });
});

test("reported to the superior: its leader settles it, and the office named takes it", async () => {
  const received = mustDo(await act(await forward({ kind: "procuratorate", officeCode: "990102" }), receive, people.other));
  const reported = mustDo(await act(received, { type: "report-up", reason: "行为地在第三院辖区" }, people.other));
  const settle: TransferAction = { type: "settle", officeCode: "990103", reason: "由行为地办理" };
  expect(await act(reported, settle, people.other)).toMatchObject({ kind: "not-permitted" });
  const settled = mustDo(await act(reported, settle, people.cityLeader));
  expect(settled).toMatchObject({ status: "forwarded", to: { office: { code: "990103" } } });
  expect(await act(settled, receive, people.other)).toMatchObject({ kind: "not-found" });
  const taken = mustDo(await act(settled, receive, people.third));
  mustDo(await act(taken, { type: "accept", note: "" }, people.third));
  expect(mustDo(await clueOf(settled, people.third))).toMatchObject({ status: "queued", office: { code: "990103" } });
});

test("an organ outside: its receipt and answer are recorded by hand, once", async () => {
  const forwarded = await forward({ kind: "outside", organ: "police", name: "云岭市公安局" });
  const received = mustDo(await act(forwarded, { ...receive, receipt: "回执〔2026〕5号" }, people.criminal));
  const accepted = mustDo(await act(received, { type: "accept", note: "公安机关立案" }, people.criminal));
  expect(await act(accepted, { type: "accept", note: "又来一次" }, people.criminal)).toMatchObject({ kind: "wrong-state" });
  expect(mustDo(await clueOf(accepted, people.criminal)).status).toBe("transferred");
});

test("two at once: one transfer of the clue, one decision; the other reads that somebody was faster", async () => {
  const clue = await register();
  const targets: TransferTarget[] = [
    { kind: "department", department: "pil" },
    { kind: "procuratorate", officeCode: "990102" },
  ];
  const handed = await Promise.all(targets.map((target) => hand(clue, target)));
  expect(handed.filter(({ ok }) => ok)).toHaveLength(1);
  expect(handed.find(({ ok }) => !ok)).toMatchObject({ kind: "stale-version" });
  const received = mustDo(await act(await forward({ kind: "department", department: "pil" }), receive, people.pil));
  const decided = await Promise.all([
    act(received, { type: "accept", note: "" }, people.pil),
    act(received, { type: "decline", code: "duplicate", reason: "" }, people.pil),
  ]);
  expect(decided.filter(({ ok }) => ok)).toHaveLength(1);
  expect(decided.find(({ ok }) => !ok)).toMatchObject({ kind: "stale-version" });
});

test("what is overdue is counted for both sides and for case management", async () => {
  await forward({ kind: "procuratorate", officeCode: "990102" });
  const later = new Date("2026-12-20T04:00:00Z");
  for (const actor of [people.criminal, people.manager, people.other, people.otherManager]) {
    const { overdue, items } = mustDo(
      await listTransfers(db.database, askingOf(actor, later), FindTransfersQuery.parse({ overdue: "true" })),
    );
    expect(overdue).toBeGreaterThan(0);
    expect(items.every((one) => one.overdue)).toBe(true);
  }
});

test("withdrawn before it went on, the clue is back", async () => {
  const handed = mustDo(await hand(await register(), { kind: "department", department: "pil" }));
  const withdrawn = mustDo(await act(handed, { type: "withdraw", reason: "材料补充后再移送" }, people.criminal));
  expect(mustDo(await clueOf(withdrawn, people.criminal)).status).toBe("queued");
});
