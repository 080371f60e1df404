import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "#access/access.contract.ts";
import { draftAssessment } from "#assessments/draft-assessment.command.ts";
import type { FactSources } from "#assessments/fact-sources.contract.ts";
import { getAssessmentTree } from "#assessments/get-assessment-tree.query.ts";
import { getFactsFromCount } from "#assessments/get-facts-from-count.query.ts";
import { signAssessment } from "#assessments/sign-assessment.command.ts";
import { askingOf, buildCase, buildOffices, buildPerson, mustDo } from "#cases/people.builder.ts";
import { buildTestDatabase, type TestDatabase } from "#database/test-database.builder.ts";
import { buildDelivery } from "#deliveries/delivery.builder.ts";
import { recordDeliveries } from "#deliveries/record-deliveries.command.ts";
import { buildFinishedCount } from "#groups/finished-count.builder.ts";
import { buildMobile } from "#scan/count.builder.ts";
import { loadProvisions } from "#statutes/load-provisions.query.ts";
import type { InfringingFacts } from "#statutes/statutes.contract.ts";

let db: TestDatabase;
let owner: Actor;
let leaderAbove: Actor;
const provisions = loadProvisions();
beforeAll(async () => {
  db = await buildTestDatabase();
  await buildOffices(db.owner);
  owner = await buildPerson(db.owner, "承办人", ["criminal-prosecutor"]);
  leaderAbove = await buildPerson(db.owner, "上级领导", ["leader"], "990000");
});
afterAll(() => db.close());

async function buildCounted() {
  const { id: caseId } = await buildCase(db.database, owner);
  const countId = await buildFinishedCount(db.owner, owner, caseId, {
    "名单.csv": `手机号\n${buildMobile(1)}\n${buildMobile(2)}\n`,
    "轨迹.csv": `手机号,行踪轨迹\n${buildMobile(3)},2024-01-02 10:00 某地\n`,
  });
  const prefilled = mustDo(await getFactsFromCount(db.database, askingOf(owner), caseId, { countId }));
  return { caseId, countId, prefilled };
}
type Draft = { countId: string | null; facts: InfringingFacts; sources: FactSources; requestId?: string };
const draft = (caseId: string, { requestId = randomUUID(), ...request }: Draft) =>
  draftAssessment({ database: db.database, provisions }, askingOf(owner), caseId, { requestId, ...request });
const treeOf = async (id: string, actor = owner) =>
  mustDo(await getAssessmentTree({ database: db.database, provisions }, askingOf(actor), id));

test("what a count says has the count as its source by itself, and survives with the draft up to the signature", async () => {
  const { caseId, countId, prefilled } = await buildCounted();
  expect(prefilled.sources["sets[count-C].items"]).toEqual({ kind: "count", countId, tier: "C" });
  expect(prefilled.sources["sets[count-C].conducts"]).toBeUndefined();
  const facts = { ...prefilled.facts, actDate: "2024-03-01", repents: false };
  const sources: FactSources = { ...prefilled.sources, actDate: { kind: "stated", note: "被告人供述" } };
  const { id } = mustDo(await draft(caseId, { countId, facts, sources }));
  const { assessment, tally, counts, facts: nodes, reads } = await treeOf(id);
  expect(assessment.sources).toEqual(sources);
  expect(tally).toMatchObject({ sourced: Object.keys(prefilled.sources).length, stated: 1, withoutSource: 1 });
  expect(nodes.find(({ path }) => path === "repents")).toMatchObject({ state: "no-source", source: null });
  expect(nodes.find(({ path }) => path === "profit")).toMatchObject({ state: "unknown" });
  expect(reads["5-1-5"]).toContain("sets[count-C].items");
  expect(counts).toMatchObject([{ countId, proof: { proved: false, printable: false } }]);
  mustDo(await signAssessment(db.database, askingOf(owner), id, { requestId: randomUUID(), expectedVersion: 1, note: "同意" }));
  const signed = await treeOf(id);
  expect(signed.assessment).toMatchObject({ status: "signed", sources, signature: { name: "承办人" } });
  expect(signed.answer).toEqual((await treeOf(id)).answer);
});

