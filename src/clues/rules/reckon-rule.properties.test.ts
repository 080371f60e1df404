import fc from "fast-check";
import { expect, test } from "vitest";
import { DismissReason, PromptOutcome } from "#clues/clues.contract.ts";
import { APART, NOISY } from "#clues/rules/noisy.data.ts";
import { type OutcomeCount, reckonGroups, reckonRule } from "#clues/rules/reckon-rule.ts";

const count = fc
  .record({ outcome: fc.constantFrom(...PromptOutcome.options), code: fc.constantFrom(...DismissReason.options), many: fc.nat(400) })
  .map((one): OutcomeCount => ({ ...one, code: one.outcome === "dismissed" ? one.code : "" }));
const counts = fc.array(count, { maxLength: 20 });

test("every prompt is counted once: waiting, confirmed, false or apart; what is accepted was confirmed", () => {
  fc.assert(
    fc.property(counts, (given) => {
      const figures = reckonRule(given, true);
      expect(figures.prompts).toBe(given.reduce((sum, { many }) => sum + many, 0));
      expect(figures.waiting + figures.confirmed + figures.falsely + figures.apart).toBe(figures.prompts);
      expect(figures.decided).toBe(figures.confirmed + figures.falsely);
      expect(figures.accepted).toBeLessThanOrEqual(figures.confirmed);
      expect(figures.reasons.reduce((sum, { many }) => sum + many, 0)).toBe(figures.falsely + figures.apart);
    }),
  );
});

test("the interval holds the share and lies between 0 and 1; more decided at the same share never widens it", () => {
  fc.assert(
    fc.property(fc.nat(200), fc.nat(200), (confirmed, falsely) => {
      const of = (times: number) =>
        reckonRule(
          [
            { outcome: "confirmed", code: "", many: confirmed * times },
            { outcome: "dismissed", code: "reading-error", many: falsely * times },
          ],
          true,
        ).precision;
      const [one, ten] = [of(1), of(10)];
      expect(one === null).toBe(confirmed + falsely === 0);
      if (one === null || ten === null) return;
      expect(one.lower).toBeGreaterThanOrEqual(0);
      expect(one.lower).toBeLessThanOrEqual(one.share);
      expect(one.share).toBeLessThanOrEqual(one.upper);
      expect(one.upper).toBeLessThanOrEqual(1);
      // rounded outward to six decimals
      expect(ten.upper - ten.lower).toBeLessThanOrEqual(one.upper - one.lower + 2e-6);
    }),
  );
});

test("dismissals that do not speak against the rule change neither its precision nor its verdict", () => {
  fc.assert(
    fc.property(counts, fc.constantFrom(...APART), fc.nat(500), (given, code, many) => {
      const [before, after] = [reckonRule(given, true), reckonRule([...given, { outcome: "dismissed", code, many }], true)];
      expect(after.precision).toEqual(before.precision);
      expect(after.verdict).toBe(before.verdict);
      expect(after.apart).toBe(before.apart + many);
    }),
  );
});

test("noisy is said only with enough decided and an upper bound under the line, and never of a rule that speaks against clues", () => {
  fc.assert(
    fc.property(counts, (given) => {
      const { verdict, decided, precision } = reckonRule(given, true);
      expect(verdict === "noisy").toBe(decided >= NOISY.decided && (precision?.upper ?? 1) < NOISY.upperBelow);
      expect(verdict === "too-few").toBe(decided < NOISY.decided);
      expect(reckonRule(given, false).verdict).toBe("against");
    }),
  );
});

test("groups add up to the whole", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(count, fc.constantFrom("a", "b", "c")), { maxLength: 20 }), (given) => {
      const rows = given.map(([one, place]) => ({ ...one, place }));
      const groups = reckonGroups(rows, ({ place }) => place, true);
      const whole = reckonRule(rows, true);
      for (const part of ["prompts", "waiting", "confirmed", "accepted", "falsely", "apart"] as const)
        expect(groups.reduce((sum, { figures }) => sum + figures[part], 0)).toBe(whole[part]);
    }),
  );
});
