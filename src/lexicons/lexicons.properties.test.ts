import fc from "fast-check";
import { expect, test } from "vitest";
import { foldLexicon, type RecordedLexiconEvent } from "#lexicons/fold-lexicon.ts";
import { judgeDraft } from "#lexicons/judge-draft.ts";
import type { LexiconEvent } from "#lexicons/lexicons.contract.ts";
import { loadKnowledge } from "#reading/load-knowledge.query.ts";
import { normaliseTerm, type TermChange } from "#reading/terms/change-terms.ts";
import { keyOfTerm } from "#reading/terms/lexicon.ts";

/** Few terms and values, so that changes meet each other; `出料` and `购买` ship. */
const named = {
  list: fc.constant("conducts" as const),
  value: fc.constantFrom("sell", "obtain", "gamble"),
  term: fc.constantFrom("走暗货", "倒黑料", "出料", "购买"),
};
const change: fc.Arbitrary<TermChange> = fc.oneof(
  fc.record({ type: fc.constant("add" as const), ...named, slang: fc.boolean() }),
  fc.record({ type: fc.constant("retire" as const), ...named }),
  fc.record({ type: fc.constant("restore" as const), ...named }),
  fc.record({ type: fc.constant("move" as const), ...named, to: fc.constantFrom("sell", "obtain", "gamble") }),
  fc.record({ type: fc.constant("mark" as const), ...named, slang: fc.boolean() }),
);
const event: fc.Arbitrary<LexiconEvent> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ type: fc.constant("proposed" as const), change, reason: fc.constant("因") }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant("withdrawn" as const), proposal: fc.nat(20) }) },
  { weight: 2, arbitrary: fc.constant({ type: "published" as const, note: "" }) },
);
const person = { id: "3f2b7c1e-0000-4000-8000-000000000001", name: "甲" };
const record = (events: readonly LexiconEvent[]): RecordedLexiconEvent[] =>
  events.map((one, index) => ({ seq: index + 1, event: one, person, at: new Date("2026-11-25T01:00:00Z") }));
const { terms: shipped } = loadKnowledge().lexicon;
const liveOf = (events: readonly LexiconEvent[]) => [...judgeDraft(shipped, foldLexicon(record(events))).live.values()];

test("whatever is proposed, withdrawn and published, terms stand under their own key, under known values, and nothing is invented twice", () => {
  fc.assert(
    fc.property(fc.array(event, { maxLength: 24 }), (events) => {
      const { live, drafted } = judgeDraft(shipped, foldLexicon(record(events)));
      for (const terms of [live, drafted]) {
        for (const [key, term] of terms) expect(keyOfTerm(term)).toBe(key);
        expect([...terms.values()].some(({ value }) => value === "gamble")).toBe(false);
        for (const word of ["走暗货", "倒黑料"]) {
          const standing = [...terms.values()].filter(({ term, retired }) => term === word && !retired);
          expect(standing.length).toBeLessThanOrEqual(2);
        }
      }
    }),
    { numRuns: 60 },
  );
});

test("rolling back to a version makes live what was live then, and back to nothing what ships", () => {
  fc.assert(
    fc.property(fc.array(event, { maxLength: 16 }), fc.array(event, { maxLength: 8 }), (first, then) => {
      const then1: readonly LexiconEvent[] = [...first, { type: "published", note: "" }];
      const { versions } = foldLexicon(record(then1));
      const later: readonly LexiconEvent[] = [...then1, ...then];
      const back = (to: number) => liveOf([...later, { type: "rolled-back", to, reason: "回退" }]);
      expect(back(versions.length)).toEqual(liveOf(then1));
      expect(back(0).every(({ retired }) => !retired)).toBe(true);
      expect(back(0)).toHaveLength(shipped.length);
    }),
    { numRuns: 40 },
  );
});

test("a term is normalised once and for all", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(" ", "\u200b", "e", "\u0301", "Ａ", "出", "，", "\ud800", "\udc00", "\n")), (signs) => {
      const term = normaliseTerm(signs.join(""));
      expect(normaliseTerm(term)).toBe(term);
    }),
  );
});
