import { BAND_ORDER, capBand, chooseInterpretation, chooseStatute, higherBand, lowerBand } from "#statutes/choose-law.ts";
import type { Element, Offence, OffenceInterpretation, OffenceLimb, OffenceStatute } from "#statutes/offence.contract.ts";
import type { OffenceFacts } from "#statutes/offence-facts.contract.ts";
import { applyOfficeProvisions } from "#statutes/offences/by-elements/apply-office-provisions.ts";
import { deriveFacts } from "#statutes/offences/by-elements/derive-facts.ts";
import { evaluateTest, type KnownFacts } from "#statutes/offences/by-elements/evaluate-test.ts";
import { remarksOn } from "#statutes/offences/by-elements/remarks.ts";
import type { Band, ElementGround, Ground, OffenceAssessment } from "#statutes/statutes.contract.ts";
import { allOf, unknownFor, type Verdict } from "#statutes/three-valued.ts";

/**
 * 按构成要件评估 an offence whose law is data: the elements that must all be there, and the limbs one of which makes it serious. `band` is what
 * the known facts establish whatever the unknown ones turn out to be, `bandAtMost` the highest they could bring. A draft, never a decision.
 */
export function assessByElements(facts: OffenceFacts, national: Offence): OffenceAssessment {
  const known: KnownFacts = { facts, derived: deriveFacts(facts) };
  const actDate = facts.actDate ?? null;
  const region = "region" in facts && typeof facts.region === "string" && facts.region !== "" ? facts.region : null;
  const offence = applyOfficeProvisions(national, region, actDate);
  const decisionDate = facts.decisionDate ?? null;
  const newest = offence.versions.at(-1);
  if (newest === undefined) throw new Error(`${offence.offence} has no version of its article`);
  const statute = chooseStatute(offence.versions, actDate, "especially-serious");
  const law = statute?.law ?? newest;
  const elements = law.elements.map((element) => evaluateElement(element, known));
  const weighed = new Map<OffenceInterpretation, ReturnType<typeof weigh>>();
  const under = (interpretation: OffenceInterpretation) => {
    const found = weighed.get(interpretation) ?? weigh(interpretation, known, elements);
    weighed.set(interpretation, found);
    return found;
  };
  const { law: interpretation, because } = chooseInterpretation(
    offence.interpretations,
    actDate,
    decisionDate,
    (version) => under(version).band,
  );
  const found = under(interpretation);
  const crime = statute !== undefined;
  const allElements = [...elements, ...found.elements];
  // Without the day of the act only what is so under every version is certain; the most is what the newest could bring, for an older one
  // applies to an older act only where it is lighter.
  const possible =
    actDate === null ? offence.interpretations.filter(({ inForce }) => decisionDate === null || inForce.from <= decisionDate) : [];
  const everywhere = actDate === null ? offence.versions : [];
  const underOlder = everywhere.map((version) => allOf(...version.elements.map((element) => evaluateElement(element, known).verdict)));
  const differs =
    possible.some((version) => under(version).established.outcome !== found.established.outcome) ||
    (found.established.outcome === "met" && underOlder.some(({ outcome }) => outcome !== "met"));
  const established: Verdict = differs ? unknownFor("actDate") : found.established;
  const certain = possible.reduce((least, version) => lowerBand(least, under(version).band), found.band);
  const capped = everywhere.reduce((least, version) => lowerBand(least, capBand(version, certain)), capBand(law, certain));
  const band = crime && !differs ? capped : "none";
  const bandAtMost = crime ? capBand(law, found.atMost) : "none";
  const publicProsecution = offence.publicProsecution === null ? {} : { publicProsecution: judgePublic(offence.publicProsecution, known) };
  const missing = [
    ...new Set([
      ...[...allElements, ...found.limbs].flatMap(({ verdict }) => verdict.missing),
      ...(actDate === null ? ["actDate"] : []),
      ...(decisionDate === null && (actDate === null || startsAfter(offence, actDate)) ? ["decisionDate"] : []),
    ]),
  ];
  const remarks = remarksOn(
    facts,
    offence,
    crime,
    [...law.elements, ...interpretation.elements, ...interpretation.limbs],
    [...allElements, ...found.limbs],
    missing,
  );
  return {
    offence: offence.offence,
    band,
    ...(BAND_ORDER[bandAtMost] > BAND_ORDER[band] ? { bandAtMost } : {}),
    established: crime ? established.outcome : "not-met",
    elements: allElements.map(({ ground }) => ground),
    grounds: found.limbs.map(({ ground }) => ground),
    missing,
    version: { id: interpretation.id, inForceFrom: interpretation.inForce.from, chosenBecause: because.zh, because },
    consequence: consequenceOf(facts, crime ? law : undefined, band, established),
    charge: { provision: law.cite, ...offence.title },
    notes: remarks.map(({ zh }) => zh),
    remarks,
    ...publicProsecution,
  };
}

type Judged<G> = { readonly ground: G; readonly verdict: Verdict };

function evaluateElement(element: Element, known: KnownFacts): Judged<ElementGround> {
  const { verdict, have, need } = evaluateTest(element.test, known);
  const { id, cite, meaning } = element;
  return { ground: { provision: cite, element: id, outcome: verdict.outcome, have, need, meaning, ...marksOf(element) }, verdict };
}

function evaluateLimb(limb: OffenceLimb, known: KnownFacts): Judged<Ground> {
  const { verdict, have, need, because } = evaluateTest(limb.test, known);
  const { id, cite, band, meaning } = limb;
  const ground = { provision: cite, limb: id, band, outcome: verdict.outcome, have, need, because: [...new Set(because)], meaning };
  return { ground: { ...ground, ...marksOf(limb) }, verdict };
}

function marksOf({ unconfirmed, local }: Element): Pick<Ground, "unconfirmed" | "local"> {
  return { ...(unconfirmed ? { unconfirmed } : {}), ...(local ? { local } : {}) };
}

function weigh({ elements, limbs }: OffenceInterpretation, known: KnownFacts, ofStatute: readonly Judged<ElementGround>[]) {
  const own = elements.map((element) => evaluateElement(element, known));
  const established: Verdict = allOf(...[...ofStatute, ...own].map(({ verdict }) => verdict));
  const judged = limbs.map((limb) => evaluateLimb(limb, known));
  let [band, atMost]: [Band, Band] = ["none", "none"];
  for (const { ground } of judged) {
    if (ground.outcome === "met" && established.outcome === "met") band = higherBand(band, ground.band);
    if (ground.outcome !== "not-met" && established.outcome !== "not-met") atMost = higherBand(atMost, ground.band);
  }
  return { elements: own, limbs: judged, established, band, atMost };
}

/** 第二百四十六条第二款: whether it is prosecuted without a complaint. One ground suffices. */
function judgePublic(grounds: readonly Element[], known: KnownFacts): NonNullable<OffenceAssessment["publicProsecution"]> {
  const judged = grounds.map((ground) => evaluateElement(ground, known));
  const met = judged.some(({ verdict }) => verdict.outcome === "met");
  const open = judged.some(({ verdict }) => verdict.outcome === "unknown");
  return {
    outcome: met ? "met" : open ? "unknown" : "not-met",
    grounds: judged.map(({ ground }) => ground),
    missing: [...new Set(judged.flatMap(({ verdict }) => verdict.missing))],
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
    return basic === undefined ? null : { imprisonment: { maxYears: basic.maxYears }, fine: { from: null, to: null } };
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

function startsAfter({ versions, interpretations }: Offence, actDate: string): boolean {
  return [...versions, ...interpretations].some(({ inForce }) => inForce.from > actDate);
}
