import { findCommonSuperior, isWithin } from "#jurisdiction/common-superior.ts";
import type { JurisdictionAdvice, JurisdictionFacts } from "#jurisdiction/jurisdiction.contract.ts";
import { levelOf, superiorOf } from "#jurisdiction/level-of-division.ts";

const RANK = ["county", "city", "province", "national"];
export type Located = {
  readonly place: JurisdictionAdvice["publicInterest"];
  readonly facts: Readonly<Record<string, boolean | null>>;
  readonly upwards: boolean | null;
};

/**
 * 公益诉讼管辖 who files and who sues, read apart from the criminal case (公益诉讼办案规则 13–18, 26; 两高检察公益诉讼解释 第五条).
 * `criminal`: the division of the procuratorate that handles the criminal case (after a transfer), null: not known.
 */
export function locatePublicInterest(facts: JurisdictionFacts["publicInterest"], criminal: string | null): Located {
  if (facts === null) return { place: null, facts: {}, upwards: null };
  const { kind, flags } = facts;
  const filing = findFiling(facts, criminal);
  const litigation = findLitigation(facts, filing);
  const clueAt = facts.clueAt ?? criminal;
  const differs = filing.length === 0 || clueAt === null ? null : !filing.includes(clueAt);
  const rank = (division: string) => RANK.indexOf(levelOf(division));
  const upwards = differs === null || clueAt === null ? null : filing.every((division) => rank(division) > rank(clueAt));
  const harmed = new Set(facts.harm);
  return {
    place: { kind, filing, litigation, clueAt, differs, commonSuperior: findCommonSuperior(filing) },
    upwards,
    facts: {
      ...Object.fromEntries(Object.entries(flags).map(([name, value]) => [`pil.${name}`, value ?? null])),
      "pil.administrative": kind === "administrative",
      "pil.civil": kind === "civil",
      "pil.incidental": kind === "incidental",
      // A government can be the organ only of an administrative case.
      "pil.organIsGovernment": kind === "administrative" ? (flags.organIsGovernment ?? null) : false,
      "pil.severalAreas": harmed.size === 0 ? null : harmed.size > 1,
      "pil.differs": differs,
      "pil.upwards": upwards,
      "pil.superiorIsNotAbove": isNotAbove(facts, filing, clueAt),
      "pil.filingIsNotLitigation":
        litigation === null || filing.length === 0 ? null : !filing.some((division) => litigation.includes(division)),
      "recommendation.otherRegion":
        facts.recommendationTo === null ? false : clueAt === null ? null : !isWithin(facts.recommendationTo, clueAt),
    },
  };
}

type Facts = NonNullable<JurisdictionFacts["publicInterest"]>;

/**
 * 提办、交办 are for a superior (R 18): one that takes a case up stands above whoever may file, one that hands it down above whoever holds it.
 * False where no superior was named; null where it is not known above whom it should stand.
 */
function isNotAbove({ superior, flags }: Facts, filing: readonly string[], clueAt: string | null): boolean | null {
  if (superior === null) return false;
  const below = flags.superiorHandsDown === true ? known([clueAt]) : filing;
  if (below.length === 0) return null;
  const rank = (division: string) => RANK.indexOf(levelOf(division));
  return !below.every((division) => rank(superior) > rank(division) && isWithin(division, superior));
}

/** The procuratorates that may file; empty: not known, or the codes cannot tell. */
function findFiling({ kind, designated, organ, violation, harm, domicile, flags }: Facts, criminal: string | null): string[] {
  if (designated !== null) return [designated];
  if (kind === "incidental") return known([criminal]);
  if (kind === "administrative")
    return known([organ !== null && flags.organIsGovernment && flags.higherMoreSuitable ? superiorOf(organ) : organ]);
  const basic = known([...violation, ...harm, domicile]);
  if (flags.majorComplex !== true) return basic;
  return known(basic.map((division) => (levelOf(division) === "county" ? superiorOf(division) : division)));
}

/** The procuratorates of the courts that may try it; null: not known, or the codes cannot tell. */
function findLitigation({ kind, organ, violation, harm, domicile }: Facts, filing: string[]): string[] | null {
  if (kind === "incidental") return filing.length === 0 ? null : filing;
  if (kind === "administrative")
    return organ !== null && filing.length > 0 && filing.every((division) => levelOf(division) === "county") ? known([organ]) : null;
  const cities = known([...violation, ...harm, domicile]).map((division) =>
    levelOf(division) === "county" ? superiorOf(division) : division,
  );
  const found = known(cities);
  return found.length === 0 ? null : found;
}

function known(divisions: readonly (string | null)[]): string[] {
  return [...new Set(divisions.filter((division) => division !== null))].sort();
}
