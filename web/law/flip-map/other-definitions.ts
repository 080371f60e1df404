import { TIERS } from "#scan/kinds.ts";
import type { CountResult, Definition } from "#scan/scan.contract.ts";
import type { InfringingFacts } from "#statutes/statutes.contract.ts";

/** 口径 another way to count the same evidence: its items by tier. */
export type OtherDefinition = {
  readonly id: string;
  readonly name: "seized" | "valid" | Pick<Definition, "item" | "key">;
  readonly items: Readonly<Record<(typeof TIERS)[number], number>>;
};

/** Every other way to count: the definitions of the count, and its own without removing doubles, and without removing what is invalid. */
export function otherDefinitions({ ledger, definitions = [] }: Pick<CountResult, "ledger" | "definitions">): readonly OtherDefinition[] {
  const itemsOf = (tiers: Definition["tiers"], step: "seized" | "valid" | "distinct") => ({
    A: tiers.A[step],
    B: tiers.B[step],
    C: tiers.C[step],
  });
  return [
    ...definitions.map(({ item, key, tiers }) => ({ id: `${item}-${key}`, name: { item, key }, items: itemsOf(tiers, "distinct") })),
    { id: "valid", name: "valid" as const, items: itemsOf(ledger.tiers, "valid") },
    { id: "seized", name: "seized" as const, items: itemsOf(ledger.tiers, "seized") },
  ];
}

/**
 * The same facts with the numbers of another definition in the sets that came from the count (`count-A` …); sets made by hand or from
 * deliveries stay. Null where no set came from the count: then nothing can be compared.
 */
export function factsUnder(facts: InfringingFacts, items: OtherDefinition["items"]): InfringingFacts | null {
  const sets = facts.sets ?? [];
  const tierOf = (id: string) => TIERS.find((tier) => id === `count-${tier}`);
  if (!sets.some(({ id }) => tierOf(id) !== undefined)) return null;
  return {
    ...facts,
    sets: sets.map((set) => {
      const tier = tierOf(set.id);
      return tier === undefined ? set : { ...set, items: items[tier] };
    }),
  };
}
