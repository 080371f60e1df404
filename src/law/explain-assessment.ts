import { factsOfLimb, factsOfTest } from "#law/facts-of-tests.ts";
import type { LawFacts, WhyAnswer, WhyNode } from "#law/law.contract.ts";
import { titleOfOffence } from "#law/title-of-offence.ts";
import { assess } from "#statutes/assess.ts";
import type { Provisions } from "#statutes/provisions.contract.ts";
import type { Assessment, ElementGround, Ground, OffenceAssessment } from "#statutes/statutes.contract.ts";

/** 说理树 the engine's answer to facts of any offence, in one form, each test with the facts it reads. Pure; a draft, never a decision. */
export function explainAssessment(facts: LawFacts, provisions: Provisions): WhyAnswer {
  return explainAnswer(facts.offence, assess(facts, provisions), provisions);
}

/** The same of an answer that was given before: nothing is worked out again, so a stored one stays what it was. */
export function explainAnswer(offence: string, answer: Assessment | OffenceAssessment, provisions: Provisions): WhyAnswer {
  const reads = factsOfProvisions(offence, provisions);
  const common = {
    offence,
    title: titleOfOffence(offence, provisions),
    band: answer.band,
    ...(answer.bandAtMost === undefined ? {} : { bandAtMost: answer.bandAtMost }),
    limbs: answer.grounds.map((ground) => limbNode(ground, reads)),
    consequence: answer.consequence,
    missing: answer.missing,
    version: {
      id: answer.version.id,
      inForceFrom: answer.version.inForceFrom,
      because: answer.version.because ?? { zh: answer.version.chosenBecause, en: answer.version.chosenBecause },
    },
    remarks: answer.remarks ?? [],
  };
  if (!("elements" in answer)) return { ...common, established: null, elements: leniencyNodes(answer), publicProsecution: null };
  const open = answer.publicProsecution;
  return {
    ...common,
    established: answer.established,
    elements: answer.elements.map((ground) => elementNode(ground, reads)),
    publicProsecution:
      open === undefined
        ? null
        : { outcome: open.outcome, missing: open.missing, grounds: open.grounds.map((ground) => elementNode(ground, reads)) },
  };
}

type Reads = ReadonlyMap<string, readonly string[]>;

function factsOfProvisions(offence: string, provisions: Provisions): Reads {
  const found = provisions.offences.get(offence);
  if (found !== undefined)
    return new Map(
      [
        ...found.versions.flatMap(({ elements }) => elements),
        ...found.interpretations.flatMap(({ elements, limbs }) => [...elements, ...limbs]),
        ...found.office.flatMap(({ limbs }) => limbs),
        ...(found.publicProsecution ?? []),
      ].map(({ id, test }) => [id, factsOfTest(test)]),
    );
  return new Map(
    provisions.interpretations
      .flatMap(({ article5, article6 }) => [...article5.limbs, ...article6.limbs])
      .map(({ id, test }) => [id, factsOfLimb(test)]),
  );
}

function limbNode({ limb, provision, band, outcome, have, need, meaning, unconfirmed, local }: Ground, reads: Reads): WhyNode {
  return {
    id: limb,
    provision,
    band,
    outcome,
    have,
    need,
    meaning,
    unconfirmed: unconfirmed === true,
    local: local ?? null,
    facts: [...(reads.get(limb) ?? [])],
  };
}

function elementNode({ element, provision, outcome, have, need, meaning, unconfirmed, local }: ElementGround, reads: Reads): WhyNode {
  return {
    id: element,
    provision,
    band: null,
    outcome,
    have,
    need,
    meaning,
    unconfirmed: unconfirmed === true,
    local: local ?? null,
    facts: [...(reads.get(element) ?? [])],
  };
}

/** 第十条 stands beside the limbs: it never changes the band, and is only asked where the band is serious. */
function leniencyNodes({ leniency }: Assessment): WhyNode[] {
  if (leniency === undefined || leniency === null) return [];
  return [
    {
      id: "10",
      provision: leniency.provision,
      band: null,
      outcome: leniency.outcome,
      have: "",
      need: "",
      meaning: leniency.meaning,
      unconfirmed: false,
      local: null,
      facts: ["firstOffender", "gainsReturned", "repents"],
    },
  ];
}
