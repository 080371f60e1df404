import { randomBytes, randomUUID } from "node:crypto";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "#access/access.contract.ts";
import { draftAssessment } from "#assessments/draft-assessment.command.ts";
import { loadCalendar } from "#calendar/load-calendar.query.ts";
import { askingOf, buildCase, buildOffices, buildPerson, mustDo, NOW } from "#cases/people.builder.ts";
import { buildTestDatabase, type TestDatabase } from "#database/test-database.builder.ts";
import { getOutlineBoard } from "#outlines/get-outline-board.query.ts";
import { changeLink, linkEvidence } from "#outlines/link-evidence.command.ts";
import { BOOKS } from "#outlines/outlines.builder.ts";
import type { EvidenceLink, OutlineBoard, OutlineContent } from "#outlines/outlines.contract.ts";
import { suggestOutline } from "#outlines/suggest-outline.query.ts";
import { changeOutline, writeOutline } from "#outlines/write-outline.command.ts";
import { loadPublicInterestRules } from "#public-interest/load-rules.query.ts";
import { loadProvisions } from "#statutes/load-provisions.query.ts";

let db: TestDatabase;
let people: { owner: Actor; pil: Actor; technician: Actor; outsider: Actor };
const lawBooks = { calendar: loadCalendar(), publicInterest: loadPublicInterestRules() };
const parts = () => ({ database: db.database, outlineBooks: BOOKS, lawBooks });

beforeAll(async () => {
  db = await buildTestDatabase();
  await buildOffices(db.owner);
  people = {
    owner: await buildPerson(db.owner, "承办", ["criminal-prosecutor"]),
    pil: await buildPerson(db.owner, "公益", ["pil-prosecutor"]),
    technician: await buildPerson(db.owner, "技术", ["technician"]),
    outsider: await buildPerson(db.owner, "外院", ["leader"], "990102"),
  };
});
afterAll(() => db.close());

async function caseWithEvidence(): Promise<{ caseId: string; evidenceId: string }> {
  const detail = await buildCase(db.database, people.owner, [
    [people.pil, "pil-prosecutor"],
    [people.technician, "technician"],
  ]);
  const [evidenceId, hash] = [randomUUID(), randomBytes(32)];
  const object = { sha256: hash, sm3: hash, bytes: 1, wrapped_key: hash, chunk_bytes: 1, stored_at: NOW };
  await db.owner.insertInto("evidence_objects").values(object).execute();
  const item = { id: evidenceId, case_id: detail.id, path: "扣押/订单.xlsx", sha256: hash, custody: "{}", version: 1 };
  const taken = { taken_in_at: NOW, taken_in_by: people.owner.personId, verified_at: null, verified_intact: null, verified_problem: null };
  await db.owner
    .insertInto("evidence_items")
    .values({ ...item, ...taken })
    .execute();
  return { caseId: detail.id, evidenceId };
}
const linkOf = (evidenceId: string, strength: EvidenceLink["strength"] = "proves"): EvidenceLink => ({
  evidenceId,
  elements: [
    { track: "criminal", element: "identity" },
    { track: "incidental", element: "accused-liable" },
  ],
  page: null,
  row: 12,
  where: "工作表“订单”",
  proves: "收款账户由嫌疑人开立",
  strength,
});
const link = (caseId: string, of: EvidenceLink, actor = people.owner, requestId: string = randomUUID()) =>
  linkEvidence(parts(), askingOf(actor), caseId, { requestId, link: of });
const standing = (board: OutlineBoard, key: string) =>
  board.columns.flatMap(({ elements }) => elements).find(({ track, element }) => `${track}/${element}` === key)?.standing;

test("one item serves both tracks, and is linked once however often it is sent", async () => {
  const { caseId, evidenceId } = await caseWithEvidence();
  const requestId = randomUUID();
  const board = mustDo(await link(caseId, linkOf(evidenceId), people.owner, requestId));
  mustDo(await link(caseId, linkOf(evidenceId), people.owner, requestId));
  const read = mustDo(await getOutlineBoard(parts(), askingOf(people.pil), caseId));
  expect(read.links).toHaveLength(1);
  expect(read.may).toBe(true);
  expect([standing(read, "criminal/identity"), standing(read, "incidental/accused-liable"), standing(read, "civil/wrongdoer")]).toEqual([
    "proved",
    "proved",
    "nothing",
  ]);
  expect(board.columns).toEqual(read.columns);
});

test("two at once: one correction is taken, the other reads that somebody was faster; a removed link opens its gaps again and stays readable", async () => {
  const { caseId, evidenceId } = await caseWithEvidence();
  const [made] = mustDo(await link(caseId, linkOf(evidenceId))).links;
  const id = made?.id ?? "";
  const correct = (strength: EvidenceLink["strength"], actor: Actor) =>
    changeLink(parts(), askingOf(actor), id, {
      requestId: randomUUID(),
      expectedVersion: 1,
      change: { type: "correct", link: linkOf(evidenceId, strength), reason: "复核" },
    });
  const answers = await Promise.all([correct("indicates", people.owner), correct("indicates", people.pil)]);
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(answers.find(({ ok }) => !ok)).toMatchObject({ kind: "stale-version", detail: { current: 2 } });
  const remove = { requestId: randomUUID(), expectedVersion: 2, change: { type: "remove" as const, reason: "误认" } };
  const after = mustDo(await changeLink(parts(), askingOf(people.owner), id, remove));
  expect(standing(after, "criminal/identity")).toBe("nothing");
  expect(after.links).toMatchObject([{ version: 3, reason: "误认", state: { removed: true } }]);
  expect(await changeLink(parts(), askingOf(people.owner), id, { ...remove, requestId: randomUUID(), expectedVersion: 3 })).toMatchObject({
    kind: "wrong-state",
  });
});

