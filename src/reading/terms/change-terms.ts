import { z } from "zod";
import { buildLexiconOf, keyOfTerm, type Lexicon, type LexiconTerm, TermList } from "#reading/terms/lexicon.ts";

const named = { list: TermList, value: z.string().min(1).max(60), term: z.string().min(1).max(60) };

/** 词条变更 what may be done to a term of a lexicon. */
export const TermChange = z.discriminatedUnion("type", [
  z.object({ type: z.literal("add"), ...named, slang: z.boolean() }),
  z.object({ type: z.literal("retire"), ...named }),
  z.object({ type: z.literal("restore"), ...named }),
  z.object({ type: z.literal("move"), ...named, to: z.string().min(1).max(60) }),
  z.object({ type: z.literal("mark"), ...named, slang: z.boolean() }),
]);
export type TermChange = z.infer<typeof TermChange>;

/** A change with who made it, on which day, and why: what a term tells of itself afterwards. */
export const SignedChange = z.object({ change: TermChange, author: z.string(), on: z.string(), reason: z.string() });
export type SignedChange = z.infer<typeof SignedChange>;

/** 词库文件 an office's changes on top of the lexicon that ships, as they are written out and read by `tandem read --lexicon`. */
export const LexiconOverlay = z.object({
  office: z.string(),
  version: z.number().int().min(0),
  shipped: z.string(),
  changes: z.array(SignedChange),
});
export type LexiconOverlay = z.infer<typeof LexiconOverlay>;

/** A term with whether it was taken out; a retired one stays, so that it can be restored. */
export type KnownTerm = LexiconTerm & { readonly retired: boolean };
export type KnownTerms = ReadonlyMap<string, KnownTerm>;

/** Why a change does not fit the terms there are; `value` where the same term stands already. */
export type Misfit =
  | { readonly kind: "unknown-value" | "unknown-term" | "not-retired" | "retired" | "no-change" }
  | { readonly kind: "exists"; readonly value: string };

/** The terms of a lexicon, ready to be changed. */
export function startTerms(terms: readonly LexiconTerm[]): KnownTerms {
  return new Map(terms.map((term) => [keyOfTerm(term), { ...term, retired: false }]));
}

/** The terms after one change, or why it does not fit. Values are those of the lexicon that ships: a new one would have no reader. */
export function changeTerms(
  terms: KnownTerms,
  signed: SignedChange,
  values: ReadonlySet<string>,
): { readonly ok: true; readonly terms: KnownTerms } | { readonly ok: false; readonly misfit: Misfit } {
  const { change, author, on, reason } = signed;
  const key = keyOfTerm(change);
  const known = terms.get(key);
  const refuse = (kind: Exclude<Misfit["kind"], "exists">) => ({ ok: false as const, misfit: { kind } });
  const put = (one: KnownTerm, instead?: string) => {
    const next = new Map(terms);
    if (instead !== undefined) next.delete(instead);
    next.set(keyOfTerm(one), one);
    return { ok: true as const, terms: next };
  };
  const by = { author, on, reason: { zh: reason, en: reason } };
  if (change.type === "add") {
    if (!values.has(valueKey(change))) return refuse("unknown-value");
    if (known?.retired) return refuse("retired");
    const same = findSame(terms, change);
    if (same !== undefined) return { ok: false, misfit: { kind: "exists", value: same.value } };
    const { list, value, term, slang } = change;
    return put({ list, value, term, slang, ...by, retired: false });
  }
  if (known === undefined) return refuse("unknown-term");
  if (change.type === "restore") return known.retired ? put({ ...known, ...by, retired: false }) : refuse("not-retired");
  if (known.retired) return refuse("retired");
  if (change.type === "retire") return put({ ...known, ...by, retired: true });
  if (change.type === "mark") return known.slang === change.slang ? refuse("no-change") : put({ ...known, ...by, slang: change.slang });
  if (change.to === change.value) return refuse("no-change");
  if (!values.has(valueKey({ list: change.list, value: change.to }))) return refuse("unknown-value");
  const there = terms.get(keyOfTerm({ ...change, value: change.to }));
  if (there !== undefined) return there.retired ? refuse("retired") : { ok: false, misfit: { kind: "exists", value: change.to } };
  return put({ ...known, ...by, value: change.to }, key);
}

/** All changes one after the other; what does not fit any more (a release that brought the term itself) changes nothing. */
export function applyChanges(shipped: readonly LexiconTerm[], changes: readonly SignedChange[]): KnownTerms {
  const values = valuesOf(shipped);
  return changes.reduce<KnownTerms>((terms, change) => {
    const next = changeTerms(terms, change, values);
    return next.ok ? next.terms : terms;
  }, startTerms(shipped));
}

/** The shipped lexicon with an office's changes; its name says both, the office's version last. Without changes it is the shipped one itself. */
export function overlayLexicon(shipped: Lexicon, { office, version, changes }: Omit<LexiconOverlay, "shipped">): Lexicon {
  if (version === 0) return shipped;
  const terms = [...applyChanges(shipped.terms, changes).values()].filter(({ retired }) => !retired);
  return buildLexiconOf(
    `${shipped.version}; ${office} v${version}`,
    terms.map(({ retired: _retired, ...term }) => term),
    shipped.notes,
    version,
  );
}

/** Every value a term may stand for, as `list\tvalue`. */
export function valuesOf(shipped: readonly LexiconTerm[]): ReadonlySet<string> {
  return new Set(shipped.map(valueKey));
}

/** The term as it is compared and kept: no blanks or invisible signs, full-width letters and digits as plain ones. */
export function normaliseTerm(term: string): string {
  return term
    .normalize("NFC")
    .replace(/[\s\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}]/gu, "")
    .replace(/[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .normalize("NFC"); // what was taken out may have stood between a letter and its accent
}

function findSame(terms: KnownTerms, { list, term }: { readonly list: TermList; readonly term: string }): KnownTerm | undefined {
  const folded = normaliseTerm(term).toLowerCase();
  for (const one of terms.values()) if (one.list === list && !one.retired && normaliseTerm(one.term).toLowerCase() === folded) return one;
  return undefined;
}

function valueKey({ list, value }: { readonly list: TermList; readonly value: string }): string {
  return `${list}\t${value}`;
}
