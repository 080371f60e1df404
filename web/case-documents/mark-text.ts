import type { DocumentFact } from "#case-documents/case-documents.contract.ts";

/** A stretch of a page: plain, or words a fact was read from (the shortest, where several lie over each other). */
export type Stretch = { readonly from: number; readonly text: string; readonly fact: DocumentFact | null; readonly place: number };

type Page = { readonly begins: number; readonly text: string };

/** Cuts a page at the places of its facts. The stretches joined are the page. */
export function markText({ begins, text }: Page, facts: readonly DocumentFact[]): Stretch[] {
  const end = begins + text.length;
  const places = facts.flatMap((fact) =>
    fact.places.flatMap((one, place) => (one.from < end && one.to > begins ? [{ fact, place, from: one.from, to: one.to }] : [])),
  );
  const cuts = [...new Set([begins, end, ...places.flatMap(({ from, to }) => [Math.max(begins, from), Math.min(end, to)])])].sort(
    (a, b) => a - b,
  );
  const stretches = cuts.slice(0, -1).map((from, index): Stretch => {
    const to = cuts[index + 1] ?? end;
    const covering = places.filter((one) => one.from <= from && one.to >= to).sort((a, b) => a.to - a.from - (b.to - b.from));
    const [nearest] = covering;
    return { from, text: text.slice(from - begins, to - begins), fact: nearest?.fact ?? null, place: nearest?.place ?? 0 };
  });
  return stretches.filter((stretch) => stretch.text !== "");
}

/** Facts that begin on a page. */
export function factsOfPage({ begins, text }: Page, facts: readonly DocumentFact[]): DocumentFact[] {
  return facts.filter(({ places: [first] }) => first !== undefined && first.from >= begins && first.from < begins + text.length);
}

/** The number of the page a place lies on, by where the pages begin. */
export function pageOf(begins: readonly number[], at: number): number {
  const next = begins.findIndex((begin) => begin > at);
  return next < 0 ? Math.max(1, begins.length) : Math.max(1, next);
}
