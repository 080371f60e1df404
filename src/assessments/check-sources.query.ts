import { isDeepStrictEqual } from "node:util";
import type { DraftAssessmentRequest } from "#assessments/assessments.contract.ts";
import type { FactSource } from "#assessments/fact-sources.contract.ts";
import { type Fact, listFacts } from "#assessments/list-facts.ts";
import { saysSame } from "#assessments/says-same.ts";
import { findConfirmedFacts } from "#case-documents/find-confirmed-facts.query.ts";
import { findCountResult } from "#counts/find-count-result.query.ts";
import type { Tx } from "#database/database.ts";
import { findDeliveryFacts } from "#deliveries/find-delivery-facts.query.ts";
import { findEvidenceOfCase } from "#evidence/find-evidence-of-case.query.ts";
import { findGainsFacts } from "#gains/find-gains-facts.query.ts";
import { type Refusal, refuse } from "#refusals/refusal.ts";

/**
 * A source that is no record of the case, or that says something else than the fact, is refused: nobody's number may pass for the count's.
 * Answers null where every source holds.
 */
export async function checkSources(tx: Tx, caseId: string, request: DraftAssessmentRequest): Promise<Refusal | null> {
  const facts = new Map(listFacts(request.facts).map((fact) => [fact.path, fact]));
  const holds = readRecords(tx, caseId);
  for (const [path, source] of Object.entries(request.sources)) {
    const fact = facts.get(path);
    if (fact === undefined || fact.value === null) return refusal(path, "已知的事实", "a fact that is known", path);
    if (!(await holds(fact, source)))
      return refusal(path, "本案中与该事实相符的来源", "a source of this case that says the same as the fact", source.kind);
  }
  return null;
}

/** Asks each record once, however many facts name it. */
function readRecords(tx: Tx, caseId: string): (fact: Fact, source: FactSource) => Promise<boolean> {
  const once = <Answer>(read: (id: string) => Promise<Answer>) => {
    const answers = new Map<string, Promise<Answer>>();
    return (id: string) => {
      const known = answers.get(id) ?? read(id);
      answers.set(id, known);
      return known;
    };
  };
  const countOf = once((id) => findCountResult(tx, id));
  const deliveriesOf = once((id) => findDeliveryFacts(tx, id));
  const gainsOf = once((id) => findGainsFacts(tx, id));
  const confirmedOf = once((id) => findConfirmedFacts(tx, id));
  const evidenceOf = once((id) => findEvidenceOfCase(tx, id));
  return async ({ path, value }, source) => {
    const [, part] = /^sets\[.*\]\.(tier|items|conducts)$/s.exec(path) ?? [];
    switch (source.kind) {
      case "count": {
        const count = await countOf(source.countId);
        if (count?.caseId !== caseId) return false;
        if (part === "tier") return value === source.tier;
        return part === "items" && value === count.result.ledger.tiers[source.tier].distinct;
      }
      case "deliveries": {
        const table = await deliveriesOf(source.deliveryTableId);
        const set = table?.sets.find(({ id }) => id === source.set);
        if (table?.caseId !== caseId || set === undefined) return false;
        return (part === "tier" || part === "items" || part === "conducts") && isSame(set[part], value);
      }
      case "gains": {
        const gains = await gainsOf(source.calculationId);
        if (gains?.caseId !== caseId) return false;
        return (path === "gains" || path === "profit") && value === gains.facts[path];
      }
      case "evidence":
        return (await evidenceOf(caseId)).some(({ id }) => id === source.evidenceId);
      case "document": {
        const said = (await confirmedOf(caseId)).find(
          ({ caseDocumentId, key }) => caseDocumentId === source.caseDocumentId && key === source.factKey,
        );
        if (
          said === undefined ||
          said.sentence !== source.sentence ||
          said.at !== source.at ||
          said.number !== source.number ||
          said.name !== source.name ||
          (source.value !== undefined && source.value !== String(value))
        )
          return false;
        return saysSame({ path, value }, said);
      }
      case "stated":
        return true;
    }
  };
}

/** The same, an unknown that is written and one that is left out being one. */
function isSame(one: unknown, other: unknown): boolean {
  const plain = (value: unknown) =>
    JSON.parse(JSON.stringify(value ?? null, (_, part: unknown) => (part === null ? undefined : part)) ?? "null");
  return isDeepStrictEqual(plain(one), plain(other));
}

function refusal(path: string, expected: string, expectedEn: string, found: string): Refusal {
  return refuse("invalid-input", { place: `sources.${path}`, expected, "expected.en": expectedEn, found });
}
