import { BAND_ORDER, capBand, chooseInterpretation, chooseStatute, higherBand, lowerBand } from "#statutes/choose-law.ts";
import { type Counted, countItems } from "#statutes/offences/infringing-personal-information/count-items.ts";
import { type Evaluated, evaluateLimbs } from "#statutes/offences/infringing-personal-information/evaluate-limbs.ts";
import { remarksOn } from "#statutes/offences/infringing-personal-information/remarks.ts";
import type { Interpretation, Provisions, StatuteVersion } from "#statutes/provisions.contract.ts";
import type { Assessment, Band, InfringingFacts } from "#statutes/statutes.contract.ts";
import { allOf, type Verdict, verdictOf } from "#statutes/three-valued.ts";

/**
 * 侵犯公民个人信息罪 held against 刑法第二百五十三条之一 and 法释〔2017〕10号. Pure. `band` is what the known facts establish whatever the unknown ones
 * turn out to be, `bandAtMost` the highest they could bring. A draft for a person to judge, never a decision.
 */
export function assessInfringing(facts: InfringingFacts, provisions: Provisions): Assessment {
  const actDate = facts.actDate ?? null;
  const decisionDate = facts.decisionDate ?? null;
  const { law: interpretation, because } = chooseInterpretation(
    provisions.interpretations,
    actDate,
    decisionDate,
    (version) => evaluateUnder(facts, version).band,
  );
  const found = evaluateUnder(facts, interpretation);
  const statute = chooseStatute(provisions.statute.versions, actDate, found.band);
  const band = capBand(statute?.law, found.band);
  const bandAtMost = capBand(chooseStatute(provisions.statute.versions, actDate, found.atMost)?.law, found.atMost);
  const leniency = leniencyOf(facts, interpretation, band);
  const remarks = remarksOn({
    facts,
    interpretation,
    statute,
    counted: found.counted,
    band,
    uncapped: found.band,
    leniency,
    versions: provisions.statute.versions,
  });
  const { shown, underArticle6, insiderWeighted } = found.counted;
  const weights = weightsOf(interpretation);
  const { A, B, C } = shown;
  const counts = { A, B, C, weighted: A * weights.A + B * weights.B + C * weights.C, insiderWeighted: insiderWeighted.least };
  // Spread first or not at all: in the middle of an object it costs as much as the limbs.
  const bands = BAND_ORDER[bandAtMost] > BAND_ORDER[band] ? { band, bandAtMost } : { band };
  return {
    ...bands,
    counts: underArticle6 > 0 ? { ...counts, underArticle6 } : counts,
    grounds: found.evaluated.map(({ ground }) => ground),
    missing: missingOf(found, missingDates(actDate, decisionDate, provisions)),
    version: { id: interpretation.id, inForceFrom: interpretation.inForce.from, chosenBecause: because.zh, because },
    consequence: consequenceOf(facts, interpretation, statute?.law, band),
    notes: remarks.map((remark) => remark.zh),
    remarks,
    penalty: penaltyOf(facts, statute?.law, found.counted, band),
    leniency,
  };
}

type Found = { readonly evaluated: readonly Evaluated[]; readonly counted: Counted; readonly band: Band; readonly atMost: Band };

/** Whether the purchase was for a lawful business decides which article governs: where it is unknown, both answers are worked out and joined. */
function evaluateUnder(facts: InfringingFacts, interpretation: Interpretation): Found {
  const { lawfulBusinessPurchase: lawful } = facts;
  if (lawful === false) return evaluateAs(facts, interpretation, false, false);
  const bought = evaluateAs(facts, interpretation, true);
  if (lawful === true) return bought;
  const otherwise = evaluateAs(facts, interpretation, false);
  if (bought.counted.article6.outcome === "not-met") return otherwise;
  const evaluated = otherwise.evaluated.map((one, index) => joinAnswers(one, bought.evaluated[index] ?? one));
  return {
    evaluated,
    counted: otherwise.counted,
    band: lowerBand(otherwise.band, bought.band),
    atMost: higherBand(otherwise.atMost, bought.atMost),
  };
}

