import type { CaseAbility } from "#cases/cases.contract.ts";
import type { RemedyAct, RemedyKind } from "#remedies/remedies.contract.ts";

/** Which ability of the case's table a record needs. */
const ABILITY_OF = {
  damages: "compose-damages",
  compensation: "keep-compensation",
  alternative: "keep-remedies",
  leniency: "keep-leniency",
  compliance: "keep-remedies",
} as const satisfies Record<RemedyKind, CaseAbility>;

export function abilityToBegin(kind: RemedyKind): CaseAbility {
  return ABILITY_OF[kind];
}

/** To choose about an overlap and to decide a claim is a prosecutor's act; the rest is drafting. */
export function abilityToAct({ kind, action }: RemedyAct): CaseAbility {
  if (kind === "damages" && action.type !== "revise") return "decide-damages";
  return ABILITY_OF[kind];
}
