import type { FoldedLexicon } from "#lexicons/fold-lexicon.ts";
import type { Proposal } from "#lexicons/lexicons.contract.ts";
import { applyChanges, changeTerms, type KnownTerms, type Misfit, type SignedChange, valuesOf } from "#reading/terms/change-terms.ts";
import type { LexiconTerm } from "#reading/terms/lexicon.ts";

/** Changes a draft may hold, and an office's lexicon over all its versions. */
export const MOST_CHANGES = { draft: 200, all: 2000 } as const;

export type JudgedDraft = {
  /** the terms that are live */
  readonly live: KnownTerms;
  /** the terms as the draft would make them */
  readonly drafted: KnownTerms;
  readonly changes: readonly (Proposal & { readonly misfit: Misfit | null })[];
};

/** The draft on top of the live terms; a change that does not fit (any more) is named and changes nothing. Pure. */
export function judgeDraft(shipped: readonly LexiconTerm[], { versions, draft }: Pick<FoldedLexicon, "versions" | "draft">): JudgedDraft {
  const live = applyChanges(shipped, contentOf(versions));
  const values = valuesOf(shipped);
  let drafted = live;
  const changes = draft.map((proposal) => {
    const next = changeTerms(drafted, proposal, values);
    if (next.ok) drafted = next.terms;
    return { ...proposal, misfit: next.ok ? null : next.misfit };
  });
  return { live, drafted, changes };
}

/** The changes of the newest version. */
export function contentOf(versions: FoldedLexicon["versions"]): readonly SignedChange[] {
  return versions.at(-1)?.content ?? [];
}