function evaluateAs(facts: InfringingFacts, interpretation: Interpretation, lawfulPurchase: boolean, withArticle6 = true): Found {
  const counted = countItems(facts.sets, lawfulPurchase, interpretation, weightsOf(interpretation));
  const evaluated = evaluateLimbs(facts, counted, interpretation, withArticle6);
  let [band, atMost]: [Band, Band] = ["none", "none"];
  for (const { ground } of evaluated) {
    if (ground.outcome === "met") band = higherBand(band, ground.band);
    if (ground.outcome !== "not-met") atMost = higherBand(atMost, ground.band);
  }
  return { evaluated, counted, band, atMost };
}

function joinAnswers(otherwise: Evaluated, bought: Evaluated): Evaluated {
  if (otherwise.ground.outcome === bought.ground.outcome)
    return { ground: otherwise.ground, missing: [...otherwise.missing, ...bought.missing] };
  return {
    ground: { ...otherwise.ground, outcome: "unknown" },
    missing: [...otherwise.missing, ...bought.missing, "lawfulBusinessPurchase"],
  };
}

function missingOf({ evaluated }: Found, dates: readonly string[]): string[] {
  const fields = new Set<string>();
  for (const { missing } of evaluated) for (const field of missing) fields.add(field);
  for (const date of dates) fields.add(date);
  return [...fields];
}

/** The weights of the proportional total, from the provision itself. */
function weightsOf({ article5 }: Interpretation): { A: number; B: number; C: number } {
  for (const { test } of article5.limbs) if (test.kind === "proportional-total") return test.weights;
  throw new Error("article 5 has no proportional total");
}

/** Dates decide which law applies; the day of the decision only where a version began after the act. */
function missingDates(actDate: string | null, decisionDate: string | null, { statute, interpretations }: Provisions): string[] {
  const starts = ({ inForce }: Interpretation | StatuteVersion) => actDate !== null && inForce.from > actDate;
  const late = actDate === null || (decisionDate === null && (statute.versions.some(starts) || interpretations.some(starts)));
  return [...(actDate === null ? ["actDate"] : []), ...(decisionDate === null && late ? ["decisionDate"] : [])];
}

function consequenceOf(
  facts: InfringingFacts,
  { article12 }: Interpretation,
  statute: StatuteVersion | undefined,
  band: Band,
): Assessment["consequence"] {
  const found = statute?.bands.find((one) => one.band === band);
  if (!found) return null;
  const { minYears, maxYears } = found.imprisonment;
  const fen = typeof facts.gains === "number" ? Math.round(facts.gains * 100) : null;
  const times = (multiple: number) => (fen === null ? null : (fen * multiple) / 100);
  return {
    imprisonment: minYears === undefined ? { maxYears } : { minYears, maxYears },
    fine: { from: times(article12.fine.fromTimesGains), to: times(article12.fine.toTimesGains) },
  };
}

/** What of the charge's conducts was done at all; where the charge has one name, nobody asks. */
function chargesOf(facts: InfringingFacts, { charges }: StatuteVersion): StatuteVersion["charges"] {
  if (charges.length < 2) return charges;
  const kinds = new Set(facts.sets?.flatMap((set) => set.conducts?.map((conduct) => conduct.kind) ?? []) ?? []);
  const named = charges.filter((charge) => charge.conducts.some((kind) => kinds.has(kind)));
  return named.length > 0 ? named : charges;
}

function penaltyOf(facts: InfringingFacts, statute: StatuteVersion | undefined, counted: Counted, band: Band): Assessment["penalty"] {
  const found = statute?.bands.find((one) => one.band === band);
  if (!statute || !found) return null;
  const charges = chargesOf(facts, statute);
  return {
    provision: statute.cite,
    charge: { zh: charges.map((charge) => charge.zh).join("、"), en: charges.map((charge) => charge.en).join("; ") },
    heavierWithinBand: statute.heavierForInsiders ? counted.insiderProvided.outcome : "not-met",
    detentionOrFineAloneToo: found.detentionOrFineAloneToo,
  };
}

/** 第十条: asked only of a serious case. Its unknown facts do not change the band and are listed here, not in `missing`. */
function leniencyOf(facts: InfringingFacts, { article10 }: Interpretation, band: Band): Assessment["leniency"] {
  if (band === "none") return null;
  const gate: Verdict = allOf(
    verdictOf(BAND_ORDER[band] <= BAND_ORDER[article10.notAbove], "band"),
    ...article10.conditions.map((condition) => verdictOf(facts[condition], condition)),
  );
  return { provision: article10.cite, outcome: gate.outcome, missing: [...gate.missing], meaning: article10.meaning };
}
