import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "#access/access.contract.ts";
import { draftAssessment } from "#assessments/draft-assessment.command.ts";
import type { FactSource } from "#assessments/fact-sources.contract.ts";
import { getAssessmentTree } from "#assessments/get-assessment-tree.query.ts";
import { attachDocument } from "#case-documents/attach-document.command.ts";
import type { ConfirmedFact, FactKind } from "#case-documents/case-documents.contract.ts";
import { decideFact } from "#case-documents/decide-fact.command.ts";
import { listConfirmedFacts } from "#case-documents/find-confirmed-facts.query.ts";
import { getDocument } from "#case-documents/get-document.query.ts";
import { JUDGMENT } from "#case-documents/judgment.builder.ts";
import { buildReadingWorker } from "#case-documents/read-document.worker.ts";
import { askingOf, buildCase, buildOffices, buildPerson, mustDo, NOW } from "#cases/people.builder.ts";
import { openTraitFingerprint } from "#cross-checks/fingerprint-trait.ts";
import { buildTestDatabase, type TestDatabase } from "#database/test-database.builder.ts";
import { buildEvidence, buildVault, type TestVault } from "#evidence/vault.builder.ts";
import type { Jobs } from "#jobs/jobs.ts";
import { openJobs } from "#jobs/open-jobs.ts";
import { loadKnowledge } from "#reading/load-knowledge.query.ts";
import { loadProvisions } from "#statutes/load-provisions.query.ts";
import type { InfringingFacts } from "#statutes/statutes.contract.ts";

let db: TestDatabase;
let store: TestVault;
let jobs: Jobs;
let owner: Actor;
let leaderAbove: Actor;
let stranger: Actor;
const provisions = loadProvisions();
beforeAll(async () => {
  [db, store] = await Promise.all([buildTestDatabase(), buildVault()]);
  jobs = await openJobs(db.url, { takes: false, onError: () => undefined });
  await buildOffices(db.owner);
  owner = await buildPerson(db.owner, "承办人", ["criminal-prosecutor"]);
  leaderAbove = await buildPerson(db.owner, "上级领导", ["leader"], "990000");
  stranger = await buildPerson(db.owner, "邻院", ["criminal-prosecutor"], "990102");
});
afterAll(async () => {
  await jobs.close();
  await Promise.all([db.close(), store.close()]);
});

/** A case with a judgment that was read; `confirm` says yes to its first fact of a kind. */
async function buildRead() {
  const services = { database: db.database, vault: store.vault, jobs };
  const { id: caseId } = await buildCase(db.database, owner);
  const { id: evidenceId } = await buildEvidence(services, owner, caseId, "判决书.txt", JUDGMENT);
  const request = { requestId: randomUUID(), evidenceId, kind: "judgment" as const };
  const document = mustDo(await attachDocument(services, askingOf(owner), caseId, request));
  const parts = { ...services, clock: () => NOW, knowledge: loadKnowledge(), toolVersion: "0.0.0" };
  const worker = buildReadingWorker({ ...parts, traitFingerprint: openTraitFingerprint(new Uint8Array(32)) });
  await worker.run({ readingId: document.reading.id }, { signal: new AbortController().signal, attempt: 1 });
  const decide = async (kind: FactKind, decision: "confirmed" | "rejected") => {
    const { factList, version } = mustDo(await getDocument(db.database, askingOf(owner), document.id));
    const fact = factList.find((one) => one.kind === kind);
    if (fact === undefined) throw new Error(`no ${kind}`);
    const said = {
      requestId: randomUUID(),
      expectedVersion: version,
      key: fact.key,
      decision,
      reason: decision === "rejected" ? "误读" : "",
    };
    mustDo(await decideFact(db.database, askingOf(owner), document.id, said));
  };
  const listed = async () => mustDo(await listConfirmedFacts(db.database, askingOf(owner), caseId)).items;
  return { caseId, decide, listed };
}

const sourceOf = ({ caseDocumentId, key, name, at, number, sentence }: ConfirmedFact): FactSource => ({
  kind: "document",
  caseDocumentId,
  factKey: key,
  name,
  at,
  number,
  sentence,
});
const draft = (caseId: string, gains: number, source: FactSource) => {
  const facts: InfringingFacts = { offence: "infringing-personal-information", accused: "natural-person", sets: null, gains };
  const request = { requestId: randomUUID(), countId: null, facts, sources: { gains: source } };
  return draftAssessment({ database: db.database, provisions }, askingOf(owner), caseId, request);
};

test("a fact a person confirmed is a source with its masked sentence, and stands in the tree under the document's name", async () => {
  const { caseId, decide, listed } = await buildRead();
  expect(await listed()).toEqual([]);
  await decide("gains", "confirmed");
  await decide("band", "rejected");
  const [gains, ...more] = await listed();
  expect(more).toEqual([]);
  if (gains === undefined) throw new Error("a confirmed fact is expected");
  expect(gains).toMatchObject({ kind: "gains", number: 29300, unit: "CNY", speaker: "court", name: "判决书.txt" });
  expect(gains.sentence).toContain("违法所得人民币29300元");
  expect(gains.sentence).not.toContain("张三丰");
  const { id } = mustDo(await draft(caseId, 29300, sourceOf(gains)));
  const tree = mustDo(await getAssessmentTree({ database: db.database, provisions }, askingOf(owner), id));
  expect(tree.assessment.sources["gains"]).toEqual(sourceOf(gains));
  expect(JSON.stringify(tree)).toContain("判决书.txt");
});

test("another number, words nobody read, a fact that was not confirmed and a document of another case are refused", async () => {
  const { caseId, decide, listed } = await buildRead();
  const other = await buildRead();
  await decide("gains", "confirmed");
  await other.decide("gains", "confirmed");
  const [[own], [foreign]] = [await listed(), await other.listed()];
  if (own === undefined || foreign === undefined) throw new Error("confirmed facts are expected");
  const refused = { ok: false, kind: "invalid-input", detail: { place: "sources.gains" } };
  expect(await draft(caseId, 29301, sourceOf(own))).toMatchObject(refused);
  expect(await draft(caseId, 29300, sourceOf({ ...own, sentence: `${own.sentence}。` }))).toMatchObject(refused);
  expect(await draft(caseId, 29300, sourceOf({ ...own, key: "gains|1|0-1" }))).toMatchObject(refused);
  expect(await draft(caseId, 29300, sourceOf(foreign))).toMatchObject(refused);
  await decide("gains", "rejected");
  expect(await listed()).toEqual([]);
  expect(await draft(caseId, 29300, sourceOf(own))).toMatchObject(refused);
});

test("who may not read the case's rows is told so, and outsiders learn nothing", async () => {
  const { caseId } = await buildRead();
  expect(await listConfirmedFacts(db.database, askingOf(leaderAbove), caseId)).toMatchObject({ ok: false, kind: "not-permitted" });
  expect(await listConfirmedFacts(db.database, askingOf(stranger), caseId)).toMatchObject({ ok: false, kind: "not-found" });
});
