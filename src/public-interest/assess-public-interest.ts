import { alignNotice } from "#public-interest/align-notice.ts";
import { deriveFromDays } from "#public-interest/derive-facts.ts";
import { flagFocus } from "#public-interest/flag-focus.ts";
import { namesOf } from "#public-interest/judge-element.ts";
import { judgeGates } from "#public-interest/judge-gates.ts";
import { judgeTracks } from "#public-interest/judge-tracks.ts";
import { listUnconfirmed } from "#public-interest/list-unconfirmed.ts";
import type { FactName, PublicInterestAnswer, PublicInterestFacts } from "#public-interest/public-interest.contract.ts";
import type { PublicInterestBooks } from "#public-interest/public-interest-rules.contract.ts";
import { anyOf, unknownFor } from "#statutes/three-valued.ts";

/**
 * 公益诉讼要件审查 holds facts against the laws that give standing, the focus points, the three tracks with support, and the notice against
 * the prosecution. Pure; an unknown fact is never a "no"; it advises, a person decides. `asOf` is today, YYYY-MM-DD.
 * @example assessPublicInterest(facts, { rules: loadPublicInterestRules(), calendar: loadCalendar() }, "2026-11-25").standing // "unknown"
 */
export function assessPublicInterest(facts: PublicInterestFacts, books: PublicInterestBooks, asOf: string): PublicInterestAnswer {
  const { rules, calendar } = books;
  const days = deriveFromDays(facts, calendar, asOf);
  const gates = judgeGates(facts, rules, { ...days, standing: { verdict: unknownFor(), facts: [] } }, asOf);
  const standing = anyOf(...gates);
  const derived = { ...days, standing: { verdict: standing, facts: namesOf(gates.flatMap(factsOf)) } };
  const focus = flagFocus(facts, rules, derived, asOf);
  const tracks = judgeTracks(facts, books, derived, asOf);
  const elements = tracks.flatMap(({ filing, suit }) => [...filing.elements, ...suit.elements]);
  return {
    asOf,
    standing: standing.outcome,
    gates,
    focus,
    tracks,
    notice: alignNotice(facts, rules.notice, calendar, asOf),
    missing: namesOf([...(standing.outcome === "unknown" ? standing.missing : []), ...elements.flatMap(({ missing }) => missing)]),
    remarks: remarksOf(facts),
    unconfirmed: listUnconfirmed(gates, focus, tracks),
  };
}

function factsOf({ elements }: PublicInterestAnswer["gates"][number]): readonly FactName[] {
  return elements.flatMap(({ facts }) => facts);
}

/** Said where a number of persons stands beside an open judgement: the number answers nothing. */
function remarksOf({ manyIndividuals, personsAtLeast, actEndedOn }: PublicInterestFacts): PublicInterestAnswer["remarks"] {
  return [
    ...((manyIndividuals ?? null) === null && (personsAtLeast ?? 0) > 0
      ? [
          {
            zh: "已知人数不能自动得出“众多个人”，由办案人员判断。",
            en: "The number of persons does not by itself make 'many individuals': a person judges.",
            cite: "个人信息保护法 第七十条",
          },
        ]
      : []),
    ...((actEndedOn ?? null) === null
      ? [
          {
            zh: "行为终了之日不明：行为在有关法律施行前已经终了的，该法不能作为提起依据。",
            en: "The day on which the conduct ended is unknown: a law gives no standing for conduct that ended before it took force.",
            cite: "个人信息保护法（2021年11月1日起施行）",
          },
        ]
      : []),
  ];
}
