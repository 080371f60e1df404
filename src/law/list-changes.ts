import type { LawChange, Library } from "#law/law.contract.ts";
import { titleOfOffence } from "#law/title-of-offence.ts";
import type { Provisions } from "#statutes/provisions.contract.ts";

type Words = { zh: string; en: string };
type Rule = { readonly id: string; readonly meaning: Words };

/** 沿革 of every offence, oldest first: each version of the article and of what measures it, with the limbs it brought and took away. */
export function listChanges(provisions: Provisions): Library["offences"] {
  const own = {
    offence: "infringing-personal-information",
    title: titleOfOffence("infringing-personal-information", provisions),
    changes: sorted([
      ...statuteChanges(provisions.statute.versions),
      ...interpretationChanges(
        provisions.interpretations.map(({ id, number, title, inForce, article5, article6 }) => ({
          id,
          inForce,
          title: { zh: `${number} ${title.zh}`, en: `${number} ${title.en}` },
          limbs: [...article5.limbs, ...article6.limbs],
        })),
      ),
    ]),
  };
  const others = [...provisions.offences.values()].map(({ offence, title, versions, interpretations }) => ({
    offence,
    title,
    changes: sorted([...statuteChanges(versions), ...interpretationChanges(interpretations)]),
  }));
  return [own, ...others];
}

function statuteChanges(
  versions: readonly { id: string; cite: string; inForce: { from: string; until: string | null }; meaning: Words }[],
): LawChange[] {
  return versions.map(({ id, cite, inForce, meaning }) => ({
    ...inForce,
    id,
    kind: "statute" as const,
    title: { zh: cite, en: cite },
    added: [meaning],
    removed: [],
  }));
}

function interpretationChanges(
  interpretations: readonly {
    readonly id: string;
    readonly title: Words;
    readonly inForce: { readonly from: string; readonly until: string | null };
    readonly limbs: readonly Rule[];
  }[],
): LawChange[] {
  return interpretations.map(({ id, title, inForce, limbs }, at) => {
    const before = interpretations[at - 1]?.limbs ?? [];
    return {
      from: inForce.from,
      until: inForce.until,
      id,
      kind: "interpretation" as const,
      title,
      added: without(limbs, before),
      removed: without(before, limbs),
    };
  });
}

/** Rules of the one list that the other does not have, or says otherwise. */
function without(rules: readonly Rule[], others: readonly Rule[]): Words[] {
  const same = new Map(others.map(({ id, meaning }) => [id, meaning.zh]));
  return rules.filter(({ id, meaning }) => same.get(id) !== meaning.zh).map(({ meaning }) => meaning);
}

function sorted(changes: readonly LawChange[]): LawChange[] {
  return changes.toSorted((one, other) => one.from.localeCompare(other.from));
}
