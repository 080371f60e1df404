import type { FactSource } from "#assessments/fact-sources.contract.ts";
import { findSuspects } from "#cases/find-suspects.query.ts";
import { findCountResult } from "#counts/find-count-result.query.ts";
import type { Tx } from "#database/database.ts";
import { findDeliveryFacts } from "#deliveries/find-delivery-facts.query.ts";
import { findEvidenceOfCase } from "#evidence/find-evidence-of-case.query.ts";
import { findGainsFacts } from "#gains/find-gains-facts.query.ts";
import { type Refusal, refuse } from "#refusals/refusal.ts";
import type { DamagesContent } from "#remedies/damages/damages.contract.ts";
import { wrongInput } from "#remedies/refuse-remedy.ts";
import type { RemedyAct, RemedyBegin } from "#remedies/remedies.contract.ts";
import { findRemediesOfCase } from "#remedies/remedies.store.ts";

/** What a record names in the case (sources, evidence, suspect, compensation) must be there and say the same; null where all hold. */
export async function checkReferences(tx: Tx, caseId: string, { kind, ...rest }: RemedyBegin | RemedyAct): Promise<Refusal | null> {
  const part = "content" in rest ? rest.content : "content" in rest.action ? rest.action.content : rest.action;
  if (kind === "damages") return "components" in part ? checkSources(tx, caseId, part) : null;
  if ("evidenceId" in part && part.evidenceId !== null) {
    const { evidenceId } = part;
    if (!(await findEvidenceOfCase(tx, caseId)).some(({ id }) => id === evidenceId)) return refuse("not-found", { what: "evidence" });
  }
  if ("partyId" in part) {
    const { partyId, compensationId } = part;
    if (!(await findSuspects(tx, [caseId])).some(({ id }) => id === partyId)) return refuse("not-found", { what: "party" });
    const records = compensationId === null ? [] : await findRemediesOfCase(tx, caseId);
    if (compensationId !== null && !records.some((one) => one.id === compensationId && one.kind === "compensation"))
      return refuse("not-found", { what: "compensation" });
  }
  return null;
}

type Sourced = { readonly place: string; readonly fen: number | null; readonly number: number | null; readonly source: FactSource | null };

/** Nobody's number may pass for a calculation's or a count's: the figure says what its source says. */
async function checkSources(tx: Tx, caseId: string, content: DamagesContent): Promise<Refusal | null> {
  const { components, consequences, discretionary } = content;
  const all: Sourced[] = [
    ...components.map(({ id, amount, source }) => ({ place: id, fen: amount, number: null, source })),
    ...consequences.map(({ id, amount, source }) => ({ place: id, fen: amount, number: null, source })),
    ...discretionary.factors.map(({ id, number, source }) => ({ place: id, fen: null, number, source })),
    { place: "discretionary", fen: discretionary.amount, number: null, source: discretionary.source },
  ];
  for (const one of all) {
    if (one.source === null || (await holds(tx, caseId, one, one.source))) continue;
    const [zh, en] = ["本案中与该数字相符的来源", "a source of this case that says the same as the figure"];
    return wrongInput(`source ${one.place}`, zh, en, one.source.kind);
  }
  return null;
}

async function holds(tx: Tx, caseId: string, { fen, number }: Sourced, source: FactSource): Promise<boolean> {
  switch (source.kind) {
    case "count": {
      const count = await findCountResult(tx, source.countId);
      return count?.caseId === caseId && fen === null && number === count.result.ledger.tiers[source.tier].distinct;
    }
    case "deliveries": {
      const table = await findDeliveryFacts(tx, source.deliveryTableId);
      return table?.caseId === caseId && fen === null && table.sets.some(({ id, items }) => id === source.set && items === number);
    }
    case "gains": {
      const gains = await findGainsFacts(tx, source.calculationId);
      if (gains?.caseId !== caseId || fen === null) return false;
      return [gains.facts.gains, gains.facts.profit].some((yuan) => yuan !== null && Math.round(yuan * 100) === fen);
    }
    case "evidence":
      return (await findEvidenceOfCase(tx, caseId)).some(({ id }) => id === source.evidenceId);
    // A sentence of a document stands behind facts of an assessment; a sum somebody must pay is calculated, or stands in evidence.
    case "document":
      return false;
    case "stated":
      return true;
  }
}
