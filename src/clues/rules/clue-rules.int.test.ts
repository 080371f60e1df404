import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "#access/access.contract.ts";
import { loadCalendar } from "#calendar/load-calendar.query.ts";
import { askingOf, buildCase, buildOffices, buildPerson, mustDo } from "#cases/people.builder.ts";
import { actOnClue } from "#clues/act-on-clue.command.ts";
import { type ClueAction, ClueContent } from "#clues/clues.contract.ts";
import { getClue } from "#clues/get-clue.query.ts";
import { listClues } from "#clues/list-clues.query.ts";
import { addClue } from "#clues/register-clue.command.ts";
import { decideRule } from "#clues/rules/decide-rule.command.ts";
import { getClueRule } from "#clues/rules/get-clue-rule.query.ts";
import { listClueRules } from "#clues/rules/list-clue-rules.query.ts";
import { buildTestDatabase, type TestDatabase } from "#database/test-database.builder.ts";
import { loadProcedureTables } from "#procedures/load-procedure-tables.query.ts";

let db: TestDatabase;
let people: { pil: Actor; leader: Actor; manager: Actor; technician: Actor; cityLeader: Actor; otherPil: Actor };
let caseId: string;
const calendar = loadCalendar();
const tables = loadProcedureTables(new Set(calendar.rules.keys()));

beforeAll(async () => {
  db = await buildTestDatabase();
  await buildOffices(db.owner);
  people = {
    pil: await buildPerson(db.owner, "公益检察官", ["pil-prosecutor", "criminal-prosecutor"]),
    leader: await buildPerson(db.owner, "院领导", ["leader"]),
    manager: await buildPerson(db.owner, "案管", ["case-manager"]),
    technician: await buildPerson(db.owner, "技术人员", ["technician"]),
    cityLeader: await buildPerson(db.owner, "市院领导", ["leader"], "990100"),
    otherPil: await buildPerson(db.owner, "邻院", ["pil-prosecutor"], "990102"),
  };
  caseId = (await buildCase(db.database, people.pil)).id;
});
afterAll(() => db.close());

const rest = (rule: string, term: string | null) => ({
  document: null,
  documentId: null,
  text: "某站点员工",
  from: 0,
  to: 5,
  rule,
  term,
  weight: 0.3,
});
/** A prompt of the reading, as the worker enters it in the name of who asked for it. */
const prompt = (actor = people.pil, rules = ["insider", "black-talk", "few-items"], term = "料") =>
  db.database.transact({ as: "worker" }, (tx) => {
    const sentences = rules.map((rule) => rest(rule, term));
    const content = ClueContent.parse({ title: "提示", summary: "", field: "personal-information", tracks: ["civil-pil"], sentences });
    const made = {
      content,
      origin: { kind: "bundle" as const, office: "甲", bundleId: "1" },
      caseId,
      officeCode: actor.officeCode,
      prompted: true,
    };
    return addClue(tx, askingOf(actor), made, randomUUID());
  });
const act = async (id: string, action: ClueAction, actor = people.pil) => {
  const { version } = mustDo(await getClue(db.database, askingOf(actor), id));
  return mustDo(
    await actOnClue({ database: db.database, tables }, askingOf(actor), id, { requestId: randomUUID(), expectedVersion: version, action }),
  );
};
const figuresOf = async (rule: string, office: string | null = "990101", actor = people.pil) => {
  const { rules } = mustDo(await listClueRules(db.database, askingOf(actor), office === null ? {} : { office }));
  const found = rules.find((one) => one.rule === rule);
  if (!found) throw new Error(`no rule ${rule}`);
  return found;
};
const told = async (rule: string) => {
  const { waiting, confirmed, accepted, falsely, apart } = (await figuresOf(rule)).figures;
  return [waiting, confirmed, accepted, falsely, apart];
};
/** The counts are those of the rows, and the rows those of the clues. */
async function expectCounted() {
  const rows = await sql`select office_code, rule, track, field, outcome, reason_code, count(*)::int as many from clue_rules
    group by 1, 2, 3, 4, 5, 6 order by 1, 2, 3, 4, 5, 6`.execute(db.owner);
  const counts = await sql`select * from clue_rule_counts where many > 0 order by 1, 2, 3, 4, 5, 6`.execute(db.owner);
  expect(counts.rows).toEqual(rows.rows);
  const words = await sql`select office_code, rule, term, outcome, reason_code, count(*)::int as many from clue_rules where term is not null
    group by 1, 2, 3, 4, 5 order by 1, 2, 3, 4, 5`.execute(db.owner);
  const byWord = await sql`select * from clue_rule_term_counts where many > 0 order by 1, 2, 3, 4, 5`.execute(db.owner);
  expect(byWord.rows).toEqual(words.rows);
  const strayed = await sql`select 1 from clue_rules r join clues q on q.id = r.clue_id
    where (r.outcome, r.reason_code) is distinct from (q.outcome, coalesce(q.dismissed_for, ''))`.execute(db.owner);
  expect(strayed.rows).toEqual([]);
}

