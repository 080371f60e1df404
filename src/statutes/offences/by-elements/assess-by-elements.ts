import { BAND_ORDER, capBand, chooseInterpretation, chooseStatute, higherBand, lowerBand } from "#statutes/choose-law.ts";
import type { Element, Offence, OffenceInterpretation, OffenceLimb, OffenceStatute } from "#statutes/offence.contract.ts";
import type { OffenceFacts } from "#statutes/offence-facts.contract.ts";
import { deriveFacts } from "#statutes/offences/by-elements/derive-facts.ts";
import { evaluateTest, type KnownFacts } from "#statutes/offences/by-elements/evaluate-test.ts";
import type { Band, ElementGround, Ground, OffenceAssessment, Remark } from "#statutes/statutes.contract.ts";
import { allOf, unknownFor, type Verdict } from "#statutes/three-valued.ts";

/**
 * 按构成要件评估 an offence whose law is data: the elements that must all be there, and the limbs one of which makes it serious. `band` is what
 * the known facts establish whatever the unknown ones turn out to be, `bandAtMost` the highest they could bring. A draft, never a decision.
 */
export function assessByElements(facts: OffenceFacts, offence: Offence): OffenceAssessment {
  const known: KnownFacts = { facts, derived: deriveFacts(facts) };
  const actDate = facts.actDate ?? null;
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
  const remarks = remarksOn(
    facts,
    offence,
    crime,
    [...law.elements, ...interpretation.elements, ...interpretation.limbs],
    [...allElements, ...found.limbs],
  );
  return {
    offence: offence.offence,
    band,
    ...(BAND_ORDER[bandAtMost] > BAND_ORDER[band] ? { bandAtMost } : {}),
    established: crime ? established.outcome : "not-met",
    elements: allElements.map(({ ground }) => ground),
    grounds: found.limbs.map(({ ground }) => ground),
    missing: [
      ...new Set([...allElements, ...found.limbs].flatMap(({ verdict }) => verdict.missing)),
      ...(actDate === null ? ["actDate"] : []),
      ...(decisionDate === null && (actDate === null || startsAfter(offence, actDate)) ? ["decisionDate"] : []),
    ],
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
  const { id, cite, meaning, unconfirmed } = element;
  const ground = { provision: cite, element: id, outcome: verdict.outcome, have, need, meaning };
  return { ground: unconfirmed ? { ...ground, unconfirmed } : ground, verdict };
}

function evaluateLimb(limb: OffenceLimb, known: KnownFacts): Judged<Ground> {
  const { verdict, have, need, because } = evaluateTest(limb.test, known);
  const { id, cite, band, meaning, unconfirmed } = limb;
  const ground = { provision: cite, limb: id, band, outcome: verdict.outcome, have, need, because: [...new Set(because)], meaning };
  return { ground: unconfirmed ? { ...ground, unconfirmed } : ground, verdict };
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

function remarksOn(
  { actDate, decisionDate, ...facts }: OffenceFacts,
  { versions, remarks }: Offence,
  crime: boolean,
  rules: readonly Element[],
  judged: readonly { readonly ground: { readonly outcome: Ground["outcome"]; readonly unconfirmed?: true | undefined } }[],
): Remark[] {
  const notes: Remark[] = [...remarks];
  if (!crime)
    notes.push({
      id: "no-crime-then",
      cite: "刑法 第十二条",
      zh: `行为时（${actDate}）刑法尚无该条（${versions[0]?.inForce.from} 起施行），不构成本罪。`,
      en: `On the day of the act (${actDate}) the article did not exist (in force from ${versions[0]?.inForce.from}): no offence under it.`,
    });
  if (actDate && decisionDate && decisionDate < actDate)
    notes.push({
      id: "dates-contradict",
      cite: "刑法 第十二条",
      zh: "决定日期早于行为日期，请核对。",
      en: "The decision is dated before the act: check the dates.",
    });
  if ("complaintFiled" in facts && facts.complaintFiled === false)
    notes.push({
      id: "on-complaint-only",
      cite: "刑法 第二百四十六条第二款；刑事诉讼法 第十六条第四项",
      zh: "告诉才处理：被害人没有告诉或者撤回告诉的，除严重危害社会秩序和国家利益的以外，不追究刑事责任。",
      en: "Handled only on complaint: without one nobody is prosecuted unless public order and the national interest are seriously endangered.",
    });
  for (const [at, { unconfirmed, id, cite }] of rules.entries())
    if (unconfirmed && judged[at]?.ground.outcome !== "not-met")
      notes.push({
        id: `unconfirmed-${id}`,
        cite,
        zh: "本项标准尚未核对全文，须由办案人员核实。",
        en: "This standard has not been checked against the full text: a person must verify it.",
      });
  return notes;
}
