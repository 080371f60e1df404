import type { DocumentFact, FactKind } from "#case-documents/case-documents.contract.ts";
import { FactKind as Kinds } from "#case-documents/case-documents.contract.ts";
import type { Speaker } from "#reading/reading.contract.ts";

/** The same value in two documents, or in one of them; more than one fact where several speakers say it. */
export type Compared = { readonly value: string; readonly left: readonly DocumentFact[]; readonly right: readonly DocumentFact[] };

/** What two documents say of one kind of fact. `leading` only where the values are numbers and both tell one. */
export type ComparedKind = {
  readonly kind: FactKind;
  readonly same: readonly Compared[];
  readonly onlyLeft: readonly Compared[];
  readonly onlyRight: readonly Compared[];
  readonly leading: { readonly left: DocumentFact; readonly right: DocumentFact } | null;
};

/** Whose number stands for a document: what a court found before what is alleged, before what is told; what the defence says never. */
const LEADING: readonly Speaker[] = ["court", "result", "prosecution", "other", "evidence"];

/**
 * 对照 the facts of two documents by kind, in the order kinds are shown: the same value in both, only in the left, only in the right. Facts a person rejected do not
 * take part. Pure.
 */
export function compareFacts(left: readonly DocumentFact[], right: readonly DocumentFact[]): ComparedKind[] {
  const [ones, others] = [left, right].map((facts) => facts.filter(({ decided }) => decided?.decision !== "rejected"));
  return Kinds.options.flatMap((kind): ComparedKind[] => {
    const [mine, theirs] = [valuesOf(ones ?? [], kind), valuesOf(others ?? [], kind)];
    const all = [...new Set([...mine.keys(), ...theirs.keys()])];
    if (all.length === 0) return [];
    const rows = all.map((value) => ({ value, left: mine.get(value) ?? [], right: theirs.get(value) ?? [] }));
    const [a, b] = [leadingOf(ones ?? [], kind), leadingOf(others ?? [], kind)];
    return [
      {
        kind,
        same: rows.filter((row) => row.left.length > 0 && row.right.length > 0),
        onlyLeft: rows.filter((row) => row.right.length === 0),
        onlyRight: rows.filter((row) => row.left.length === 0),
        leading: a !== null && b !== null && a.unit === b.unit ? { left: a, right: b } : null,
      },
    ];
  });
}

function valuesOf(facts: readonly DocumentFact[], kind: FactKind): Map<string, DocumentFact[]> {
  return Map.groupBy(
    facts.filter((fact) => fact.kind === kind),
    // a number that is told as 约 is another than the number itself
    ({ value, unit, approximate }) => `${approximate ? "~" : ""}${value}|${unit ?? ""}`,
  );
}

/** The largest number of the speaker that leads: parts of a total are smaller. */
function leadingOf(facts: readonly DocumentFact[], kind: FactKind): DocumentFact | null {
  const numbers = facts.filter((fact) => fact.kind === kind && fact.number !== null);
  for (const speaker of LEADING) {
    const said = numbers.filter(({ places: [first] }) => first?.speaker === speaker);
    const [most] = said.toSorted((one, other) => (other.number ?? 0) - (one.number ?? 0));
    if (most !== undefined) return most;
  }
  return null;
}

/** The fact of the other document that says the same, to be brought into sight beside it. */
export function counterpartOf(fact: DocumentFact, others: readonly DocumentFact[]): DocumentFact | null {
  const same = others.filter(({ kind, value, unit }) => kind === fact.kind && value === fact.value && unit === fact.unit);
  const [speaker] = fact.places.map((place) => place.speaker);
  return same.find(({ places: [first] }) => first?.speaker === speaker) ?? same[0] ?? null;
}
