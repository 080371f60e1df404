import { findCommonSuperior, isWithin } from "#jurisdiction/common-superior.ts";
import type { Basis, Because, JurisdictionAnswer, JurisdictionFacts } from "#jurisdiction/jurisdiction.contract.ts";
import { CITATIONS, type Language, NEXT_STEPS, tellFinding } from "#jurisdiction/tell-jurisdiction.ts";

const ORDER = ["designated", "no-filing-yet", "only-filing", "common-superior-designates", "main-place", "first-acceptor"] as const;

/**
 * 确定管辖 which organ has the case, as a draft: designation first; then who has filed among those whom something connects with the crime;
 * one of them: it; several: a dispute goes to the common superior, else the main place where it was found necessary, else the organ that
 * accepted first (公通字〔2013〕12号; 刑事诉讼法 第二十五条至第二十七条; 法发〔2022〕23号 第二条、第三条).
 */
export function decideJurisdiction(facts: JurisdictionFacts, language: Language): JurisdictionAnswer {
  const candidates = collectCandidates(facts);
  // Where no connecting point is known yet, none can be missing: every filing counts.
  const connected = facts.filings.filter(
    ({ organ }) => candidates.length === 0 || candidates.some(({ division }) => isWithin(division, organ) || isWithin(organ, division)),
  );
  const unconnected = [...new Set(facts.filings.filter((filing) => !connected.includes(filing)).map(({ organ }) => organ))];
  const organs = [...new Set(connected.map(({ organ }) => organ))];
  const earliest = connected.reduce((day, { acceptedOn }) => (day === "" || acceptedOn < day ? acceptedOn : day), "");
  const first = [...new Set(connected.filter(({ acceptedOn }) => acceptedOn === earliest).map(({ organ }) => organ))];
  const situation = { facts, organs, first, earliest };
  const because = ORDER.find((rule) => applies(rule, situation)) ?? "common-superior-designates";
  const commonSuperior = findCommonSuperior(organs.length > 1 ? organs : candidates.map(({ division }) => division));
  return {
    organ: organOf(because, situation),
    because,
    candidates,
    commonSuperior,
    order: ORDER.map((rule) => ({ rule, applies: rule === because, finding: tellFinding(rule, situation, language) })),
    unconnected,
    next: [...NEXT_STEPS[because][language], ...(unconnected.length > 0 ? [NEXT_STEPS.unconnected[language](unconnected)] : [])],
    cite: CITATIONS[because],
  };
}

export type Situation = {
  readonly facts: JurisdictionFacts;
  /** organs that have filed and are connected with the crime */
  readonly organs: readonly string[];
  /** those of them that accepted on the earliest day */
  readonly first: readonly string[];
  readonly earliest: string;
};

function applies(rule: Because, { facts, organs, first }: Situation): boolean {
  switch (rule) {
    case "designated":
      return facts.designated !== null;
    case "no-filing-yet":
      return organs.length === 0;
    case "only-filing":
      return organs.length === 1;
    case "common-superior-designates":
      return facts.disputed === true || (first.length > 1 && facts.mainPlace === null);
    case "main-place":
      return facts.mainPlace !== null;
    case "first-acceptor":
      return first.length === 1;
  }
}

function organOf(because: Because, { facts, organs, first }: Situation): string | null {
  if (because === "designated") return facts.designated;
  if (because === "only-filing") return organs[0] ?? null;
  if (because === "main-place") return facts.mainPlace;
  if (because === "first-acceptor") return first[0] ?? null;
  return null;
}

/** Places of the crime, the residence, and for a helper the crime places of those helped, each with every basis it has. */
function collectCandidates({ placesOfCrime, residence, helperOf }: JurisdictionFacts): { division: string; basis: Basis[] }[] {
  const bases = new Map<string, Set<Basis>>();
  const add = (division: string, basis: Basis) => bases.set(division, (bases.get(division) ?? new Set<Basis>()).add(basis));
  for (const { basis, division } of placesOfCrime) add(division, basis);
  if (residence !== null) add(residence, "residence");
  for (const division of helperOf) add(division, "principal-of-helper");
  return [...bases].map(([division, basis]) => ({ division, basis: [...basis] }));
}
