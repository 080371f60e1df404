import type { DraftChange, OfficeLexicon, OfficeTerm } from "#lexicons/lexicons.contract.ts";
import { AXES, type Axis } from "#web/lexicons/lexicon-words.text.ts";

/** A term of the table: live, or one the draft would add. */
export type ListedTerm = OfficeTerm & { readonly drafted: boolean; readonly changes: readonly DraftChange[] };

type Filter = {
  readonly axis: Axis;
  readonly value?: string;
  readonly query?: string;
  readonly slang?: string;
  readonly office?: string;
  readonly order?: string;
};

/** The terms that fit the filter with the draft's changes on them; the draft's own first, then by value or by hits (unknown last). */
export function listTerms({ terms, draft }: Pick<OfficeLexicon, "terms" | "draft">, filter: Filter): ListedTerm[] {
  const lists: readonly string[] = AXES[filter.axis];
  const live = terms.map((term) => ({
    ...term,
    drafted: false,
    changes: draft.filter(({ change }) => change.type !== "add" && keyOf(change) === keyOf(term)),
  }));
  const added = draft.flatMap((one): ListedTerm[] => {
    const { change, author, on, reason } = one;
    if (change.type !== "add") return [];
    const { list, value, term, slang } = change;
    const why = { zh: reason, en: reason };
    return [
      { list, value, term, slang, retired: false, since: null, author, on, reason: why, figures: null, drafted: true, changes: [one] },
    ];
  });
  const query = (filter.query ?? "").trim().toLowerCase();
  const found = [...added, ...live].filter(
    (one) =>
      lists.includes(one.list) &&
      (!filter.value || filter.value === `${one.list} ${one.value}`) &&
      (filter.slang !== "1" || one.slang) &&
      (filter.office !== "1" || one.drafted || one.since !== null || one.changes.length > 0) &&
      one.term.toLowerCase().includes(query),
  );
  if (filter.order !== "hits") return found;
  return found.toSorted((a, b) => Number(b.drafted) - Number(a.drafted) || (b.figures?.hits ?? -1) - (a.figures?.hits ?? -1));
}

function keyOf({ list, value, term }: { readonly list: string; readonly value: string; readonly term: string }): string {
  return `${list} ${value} ${term}`;
}
