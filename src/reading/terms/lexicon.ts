import { z } from "zod";
import { buildAutomaton, type TermHit } from "#reading/terms/build-automaton.ts";

/** 词库 the three axes: crime (what was done, and what for), field (what it is about, and whom), industry (where it leaks from). */
const Entry = z.object({
  value: z.string().min(1),
  terms: z.array(z.string().min(2)),
  /** 黑话 the trade's own words */
  slang: z.array(z.string().min(2)).default([]),
  reason: z.string().optional(),
});
/** One file of an axis. An entry without a reason of its own has the file's. */
export const LexiconFile = z.object({
  axis: z.enum(["crime", "field", "industry"]),
  version: z.string(),
  author: z.string(),
  reason: z.string(),
  entries: z.array(Entry).default([]),
  groups: z.array(Entry).default([]),
  conducts: z.array(Entry).default([]),
  downstream: z.array(Entry).default([]),
});
export type LexiconFile = z.infer<typeof LexiconFile>;

export type TermList = "industries" | "fields" | "groups" | "conducts" | "downstream";
export type LexiconTerm = {
  readonly list: TermList;
  readonly value: string;
  readonly term: string;
  readonly slang: boolean;
  readonly author: string;
  readonly reason: string;
};
export type LexiconHit = LexiconTerm & Pick<TermHit, "from" | "to">;

export type Lexicon = {
  readonly version: string;
  readonly terms: readonly LexiconTerm[];
  /** every place of every term, in one pass over the text */
  readonly find: (text: string) => LexiconHit[];
  /** the same pass, keeping nothing but how often each term stands: for replaying a change over old documents */
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
          reason: reason ?? file.reason,
        })),
      ),
    ),
  );
  const automaton = buildAutomaton(terms.map(({ term }) => term));
  return {
    version: files.map(({ axis, version }) => `${axis} ${version}`).join(", "),
    terms,
    scan: automaton.count,
    find: (text) =>
      automaton.find(text).flatMap(({ term, from, to }) => {
        const known = terms[term];
        return known === undefined ? [] : [{ ...known, from, to }];
      }),
  };
}
