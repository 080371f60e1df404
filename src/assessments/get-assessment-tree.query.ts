import type { AssessmentTree, CaseAssessment } from "#assessments/assessments.contract.ts";
import { findAssessment } from "#assessments/assessments.store.ts";
import type { FactSource } from "#assessments/fact-sources.contract.ts";
import { listFacts, stateOfFact, tallySources } from "#assessments/list-facts.ts";
import { readsOfLimbs } from "#assessments/reads-of-limbs.ts";
import { tellProof } from "#assessments/tell-proof.query.ts";
import { appendEntry } from "#audit/append-entry.command.ts";
import type { Asking } from "#cases/asking.ts";
import { findCountResult } from "#counts/find-count-result.query.ts";
import type { Database, Tx } from "#database/database.ts";
import { findDeliveryFacts } from "#deliveries/find-delivery-facts.query.ts";
import { findEvidenceOfCase } from "#evidence/find-evidence-of-case.query.ts";
import { findGainsFacts } from "#gains/find-gains-facts.query.ts";
import { explainAnswer } from "#law/explain-assessment.ts";
import { done, type Outcome, refuse } from "#refusals/refusal.ts";
import type { Provisions } from "#statutes/provisions.contract.ts";

/** 查看说理树 from the conclusion down to the sources. The answer is the stored one; only whether its counts are proved is of this moment. */
export async function getAssessmentTree(
  { database, provisions }: { readonly database: Database; readonly provisions: Provisions },
  asking: Asking,
  assessmentId: string,
): Promise<Outcome<AssessmentTree>> {
  const { actor, requestId } = asking;
  return database.transact({ as: "person", actor }, async (tx) => {
    const assessment = await findAssessment(tx, assessmentId, "none");
    if (!assessment) return refuse("not-found", { what: "assessment" });
    await appendEntry(tx, { event: { kind: "assessment-read", assessmentId }, actor, caseId: assessment.caseId, requestId });
    const { facts, sources } = assessment;
    const answer = explainAnswer(facts.offence, assessment.answer, provisions);
    const names = await nameSources(tx, assessment);
    return done({
      assessment,
      answer,
      reads: readsOfLimbs(assessment, answer),
      facts: listFacts(facts).map((fact) => {
        const source = (Object.hasOwn(sources, fact.path) ? sources[fact.path] : undefined) ?? null;
        return { path: fact.path, state: stateOfFact(fact, sources), source, sourceName: source && (names.get(idOf(source)) ?? null) };
      }),
      tally: tallySources(facts, sources),
      counts: await describeCounts(tx, asking, assessment),
    });
  });
}

/** The counts a draft rests on: the one it was begun with and those its facts name. */
async function describeCounts(tx: Tx, asking: Asking, { countId, sources }: CaseAssessment): Promise<AssessmentTree["counts"]> {
  const named = Object.values(sources).flatMap((source) => (source.kind === "count" ? [source.countId] : []));
  const counts: AssessmentTree["counts"] = [];
  for (const id of new Set([...(countId === null ? [] : [countId]), ...named])) {
    const count = await findCountResult(tx, id);
    if (count === undefined) continue;
    const { item, key } = count.result.options;
    counts.push({
      countId: id,
      requestedAt: count.requestedAt.toISOString(),
      requestedBy: count.requestedBy,
      definition: { item, key },
      proof: await tellProof(tx, asking, id),
    });
  }
  return counts;
}

/** What the records are called that the facts name, by id. */
async function nameSources(tx: Tx, { caseId, sources }: CaseAssessment): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>();
  const all = new Map(Object.values(sources).map((source) => [idOf(source), source]));
  for (const [id, source] of all) {
    const { kind } = source;
    if (kind === "document") names.set(id, source.name);
    else if (kind === "deliveries") names.set(id, (await findDeliveryFacts(tx, id))?.name ?? "");
    else if (kind === "gains") names.set(id, (await findGainsFacts(tx, id))?.name ?? "");
    else if (kind === "evidence" && !names.has(id)) for (const item of await findEvidenceOfCase(tx, caseId)) names.set(item.id, item.path);
  }
  return names;
}

/** Of the record that a source names; empty where it names none. */
function idOf(source: FactSource): string {
  switch (source.kind) {
    case "count":
      return source.countId;
    case "deliveries":
      return source.deliveryTableId;
    case "gains":
      return source.calculationId;
    case "evidence":
      return source.evidenceId;
    case "document":
      return source.caseDocumentId;
    case "stated":
      return "";
  }
}
