import { z } from "zod";
import { buildAutomaton, type TermHit } from "#reading/terms/build-automaton.ts";

/** 词库 the three axes: crime (what was done, and what for), field (what it is about, and whom), industry (where it leaks from). */
const Words = z.object({ zh: z.string().min(1), en: z.string().min(1) });
export type Words = z.infer<typeof Words>;
const Entry = z.object({
  value: z.string().min(1),
  terms: z.array(z.string().min(2)),
  /** 黑话 the trade's own words */
  slang: z.array(z.string().min(2)).default([]),
  reason: Words.optional(),
});
export const LexiconAxis = z.enum(["crime", "field", "industry"]);
export type LexiconAxis = z.infer<typeof LexiconAxis>;
/** One file of an axis: what its entries stand for (`note`), and on what ground (`reason`). An entry without a reason of its own has the file's. */
export const LexiconFile = z.object({
  axis: LexiconAxis,
  version: z.string(),
  author: z.string(),
  note: Words,
  reason: Words,
  entries: z.array(Entry).default([]),
  groups: z.array(Entry).default([]),
  conducts: z.array(Entry).default([]),
  downstream: z.array(Entry).default([]),
});
export type LexiconFile = z.infer<typeof LexiconFile>;

export const TermList = z.enum(["industries", "fields", "groups", "conducts", "downstream"]);
export type TermList = z.infer<typeof TermList>;
export type LexiconTerm = {
  readonly list: TermList;
  readonly value: string;
  readonly term: string;
  readonly slang: boolean;
  readonly author: string;
  /** day of the file, or of the change that made it what it is */
  readonly on: string;
  /** of the release in both languages; of a person in the words they wrote, whatever the language of the reader */
  readonly reason: Words;
};
export type LexiconHit = LexiconTerm & Pick<TermHit, "from" | "to">;

export type Lexicon = {
  readonly version: string;
  /** version of the office's changes on top; 0 = as it ships */
  readonly changes: number;
  readonly terms: readonly LexiconTerm[];
  /** what the entries of each axis stand for, as it ships */
  readonly notes: Readonly<Partial<Record<LexiconAxis, Words>>>;
  /** every place of every term, in one pass over the text */
  readonly find: (text: string) => LexiconHit[];
  /** the same pass, keeping nothing but how often each term stands, by its place in `terms` */
  readonly scan: (text: string) => Uint32Array;
};

/** One automaton over the terms of all files. */
export function buildLexicon(files: readonly LexiconFile[]): Lexicon {
  const terms = files.flatMap((file) =>
    (
      [
        [file.axis === "industry" ? "industries" : "fields", file.entries],
        ["groups", file.groups],
        ["conducts", file.conducts],
        ["downstream", file.downstream],
      ] as const
    ).flatMap(([list, entries]) =>
      entries.flatMap(({ value, terms: plain, slang, reason }) =>
        [...plain.map((term) => ({ term, slang: false })), ...slang.map((term) => ({ term, slang: true }))].map((one) => ({
          ...one,
          list,
          value,
          author: file.author,
          on: file.version,
          reason: reason ?? file.reason,
        })),
      ),
    ),
  );
  const name = files.map(({ axis, version }) => `${axis} ${version}`).join(", ");
  return buildLexiconOf(name, terms, Object.fromEntries(files.map(({ axis, note }) => [axis, note])));
}

/** The lexicon of these terms under a name; a term that stands twice for one value of a list counts once. */
export function buildLexiconOf(version: string, all: readonly LexiconTerm[], notes: Lexicon["notes"], changes = 0): Lexicon {
  const terms = [...new Map(all.map((one) => [keyOfTerm(one), one])).values()];
  const automaton = buildAutomaton(terms.map(({ term }) => term));
  return {
    version,
    changes,
    terms,
    notes,
    scan: automaton.count,
    find: (text) =>
      automaton.find(text).flatMap(({ term, from, to }) => {
        const known = terms[term];
        return known === undefined ? [] : [{ ...known, from, to }];
      }),
  };
}

/** What a term is known by: its list, the value it stands for, its signs. */
export function keyOfTerm({ list, value, term }: Pick<LexiconTerm, "list" | "value" | "term">): string {
  return `${list}\t${value}\t${term}`;
}
