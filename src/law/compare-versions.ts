import { addDays, isInForce } from "#calendar/plain-date.ts";
import type { LawFacts, VersionColumn, VersionComparison } from "#law/law.contract.ts";
import { titleOfOffence } from "#law/title-of-offence.ts";
import { assess } from "#statutes/assess.ts";
import { chooseStatute } from "#statutes/choose-law.ts";
import type { Provisions } from "#statutes/provisions.contract.ts";

type Words = { readonly zh: string; readonly en: string };
type InForce = { readonly from: string; readonly until: string | null };
type StatuteOfTime = { readonly id: string; readonly cite: string; readonly meaning: Words; readonly inForce: InForce };
type InterpretationOfTime = { readonly id: string; readonly title: Words; readonly inForce: InForce };

/**
 * 法律时光机 the same facts under the law of every time since the article exists, and which of them applies by the engine and why. A time
 * without an interpretation has no band: nothing measured the circumstances then, which is not "none".
 */
export function compareVersions(facts: LawFacts, provisions: Provisions): VersionComparison {
  const { statutes, interpretations } = versionsOf(facts.offence, provisions);
  const actDate = facts.actDate ?? null;
  const decisionDate = facts.decisionDate ?? null;
  const answer = assess(facts, provisions);
  const chosen =
    facts.offence === "infringing-personal-information"
      ? chooseStatute(provisions.statute.versions, actDate, answer.bandAtMost ?? answer.band)
      : chooseStatute(provisions.offences.get(facts.offence)?.versions ?? [], actDate, "especially-serious");
  const starts = [...new Set([...statutes, ...interpretations].map(({ inForce }) => inForce.from))].toSorted();
  const columns = starts.flatMap((from, at): VersionColumn[] => {
    const statute = statutes.find(({ inForce }) => isInForce(inForce, from));
    if (statute === undefined) return [];
    const interpretation = interpretations.find(({ inForce }) => isInForce(inForce, from)) ?? null;
    const next = starts[at + 1];
    const until = next === undefined ? null : addDays(next, -1);
    return [
      {
        ...columnOf(facts, provisions, statute, interpretation),
        from,
        until,
        ofTheAct: actDate !== null && isInForce({ from, until }, actDate),
        ofTheDecision: decisionDate !== null && isInForce({ from, until }, decisionDate),
        applies: chosen?.law.id === statute.id && interpretation?.id === answer.version.id,
        joined: false,
      },
    ];
  });
  const older = statutes.find(({ id }) => id === chosen?.law.id);
  const newer = interpretations.find(({ id }) => id === answer.version.id);
  const joined: VersionColumn[] =
    older === undefined || newer === undefined || columns.some(({ applies }) => applies)
      ? []
      : [
          {
            ...columnOf(facts, provisions, older, newer),
            from: newer.inForce.from,
            until: null,
            ofTheAct: false,
            ofTheDecision: false,
            applies: true,
            joined: true,
          },
        ];
  return {
    offence: facts.offence,
    title: titleOfOffence(facts.offence, provisions),
    band: answer.band,
    because: answer.version.because ?? { zh: answer.version.chosenBecause, en: answer.version.chosenBecause },
    noCrimeThen: chosen === undefined,
    columns: [...columns, ...joined],
  };
}

function versionsOf(
  offence: string,
  provisions: Provisions,
): { statutes: readonly StatuteOfTime[]; interpretations: readonly InterpretationOfTime[] } {
  const found = provisions.offences.get(offence);
  if (found !== undefined) return { statutes: found.versions, interpretations: found.interpretations };
  return {
    statutes: provisions.statute.versions,
    interpretations: provisions.interpretations.map(({ id, number, inForce }) => ({ id, inForce, title: { zh: number, en: number } })),
  };
}

function columnOf(
  facts: LawFacts,
  provisions: Provisions,
  statute: StatuteOfTime,
  interpretation: InterpretationOfTime | null,
): Omit<VersionColumn, "from" | "until" | "ofTheAct" | "ofTheDecision" | "applies" | "joined"> {
  const shown = {
    statute: { id: statute.id, cite: statute.cite, meaning: { zh: statute.meaning.zh, en: statute.meaning.en } },
    interpretation:
      interpretation === null ? null : { id: interpretation.id, title: { zh: interpretation.title.zh, en: interpretation.title.en } },
  };
  if (interpretation === null) return { ...shown, band: null, consequence: null, met: [] };
  const answer = assess(facts, onlyThese(facts.offence, provisions, statute.id, interpretation.id));
  return {
    ...shown,
    band: answer.band,
    ...(answer.bandAtMost === undefined ? {} : { bandAtMost: answer.bandAtMost }),
    consequence: answer.consequence,
    met: answer.grounds
      .filter(({ outcome, limb }) => outcome === "met" && limb !== "")
      .map(({ limb, provision, meaning }) => ({ id: limb, provision, meaning })),
  };
}

/** Always in force: the choice of the law is made by the column, and not again by the engine. */
const EVER = { from: "1000-01-01", until: null };

function onlyThese(offence: string, provisions: Provisions, statuteId: string, interpretationId: string): Provisions {
  const only = <T extends { readonly id: string; readonly inForce: InForce }>(versions: readonly T[], wanted: string) =>
    versions.filter(({ id }) => id === wanted).map((version) => ({ ...version, inForce: EVER }));
  const found = provisions.offences.get(offence);
  if (found === undefined)
    return {
      ...provisions,
      statute: { ...provisions.statute, versions: only(provisions.statute.versions, statuteId) },
      interpretations: only(provisions.interpretations, interpretationId),
    };
  const kept = { ...found, versions: only(found.versions, statuteId), interpretations: only(found.interpretations, interpretationId) };
  return { ...provisions, offences: new Map([[offence, kept]]) };
}
