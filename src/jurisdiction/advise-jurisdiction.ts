import { type Calendar, computePeriod } from "#calendar/compute-period.ts";
import { checkCondition, type Facts } from "#jurisdiction/check-condition.ts";
import { decideJurisdiction } from "#jurisdiction/decide-jurisdiction.ts";
import { FACT_WORDS } from "#jurisdiction/fact-words.data.ts";
import type { AdviceSection, JurisdictionAdvice, JurisdictionAnswer, JurisdictionFacts } from "#jurisdiction/jurisdiction.contract.ts";
import type { Condition, JurisdictionRules } from "#jurisdiction/jurisdiction-rules.contract.ts";
import { isCorps, isMunicipality, isUnderProvince, levelOf } from "#jurisdiction/level-of-division.ts";
import { listAlternatives } from "#jurisdiction/list-alternatives.ts";
import { type DueOf, listTransfers } from "#jurisdiction/list-transfers.ts";
import { locateProcuratorate } from "#jurisdiction/locate-procuratorate.ts";
import { locatePublicInterest } from "#jurisdiction/locate-public-interest.ts";
import type { Language } from "#jurisdiction/tell-jurisdiction.ts";

/**
 * 管辖 the whole draft: the organ (`decideJurisdiction`), its procuratorate and the trial court, designation, joinder and severance, and
 * public-interest litigation apart from it. Sections nobody asked about (no facts given) are left out. The organs decide.
 */
export function adviseJurisdiction(
  facts: JurisdictionFacts,
  { rules, calendar }: { readonly rules: JurisdictionRules; readonly calendar: Calendar },
  language: Language,
): JurisdictionAdvice {
  const answer = decideJurisdiction(facts, language);
  const office = locateProcuratorate(answer.organ, facts.trialCourt);
  const located = locatePublicInterest(facts.publicInterest, office.handles);
  const flags: Facts = {
    ...superiorFacts(facts, answer),
    "procuratorate.known": answer.organ === null ? null : true,
    "court.mismatch": office.mismatch,
    ...designationFacts(facts),
    ...Object.fromEntries(Object.entries(facts.joinder ?? {}).map(([name, value]) => [`joinder.${name}`, value ?? null])),
    ...located.facts,
  };
  const asked = askedSections(facts);
  const told = rules.rules
    .filter(({ section }) => asked.has(section))
    .map(({ id, section, title, when, effect, cite, unconfirmed }) => {
      const { value, missing } = checkCondition(when, flags);
      const state = value === null ? ("open" as const) : value ? ("applied" as const) : ("not-applicable" as const);
      const needs = missing.map((fact) => FACT_WORDS[fact]?.[language] ?? fact);
      return { id, section, title: title[language], state, effect: effect[language], needs, cite, unconfirmed };
    });
  const documents = rules.documents
    .filter(({ section }) => asked.has(section))
    .flatMap(({ id, section, name, when, done, blocked, cite, unconfirmed }) => {
      const needed = checkCondition(when, flags).value;
      if (needed === false) return [];
      const state = needed === null ? ("open" as const) : stateOfPaper(blocked, done, flags);
      return [{ id, section, name: name[language], state, cite, unconfirmed }];
    });
  return {
    ...answer,
    superiorCertain: !told.some(({ section, state }) => section === "superior" && state === "applied"),
    procuratorate: answer.organ === null ? null : { division: answer.organ, level: levelOf(answer.organ) },
    rules: told,
    documents,
    transfers: listTransfers(answer.organ, office, located, language, dueFrom(facts.misplacedFoundOn, calendar)),
    alternatives: listAlternatives(facts, answer, language),
    publicInterest: located.place,
    unconfirmed: [...told.filter(({ state }) => state !== "not-applicable"), ...documents].flatMap(({ id, unconfirmed }) =>
      unconfirmed ? [id] : [],
    ),
  };
}

function dueFrom(from: string | null, calendar: Calendar): DueOf {
  return (rule) => {
    if (from === null) return null;
    const computed = computePeriod({ rule, from, detained: false, urgent: false, ruling: false, extend: 0 }, calendar, "zh");
    return computed.ok ? computed.answer.due : null;
  };
}

function stateOfPaper(blocked: Condition | undefined, done: Condition, flags: Facts): "blocked" | "done" | "missing" {
  // An unknown agreement blocks as a refused one does: no decision goes out before the agreement is there.
  if (blocked !== undefined && checkCondition(blocked, flags).value !== false) return "blocked";
  return checkCondition(done, flags).value === true ? "done" : "missing";
}

function askedSections(facts: JurisdictionFacts): ReadonlySet<AdviceSection> {
  const asked = new Set<AdviceSection>(["superior", "procuratorate"]);
  if (facts.designation !== null || facts.designated !== null) asked.add("designation");
  if (facts.joinder !== null) asked.add("joinder").add("severance");
  if (facts.publicInterest !== null) asked.add("public-interest");
  return asked;
}

/** What the codes cannot tell of the superior (law.md 6.1, the exceptions at its end). */
function superiorFacts({ special, filings, publicInterest }: JurisdictionFacts, { candidates, commonSuperior }: JurisdictionAnswer): Facts {
  const pil = publicInterest === null ? [] : [...publicInterest.violation, ...publicInterest.harm];
  const divisions = [...new Set([...candidates.map(({ division }) => division), ...filings.map(({ organ }) => organ), ...pil])];
  const several = divisions.length > 1;
  const provinces = new Set(divisions.map((division) => division.slice(0, 2)));
  return {
    "superior.municipality": several && commonSuperior !== null && provinces.size === 1 && divisions.every(isMunicipality),
    "superior.countyUnderProvince": several && provinces.size === 1 && divisions.some((one) => isUnderProvince(one) && !isCorps(one)),
    "superior.corps": special.includes("corps") || (several && divisions.some(isCorps)),
    "superior.special": special.some((organ) => organ !== "corps"),
  };
}

function designationFacts({ designation, designated }: JurisdictionFacts): Facts {
  if (designation === null) return { "designation.exists": designated !== null };
  const { kind, documentNumber, flags } = designation;
  const inWriting = flags.inWriting ?? null;
  const numbered = documentNumber !== null && documentNumber.trim() !== "";
  return {
    ...Object.fromEntries(Object.entries(flags).map(([name, value]) => [`designation.${name}`, value ?? null])),
    "designation.exists": true,
    "designation.trial": kind === "trial",
    "designation.arrest": kind === "arrest",
    "designation.hasDocument": inWriting === false ? false : numbered ? (inWriting ?? true) : inWriting === null ? null : false,
  };
}
