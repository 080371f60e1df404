import { BAND_ORDER, capBand, chooseInterpretation, chooseStatute, higherBand, lowerBand } from "#statutes/choose-law.ts";
import type { Element, Offence, OffenceInterpretation, OffenceLimb, OffenceStatute } from "#statutes/offence.contract.ts";
import type { OffenceFacts } from "#statutes/offence-facts.contract.ts";
import { applyOfficeProvisions } from "#statutes/offences/by-elements/apply-office-provisions.ts";
import { type CompiledOffence, compileOffence, type Judged, type Rule } from "#statutes/offences/by-elements/compile-offence.ts";
import type { KnownFacts } from "#statutes/offences/by-elements/compile-test.ts";
import { deriveFacts } from "#statutes/offences/by-elements/derive-facts.ts";
import { remarksOn } from "#statutes/offences/by-elements/remarks.ts";
import type { Band, ElementGround, Ground, OffenceAssessment } from "#statutes/statutes.contract.ts";
import { allOf, eachOnce, unknownFor, type Verdict } from "#statutes/three-valued.ts";

const ARTICLE_ALONE = {
  zh: "没有载入量化的司法解释，按条文本身评估，情节由办案人员判断。",
  en: "No interpretation with numbers is loaded: the article itself is held against the facts, and a person judges the circumstances.",
};

/**
 * 按构成要件评估 an offence whose law is data: the elements that must all be there, and the limbs one of which makes it serious. `band` is what
 * the known facts establish whatever the unknown ones turn out to be, `bandAtMost` the highest they could bring. A draft, never a decision.
 */
export function assessByElements(facts: OffenceFacts, national: Offence): OffenceAssessment {
  const known: KnownFacts = { facts, derived: deriveFacts(facts) };
  const actDate = facts.actDate ?? null;
  const region = "region" in facts && typeof facts.region === "string" && facts.region !== "" ? facts.region : null;
  const offence = applyOfficeProvisions(national, region, actDate);
  const compiled = compileOffence(offence);
  const decisionDate = facts.decisionDate ?? null;
  const newest = offence.versions.at(-1);
  if (newest === undefined) throw new Error(`${offence.offence} has no version of its article`);
  const statute = chooseStatute(offence.versions, actDate, "especially-serious");
  const law = statute?.law ?? newest;
  const elements = judge(compiled.statutes.get(law)?.elements ?? [], known);
  const weighed = new Map<OffenceInterpretation, Weighed>();
  const under = (interpretation: OffenceInterpretation) => {
    const found = weighed.get(interpretation) ?? weigh(compiled, interpretation, known, elements);
    weighed.set(interpretation, found);
    return found;
  };
  const { law: interpretation, because: chosenBecause } = chooseInterpretation(
    offence.interpretations,
    actDate,
    decisionDate,
    (version) => under(version).band,
  );
  const because = interpretation.articleAlone ? ARTICLE_ALONE : chosenBecause;
  const found = under(interpretation);
  const crime = statute !== undefined;
  const allElements = found.elements.length === 0 ? elements : [...elements, ...found.elements];
  const { differs, certain } = actDate === null ? whateverTheDay(decisionDate, offence, compiled, known, under, found) : asFound(found);
  const established: Verdict = differs ? unknownFor("actDate") : found.established;
  let band: Band = crime && !differs ? capBand(law, certain) : "none";
  if (actDate === null) for (const version of offence.versions) band = lowerBand(band, capBand(version, certain));
  const bandAtMost = crime ? capBand(law, found.atMost) : "none";
  // Spread first or not at all: in the middle of an object it costs as much as the limbs.
  const head = { offence: offence.offence, band };
  const judged = [...allElements, ...found.limbs];
  const missing = missingOf(judged);
  if (actDate === null) missing.add("actDate");
  if (decisionDate === null && (actDate === null || compiled.lastStart > actDate)) missing.add("decisionDate");
  const remarks = remarksOn(facts, offence, crime, judged, missing);
  const answer = {
    ...(BAND_ORDER[bandAtMost] > BAND_ORDER[band] ? { ...head, bandAtMost } : head),
    established: crime ? established.outcome : "not-met",
    elements: allElements.map(elementGround),
    grounds: found.limbs.map(limbGround),
    missing: [...missing],
    version: { id: interpretation.id, inForceFrom: interpretation.inForce.from, chosenBecause: because.zh, because },
    consequence: consequenceOf(facts, crime ? law : undefined, band, established),
    charge: { provision: law.cite, zh: offence.title.zh, en: offence.title.en },
    notes: remarks.map(({ zh }) => zh),
    remarks,
  };
  return compiled.publicProsecution === null ? answer : { ...answer, publicProsecution: judgePublic(compiled.publicProsecution, known) };
}

type Weighed = {
  readonly elements: readonly Judged<Element>[];
  readonly limbs: readonly Judged<OffenceLimb>[];
  readonly established: Verdict;
  readonly band: Band;
  readonly atMost: Band;
};

