import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "#access/access.contract.ts";
import { loadCalendar } from "#calendar/load-calendar.query.ts";
import { attachDocument } from "#case-documents/attach-document.command.ts";
import { askingOf, buildCase, buildOffices, buildPerson, mustDo, NOW } from "#cases/people.builder.ts";
import { actOnClue } from "#clues/act-on-clue.command.ts";
import { ClueContent, type DismissReason } from "#clues/clues.contract.ts";
import { addClue } from "#clues/register-clue.command.ts";
import type { RuleList } from "#clues/rules/clue-rules.contract.ts";
import { listClueRules } from "#clues/rules/list-clue-rules.query.ts";
import { listRulePrompts } from "#clues/rules/list-rule-prompts.query.ts";
import { buildTestDatabase, type TestDatabase } from "#database/test-database.builder.ts";
import { buildEvidence, buildVault, type TestVault } from "#evidence/vault.builder.ts";
import type { Jobs } from "#jobs/jobs.ts";
import { openJobs } from "#jobs/open-jobs.ts";
import { loadProcedureTables } from "#procedures/load-procedure-tables.query.ts";

const RULE = "insider";
const tables = loadProcedureTables(new Set(loadCalendar().rules.keys()));
let db: TestDatabase;
let store: TestVault;
let jobs: Jobs;
let people: { owner: Actor; leader: Actor; outsider: Actor; stranger: Actor; cityLeader: Actor };
let mine: string;
beforeAll(async () => {
  [db, store] = await Promise.all([buildTestDatabase(), buildVault()]);
  jobs = await openJobs(db.url, { takes: false, onError: () => undefined });
  await buildOffices(db.owner);
  people = {
    owner: await buildPerson(db.owner, "承办人", ["criminal-prosecutor", "pil-prosecutor"]),
    leader: await buildPerson(db.owner, "院领导", ["leader"]),
    outsider: await buildPerson(db.owner, "未参与的检察官", ["pil-prosecutor"]),
    stranger: await buildPerson(db.owner, "邻院", ["pil-prosecutor"], "990102"),
    cityLeader: await buildPerson(db.owner, "市院领导", ["leader"], "990100"),
  };
  mine = (await buildCase(db.database, people.owner)).id;
});
afterAll(async () => {
  await jobs.close();
  await Promise.all([db.close(), store.close()]);
});

const dismissed = async (title: string, code: DismissReason, caseId: string | null = mine, actor = people.owner) => {
  const sentence = { document: null, documentId: null, text: "某站点员工", from: 0, to: 5, rule: RULE, term: null, weight: 0.3 };
  const content = ClueContent.parse({ title, summary: "", field: "personal-information", tracks: ["civil-pil"], sentences: [sentence] });
  const origin = { kind: "bundle" as const, office: "甲", bundleId: "1" };
  const id = await db.database.transact({ as: "worker" }, (tx) =>
    addClue(tx, askingOf(actor), { content, origin, caseId, officeCode: actor.officeCode, prompted: true }, randomUUID()),
  );
  const request = { requestId: randomUUID(), expectedVersion: 1, action: { type: "dismiss" as const, code, reason: "已核对" } };
  mustDo(await actOnClue({ database: db.database, tables }, askingOf(actor), id, request));
  return id;
};
const list = (actor: Actor, which: RuleList, more: object = {}) =>
  listRulePrompts(db.database, askingOf(actor), { rule: RULE, list: which, page: 1, ...more });
const rows = async (actor: Actor, which: RuleList, more: object = {}) => {
  const { items, visible, notVisible } = mustDo(await list(actor, which, more));
  return { titles: items.map(({ clue, document }) => clue?.title ?? document?.name).sort(), visible, notVisible };
};