test("the outcome of a prompt follows every event: confirmed, on hold, dismissed, taken up again, merged and out again, split and whole again, accepted", async () => {
  const [id, other] = [await prompt(), await prompt()];
  expect(await told("insider")).toEqual([2, 0, 0, 0, 0]);
  await act(id, { type: "confirm" });
  expect(await told("insider")).toEqual([1, 1, 0, 0, 0]);
  await act(id, { type: "hold", until: "2026-12-24", reason: "待补充" });
  await act(id, { type: "resume" });
  await act(id, { type: "dismiss", code: "reading-error", reason: "" });
  expect(await told("insider")).toEqual([1, 0, 0, 1, 0]);
  await act(id, { type: "reopen", reason: "另有材料" });
  expect(await told("insider")).toEqual([1, 1, 0, 0, 0]);
  await act(other, { type: "dismiss", code: "duplicate", reason: "" });
  expect(await told("insider")).toEqual([0, 1, 0, 0, 1]);
  await act(other, { type: "reopen", reason: "并非重复" });
  await act(id, { type: "merge", into: other, reason: "同一事实" });
  await act(id, { type: "unmerge", reason: "事实不同" });
  const part = ClueContent.parse({ title: "甲站", summary: "", field: "personal-information" });
  await act(id, { type: "split", parts: [part, part], reason: "两个主体" });
  await act(id, { type: "unsplit", reason: "同一主体" });
  expect(await told("insider"), "parts of a split are no prompts").toEqual([0, 2, 0, 0, 0]);
  const content = ClueContent.parse({ title: "改", summary: "", field: "minors", tracks: [], sentences: [] });
  await act(id, { type: "correct", content, reason: "更正领域" });
  const track = {
    kind: "civil-pil" as const,
    title: "甲",
    number: null,
    officeCode: "990101",
    handler: people.pil.personId,
    on: "2026-11-20",
    continues: {},
  };
  await act(id, { type: "accept", reason: "", newCase: null, procedures: [track] });
  expect(await told("insider")).toEqual([0, 2, 1, 0, 0]);
  expect(
    (await figuresOf("insider")).places.map(({ track: one, field }) => [one, field]),
    "as it was prompted, not as corrected",
  ).toEqual([["civil-pil", "personal-information"]]);
  await expectCounted();
});

test("prosecutors and leaders of the office read its figures, leaders above those of all below, a neighbour none", async () => {
  await prompt(people.otherPil, ["crime-named"]);
  expect((await figuresOf("crime-named", "990102", people.otherPil)).figures.prompts).toBe(1);
  expect((await figuresOf("crime-named", null, people.pil)).figures.prompts).toBe(0);
  expect((await figuresOf("crime-named", null, people.cityLeader)).figures.prompts).toBe(1);
  expect(await listClueRules(db.database, askingOf(people.pil), { office: "990102" })).toMatchObject({ kind: "not-found" });
  expect(await getClueRule(db.database, askingOf(people.pil), { rule: "crime-named", office: "990102" })).toMatchObject({
    kind: "not-found",
  });
  expect(await getClueRule(db.database, askingOf(people.pil), { rule: "no-such-rule" })).toMatchObject({ kind: "not-found" });
  const seen = mustDo(await listClueRules(db.database, askingOf(people.technician), {}));
  expect([seen.offices, seen.rules.reduce((sum, { figures }) => sum + figures.prompts, 0)]).toEqual([[], 0]);
  const above = mustDo(await getClueRule(db.database, askingOf(people.cityLeader), { rule: "insider" }));
  expect(above.byOffice.map(({ code, figures }) => [code, figures.prompts])).toEqual([["990101", 2]]);
  const forge = db.database.transact({ as: "person", actor: people.pil }, (tx) =>
    tx.updateTable("clue_rule_counts").set({ many: 0 }).execute(),
  );
  await expect(forge).rejects.toThrow(/permission denied/);
});

test("the prompts of a rule stand in the queue under its filter, and by the word that was matched", async () => {
  const id = await prompt(people.pil, ["used-for"], "刷单");
  const find = async (query: object) => {
    const parts = { database: db.database, fingerprint: (words: string) => Buffer.from(words) };
    return mustDo(await listClues(parts, askingOf(people.pil), { page: 1, size: 20, ...query })).items.map((one) => one.id);
  };
  expect(await find({ rule: "used-for" })).toEqual([id]);
  expect(await find({ rule: "used-for", term: "刷单", outcome: "waiting", promptedBy: "990101", track: "civil-pil" })).toEqual([id]);
  expect(await find({ rule: "used-for", term: "料" })).toEqual([]);
  expect(await find({ rule: "used-for", outcome: "clue" })).toEqual([]);
  expect(await find({ rule: "used-for", track: "criminal" })).toEqual([]);
  const { byTerm } = mustDo(await getClueRule(db.database, askingOf(people.pil), { rule: "used-for", office: "990101" }));
  expect(byTerm).toMatchObject([{ term: "刷单", figures: { prompts: 1, waiting: 1 } }]);
  expect(mustDo(await getClueRule(db.database, askingOf(people.pil), { rule: "insider", office: "990101" })).byTerm).toBeNull();
});