function judge<T extends Element>(rules: readonly Rule<T>[], known: KnownFacts): Judged<T>[] {
  return rules.map((rule) => ({ rule, tested: rule.test(known) }));
}

function weigh(
  { interpretations }: CompiledOffence,
  interpretation: OffenceInterpretation,
  known: KnownFacts,
  ofStatute: readonly Judged<Element>[],
): Weighed {
  const rules = interpretations.get(interpretation);
  const [elements, limbs] = [judge(rules?.elements ?? [], known), judge(rules?.limbs ?? [], known)];
  const established = allMet([...ofStatute, ...elements]);
  let [band, atMost]: [Band, Band] = ["none", "none"];
  for (const { rule, tested } of limbs) {
    const { outcome } = tested.verdict;
    if (outcome === "met" && established.outcome === "met") band = higherBand(band, rule.law.band);
    if (outcome !== "not-met" && established.outcome !== "not-met") atMost = higherBand(atMost, rule.law.band);
  }
  return { elements, limbs, established, band, atMost };
}

function allMet(judged: readonly Judged<Element>[]): Verdict {
  return allOf(...judged.map(({ tested }) => tested.verdict));
}

function asFound({ band }: Weighed): { differs: boolean; certain: Band } {
  return { differs: false, certain: band };
}

/**
 * Without the day of the act only what is so under every version is certain; the most is what the newest could bring, for an older one applies to an
 * older act only where it is lighter.
 */
function whateverTheDay(
  decisionDate: string | null,
  { interpretations, undatedMayPrecede }: Offence,
  { statutes }: CompiledOffence,
  known: KnownFacts,
  under: (interpretation: OffenceInterpretation) => Weighed,
  found: Weighed,
): { differs: boolean; certain: Band } {
  const possible = interpretations.filter(({ inForce }) => decisionDate === null || inForce.from <= decisionDate).map(under);
  const older = [...statutes.values()].map(({ elements }) => allMet(judge(elements, known)));
  return {
    differs:
      (undatedMayPrecede === true && found.established.outcome === "met") ||
      possible.some(({ established }) => established.outcome !== found.established.outcome) ||
      (found.established.outcome === "met" && older.some(({ outcome }) => outcome !== "met")),
    certain: possible.reduce((least, { band }) => lowerBand(least, band), found.band),
  };
}

function missingOf(judged: readonly Judged<Element>[]): Set<string> {
  const missing = new Set<string>();
  for (const { tested } of judged) for (const field of tested.verdict.missing) missing.add(field);
  return missing;
}

function marksOf({ unconfirmed, local }: Element): Pick<Ground, "unconfirmed" | "local"> {
  return { ...(unconfirmed ? { unconfirmed } : {}), ...(local ? { local } : {}) };
}

function elementGround({ rule: { law }, tested: { verdict, have, need } }: Judged<Element>): ElementGround {
  const ground = { provision: law.cite, element: law.id, outcome: verdict.outcome, have, need, meaning: law.meaning };
  return law.unconfirmed || law.local ? { ...ground, ...marksOf(law) } : ground;
}

function limbGround({ rule: { law }, tested: { verdict, have, need, because } }: Judged<OffenceLimb>): Ground {
  const { outcome } = verdict;
  const ground = {
    provision: law.cite,
    limb: law.id,
    band: law.band,
    outcome,
    have,
    need,
    because: eachOnce(because),
    meaning: law.meaning,
  };
  return law.unconfirmed || law.local ? { ...ground, ...marksOf(law) } : ground;
}

/** 第二百四十六条第二款: whether it is prosecuted without a complaint. One ground suffices. */
function judgePublic(grounds: readonly Rule<Element>[], known: KnownFacts): NonNullable<OffenceAssessment["publicProsecution"]> {
  const judged = judge(grounds, known);
  const met = judged.some(({ tested }) => tested.verdict.outcome === "met");
  const open = judged.some(({ tested }) => tested.verdict.outcome === "unknown");
  return {
    outcome: met ? "met" : open ? "unknown" : "not-met",
    grounds: judged.map(elementGround),
    missing: [...missingOf(judged)],
  };
}

function consequenceOf(
  facts: OffenceFacts,
  law: OffenceStatute | undefined,
  band: Band,
  established: Verdict,
): OffenceAssessment["consequence"] {
  const found = law?.bands.find((one) => one.band === band);
  if (found === undefined) {
    const basic = established.outcome === "met" ? law?.basic : undefined;
    if (basic === undefined) return null;
    const { minYears, maxYears } = basic;
    return { imprisonment: minYears === undefined ? { maxYears } : { minYears, maxYears }, fine: { from: null, to: null } };
  }
  const { minYears, maxYears } = found.imprisonment;
  const gains = "gains" in facts && typeof facts.gains === "number" ? facts.gains : null;
  const times = (multiple: number | undefined) =>
    gains === null || multiple === undefined ? null : (Math.round(gains * 100) * multiple) / 100;
  return {
    imprisonment: minYears === undefined ? { maxYears } : { minYears, maxYears },
    fine: { from: times(found.fine?.fromTimesGains), to: times(found.fine?.toTimesGains) },
  };
}