test("false prompts are listed with their case and reason where the reader sees the case; the others of the figure are a number", async () => {
  const [id] = [
    await dismissed("误报一", "reading-error"),
    await dismissed("误报二", "no-personal-information"),
    await dismissed("重复", "duplicate"),
  ];
  const { items } = mustDo(await list(people.owner, "falsely", { office: "990101" }));
  expect(items.find(({ clue }) => clue?.id === id)).toMatchObject({
    clue: { title: "误报一" },
    case: { id: mine },
    code: "reading-error",
    track: "civil-pil",
    at: NOW.toISOString(),
  });
  expect(await rows(people.leader, "falsely")).toEqual({ titles: ["误报一", "误报二"].sort(), visible: 2, notVisible: 0 });
  expect(await rows(people.leader, "apart")).toEqual({ titles: ["重复"], visible: 1, notVisible: 0 });
  expect(await rows(people.outsider, "falsely"), "of the office, not of the case").toEqual({ titles: [], visible: 0, notVisible: 2 });
  expect(await rows(people.cityLeader, "falsely", { track: "civil-pil" })).toMatchObject({ visible: 2 });
  expect(await rows(people.cityLeader, "falsely", { track: "criminal" })).toEqual({ titles: [], visible: 0, notVisible: 0 });
  expect(await rows(people.stranger, "falsely")).toEqual({ titles: [], visible: 0, notVisible: 0 });
  expect(await list(people.stranger, "falsely", { office: "990101" })).toMatchObject({ kind: "not-found" });
  expect(await list(people.owner, "falsely", { rule: "no-such-rule" })).toMatchObject({ kind: "not-found" });
});

test("a page holds twenty, the rest stands on the next; each look is audited with what was asked", async () => {
  for (let at = 0; at < 19; at++) await dismissed(`多 ${at}`, "evidence-too-thin");
  const [first, second] = [await rows(people.owner, "falsely"), await rows(people.owner, "falsely", { page: 2 })];
  expect([first.titles.length, second.titles.length, first.visible]).toEqual([20, 1, 21]);
  const entries = await db.owner.selectFrom("audit_entries").selectAll().orderBy("seq", "desc").limit(1).execute();
  expect(JSON.stringify(entries)).toContain("falsely");
});

test("a withheld prompt is counted by each retired rule it rests on and listed with its document, until a later reading prompts it", async () => {
  const evidence = await buildEvidence({ database: db.database, vault: store.vault }, people.owner, mine, "起诉书.txt", "某站点员工");
  const request = { requestId: randomUUID(), evidenceId: evidence.id, kind: "indictment" as const };
  const document = mustDo(await attachDocument({ database: db.database, jobs }, askingOf(people.owner), mine, request));
  const row = {
    ...{ reading_id: document.reading.id, document_id: document.id, case_id: mine, office_code: "990101" },
    ...{ track: "civil-pil", field: "personal-information", rules: [RULE, "black-talk"], withheld_at: NOW },
  };
  await db.owner.insertInto("document_prompts_withheld").values(row).execute();
  const figure = async (actor: Actor, rule = RULE) =>
    mustDo(await listClueRules(db.database, askingOf(actor), { office: "990101" })).rules.find((one) => one.rule === rule)?.withheld;
  expect([await figure(people.owner), await figure(people.owner, "black-talk"), await figure(people.owner, "few-items")]).toEqual([
    1, 1, 0,
  ]);
  const { items } = mustDo(await list(people.owner, "withheld"));
  expect(items).toMatchObject([{ clue: null, code: null, document: { id: document.id, name: "起诉书.txt" }, rules: [RULE, "black-talk"] }]);
  expect(await rows(people.outsider, "withheld")).toEqual({ titles: [], visible: 0, notVisible: 1 });
  expect(await rows(people.stranger, "withheld")).toEqual({ titles: [], visible: 0, notVisible: 0 });
  const clueId = await dismissed("后来提示", "other");
  await db.owner
    .insertInto("document_prompts")
    .values({
      document_id: document.id,
      case_id: mine,
      track: "civil-pil",
      field: "personal-information",
      clue_id: clueId,
      reading_id: document.reading.id,
    })
    .execute();
  expect(await figure(people.owner)).toBe(0);
  for (const actor of [people.owner, people.outsider])
    expect(await rows(actor, "withheld"), "the same figure whoever looks").toMatchObject({ visible: 0, notVisible: 0 });
});