test("a rule is retired and kept by a named person with a reason, for their office alone; the word before stays on record", async () => {
  const decide = (
    actor: Actor,
    expectedVersion: number,
    decision: "retire" | "keep",
    requestId: string = randomUUID(),
    rule = "black-talk",
  ) => decideRule(db.database, askingOf(actor), { requestId, rule, expectedVersion, decision, reason: "多为误报" });
  expect(await decide(people.manager, 0, "retire")).toMatchObject({ kind: "not-permitted" });
  expect(await decide(people.technician, 0, "retire")).toMatchObject({ kind: "not-permitted" });
  expect(await decide(people.leader, 0, "retire", randomUUID(), "no-such-rule")).toMatchObject({ kind: "not-found" });
  const requestId = randomUUID();
  mustDo(await decide(people.leader, 0, "retire", requestId));
  expect(mustDo(await decide(people.leader, 0, "retire", requestId)).version, "sent twice, decided once").toBe(1);
  expect(await decide(people.pil, 0, "keep")).toMatchObject({ kind: "stale-version" });
  expect(await figuresOf("black-talk")).toMatchObject({ version: 1, decided: { decision: "retire", by: "院领导", reason: "多为误报" } });
  expect((await figuresOf("black-talk", "990102", people.otherPil)).decided).toBeNull();
  const above = mustDo(await getClueRule(db.database, askingOf(people.cityLeader), { rule: "black-talk" }));
  expect(above.byOffice.map(({ code, retired }) => [code, retired])).toEqual([["990101", true]]);
  mustDo(await decide(people.pil, 1, "keep"));
  const { history } = mustDo(await getClueRule(db.database, askingOf(people.pil), { rule: "black-talk", office: "990101" }));
  expect(history.map(({ decision, by }) => [decision, by])).toEqual([
    ["keep", "公益检察官"],
    ["retire", "院领导"],
  ]);
  await expect(db.owner.deleteFrom("clue_rule_decisions").execute()).rejects.toThrow();
  const other = {
    office_code: "990102",
    rule: "insider",
    seq: 1,
    decision: "retire" as const,
    reason: "甲",
    decided_by: people.pil.personId,
    decided_at: new Date(),
  };
  const forge = db.database.transact({ as: "person", actor: people.pil }, (tx) =>
    tx.insertInto("clue_rule_decisions").values(other).execute(),
  );
  await expect(forge).rejects.toThrow(/row-level security/);
});

test("by word: of one's own office as it is; a leader above sees all below together with small cells hidden, a prosecutor no other office's", async () => {
  const rule = "special-group";
  for (const [actor, term, many] of [
    [people.pil, "学生", 4],
    [people.otherPil, "学生", 3],
    [people.pil, "老人", 6],
    [people.otherPil, "患者", 2],
  ] as const)
    await Promise.all(Array.from({ length: many }, () => prompt(actor, [rule], term)));
  const detail = async (actor: Actor, office?: string) =>
    mustDo(await getClueRule(db.database, askingOf(actor), { rule, ...(office === undefined ? {} : { office }) }));
  const own = await detail(people.leader, "990101");
  expect(own.acrossOffices).toBeNull();
  expect(own.byTerm?.map(({ term, figures }) => [term, figures.prompts])).toEqual([
    ["老人", 6],
    ["学生", 4],
  ]);
  expect(await detail(people.pil), "no other office is seen").toMatchObject({ byTerm: null, acrossOffices: null });
  const above = await detail(people.cityLeader);
  expect(above.byTerm).toBeNull();
  expect(above.acrossOffices).toMatchObject({ threshold: 5, offices: 3 });
  expect(above.acrossOffices?.terms.map(({ term, prompts, hidden, offices }) => [term, prompts, hidden, offices])).toEqual([
    ["学生", 7, null, 2],
    ["老人", null, "complementary", null],
    ["患者", null, "small", null],
  ]);
  const below = await detail(people.cityLeader, "990101");
  expect(
    below.acrossOffices?.terms.map(({ prompts }) => prompts),
    "4 of 10, the other would give it away",
  ).toEqual([null, null]);
  expect(
    above.acrossOffices?.terms.every(({ precision }) => precision === null),
    "nothing decided",
  ).toBe(true);
  await expectCounted();
});

test("many at once lose no count", async () => {
  const ids = await Promise.all(Array.from({ length: 8 }, () => prompt(people.pil, ["gap-of-a-unit", "insider"])));
  await Promise.all(
    ids.map((id, place) => act(id, place % 2 === 0 ? { type: "confirm" } : { type: "dismiss", code: "no-public-interest", reason: "" })),
  );
  expect((await figuresOf("gap-of-a-unit")).figures).toMatchObject({ prompts: 8, confirmed: 4, falsely: 4, precision: { share: 0.5 } });
  await expectCounted();
});