test("only prosecutors of the case say what evidence proves; who does not see the case sees nothing of it; evidence of another case is not found", async () => {
  const { caseId, evidenceId } = await caseWithEvidence();
  const other = await caseWithEvidence();
  expect(await link(caseId, linkOf(evidenceId), people.technician)).toMatchObject({ kind: "not-permitted" });
  expect(await link(caseId, linkOf(evidenceId), people.outsider)).toMatchObject({ kind: "not-found" });
  expect(await link(caseId, linkOf(other.evidenceId))).toMatchObject({ kind: "not-found" });
  mustDo(await link(caseId, linkOf(evidenceId)));
  const rows = (actor: Actor, table: string) =>
    db.database.transact(
      { as: "person", actor },
      async (tx) => (await sql`select id from ${sql.table(table)} where case_id = ${caseId}`.execute(tx)).rows,
    );
  expect(await rows(people.owner, "evidence_links")).toHaveLength(1);
  expect(await rows(people.outsider, "evidence_links")).toEqual([]);
  await expect(
    db.database.transact({ as: "person", actor: people.owner }, (tx) => sql`update evidence_links set reason = 'x'`.execute(tx)),
  ).rejects.toThrow(/permission denied/);
});

const content = (kind: OutlineContent["kind"] = "supplementary"): OutlineContent => ({
  kind,
  title: "补充侦查提纲",
  lines: [
    { key: null, matter: "人机同一", reason: "证据不足", direction: "核实账号", evidence: "注册信息", proves: "实际使用人", cite: "" },
  ],
});

test("lines are suggested from the gaps and from what the assessment leaves open, a person keeps them, confirms them once, and they are fixed", async () => {
  const { caseId, evidenceId } = await caseWithEvidence();
  const facts = { offence: "infringing-personal-information" as const, sets: null, gains: null };
  const draft = { requestId: randomUUID(), countId: null, facts, sources: {} };
  mustDo(await draftAssessment({ database: db.database, provisions: loadProvisions() }, askingOf(people.owner), caseId, draft));
  mustDo(await link(caseId, linkOf(evidenceId)));
  const suggested = mustDo(
    await suggestOutline(parts(), askingOf(people.owner), caseId, {
      kind: "supplementary",
      track: "incidental",
      publicInterestFacts: null,
    }),
  );
  const elements = suggested.items.map(({ key }) => key.element);
  expect(elements).not.toContain("identity");
  expect(suggested.items.find(({ key }) => key.element === "gains")?.reason.zh).toContain("情节评估缺少事实 1 项：违法所得");
  const lines = suggested.items.map(({ key, matter, reason, direction, evidence, proves, cite }) => ({
    ...{ key, cite, matter: matter.zh, reason: reason.zh },
    ...{ direction: direction.zh, evidence: evidence.zh, proves: proves.zh },
  }));
  const requestId = randomUUID();
  const write = () => writeOutline(db.database, askingOf(people.owner), caseId, { requestId, content: { ...content(), lines } });
  const written = mustDo(await write());
  expect(mustDo(await write()).id).toBe(written.id);
  expect(written.text.startsWith("一、事项：")).toBe(true);
  const change = (expectedVersion: number, type: "confirm" | "edit", actor = people.owner) =>
    changeOutline(db.database, askingOf(actor), written.id, {
      requestId: randomUUID(),
      expectedVersion,
      change: type === "edit" ? { type, content: content() } : { type },
    });
  const answers = await Promise.all([change(1, "edit"), change(1, "edit", people.pil)]);
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  const confirmed = mustDo(await change(2, "confirm", people.pil));
  expect(confirmed).toMatchObject({ version: 3, changedBy: "公益", state: { status: "confirmed" } });
  expect(await change(3, "edit")).toMatchObject({ kind: "wrong-state" });
  expect(mustDo(await getOutlineBoard(parts(), askingOf(people.owner), caseId)).outlines).toHaveLength(1);
});

test("what a person answered in the public-interest review is named as a reason", async () => {
  const { caseId } = await caseWithEvidence();
  const asked = {
    kind: "investigation" as const,
    track: "civil" as const,
    publicInterestFacts: { causation: null, publicInterestHarmed: false },
  };
  const { items, note } = mustDo(await suggestOutline(parts(), askingOf(people.pil), caseId, asked));
  const reason = (element: string) => items.find(({ key }) => key.element === element)?.reason.zh;
  expect(reason("causation")).toContain("公益诉讼要件审查中本项未知");
  expect(reason("harm")).toContain("本项不成立");
  expect(note.zh).toContain("不得查封");
});