test("the tree tells the stored answer, whatever the statutes have become since", async () => {
  const { caseId } = await buildCounted();
  const facts: InfringingFacts = {
    offence: "infringing-personal-information",
    sets: [{ id: "s1", tier: "A", items: 60, conducts: [{ kind: "obtain" }] }],
  };
  const { id, answer } = mustDo(await draft(caseId, { countId: null, facts, sources: {} }));
  const empty = { ...provisions, interpretations: [] };
  const tree = mustDo(await getAssessmentTree({ database: db.database, provisions: empty }, askingOf(owner), id));
  expect(tree.answer.band).toBe(answer.band);
  expect(tree.answer.limbs.map(({ outcome }) => outcome)).toEqual(answer.grounds.map(({ outcome }) => outcome));
});

test("nobody's number passes for the count's: a source that says something else, or is none of this case, is refused", async () => {
  const { caseId, countId, prefilled } = await buildCounted();
  const other = await buildCounted();
  const [set] = prefilled.facts.sets?.filter(({ id }) => id === "count-C") ?? [];
  if (set === undefined) throw new Error("no set");
  const path = "sets[count-C].items";
  const more = { ...prefilled.facts, sets: [{ ...set, items: 99 }] };
  const only = { ...prefilled.facts, sets: [set] };
  const refused = { ok: false, kind: "invalid-input", detail: { place: `sources.${path}` } };
  expect(await draft(caseId, { countId, facts: more, sources: { [path]: { kind: "count", countId, tier: "C" } } })).toMatchObject(refused);
  expect(await draft(caseId, { countId, facts: only, sources: { [path]: { kind: "count", countId, tier: "A" } } })).toMatchObject(refused);
  expect(
    await draft(caseId, { countId, facts: only, sources: { [path]: { kind: "count", countId: other.countId, tier: "C" } } }),
  ).toMatchObject(refused);
  expect(
    await draft(caseId, { countId, facts: only, sources: { [path]: { kind: "evidence", evidenceId: randomUUID(), page: "3" } } }),
  ).toMatchObject(refused);
  expect(await draft(caseId, { countId, facts: only, sources: { gains: { kind: "stated", note: "供述" } } })).toMatchObject({
    kind: "invalid-input",
    detail: { place: "sources.gains" },
  });
  expect(await draft(caseId, { countId, facts: only, sources: { [path]: { kind: "count", countId, tier: "C" } } })).toMatchObject({
    ok: true,
  });
});

test("a table of deliveries is the source of its sets, conducts included, by its name", async () => {
  const { caseId, countId } = await buildCounted();
  const deliveries = ["甲", "乙"].map((party) => buildDelivery({ direction: "sold", party, ledger: { countId, tier: "C" } }));
  const recorded = await recordDeliveries({ database: db.database, provisions }, askingOf(owner), caseId, {
    requestId: randomUUID(),
    name: "流转表一",
    deliveries,
  });
  const deliveryTableId = mustDo(recorded).id;
  const { facts, sources } = mustDo(await getFactsFromCount(db.database, askingOf(owner), caseId, { countId, deliveryTableId }));
  const { id } = mustDo(await draft(caseId, { countId, facts, sources }));
  const [first] = (await treeOf(id)).facts.filter(({ path }) => path.endsWith(".conducts"));
  expect(first).toMatchObject({ state: "sourced", source: { kind: "deliveries", deliveryTableId }, sourceName: "流转表一" });
});

test("the same request twice is one draft; two people at once make two, each with its own sources", async () => {
  const { caseId, countId, prefilled } = await buildCounted();
  const request = { requestId: randomUUID(), countId, facts: prefilled.facts, sources: prefilled.sources };
  const [once, twice] = await Promise.all([draft(caseId, request), draft(caseId, request)]);
  expect(mustDo(once)).toEqual(mustDo(twice));
  const [mine, theirs] = await Promise.all([
    draft(caseId, { ...request, requestId: randomUUID() }),
    draft(caseId, { ...request, requestId: randomUUID(), sources: {} }),
  ]);
  expect((await treeOf(mustDo(mine).id)).tally.withoutSource).toBe(0);
  expect((await treeOf(mustDo(theirs).id)).tally.sourced).toBe(0);
});

test("who may not see the items is told neither that the count is proved nor that it is not", async () => {
  const { caseId, countId, prefilled } = await buildCounted();
  const { id } = mustDo(await draft(caseId, { countId, facts: prefilled.facts, sources: prefilled.sources }));
  expect((await treeOf(id, leaderAbove)).counts).toMatchObject([{ countId, proof: null }]);
  const stranger = await buildPerson(db.owner, "无关", ["criminal-prosecutor"], "990102");
  expect(await getAssessmentTree({ database: db.database, provisions }, askingOf(stranger), id)).toMatchObject({ kind: "not-found" });
});
