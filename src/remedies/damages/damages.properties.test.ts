import fc from "fast-check";
import { expect, test } from "vitest";
import { loadRemedyBooks } from "#remedies/books/load-remedy-books.query.ts";
import { composeDamages } from "#remedies/damages/compose-damages.ts";
import { buildDamages } from "#remedies/damages/damages.builder.ts";
import { ComponentKind, ConsequenceKind, DamagesBasis, type PotName } from "#remedies/damages/damages.contract.ts";

const books = loadRemedyBooks();
const amount = fc.option(fc.oneof(fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 0, max: 9_000_000_000_000 })), { freq: 8 });
const contents = fc
  .record({
    basis: fc.option(fc.constantFrom(...DamagesBasis.options), { freq: 8 }),
    components: fc.array(fc.record({ kind: fc.constantFrom(...ComponentKind.options), amount }), { maxLength: 8 }),
    discretion: amount,
    consequences: fc.array(fc.record({ kind: fc.constantFrom(...ConsequenceKind.options), amount }), { maxLength: 8 }),
  })
  .map(({ basis, components, discretion, consequences }) =>
    buildDamages({
      basis,
      components: components.map((one, at) => ({ ...one, id: `a${at}`, label: "项", source: null })),
      discretionary: { amount: discretion, source: null, factors: [] },
      consequences: consequences.map((one, at) => ({ ...one, id: `b${at}`, label: "项", state: "expected" as const, source: null })),
    }),
  );

test("all amounts are whole fen, the net lies between nothing and the gross, and unknown never becomes a number", () => {
  fc.assert(
    fc.property(contents, (content) => {
      const { claim, net, pots, measures } = composeDamages(content, {}, books);
      for (const figure of [claim.gross, net.low, net.high, ...pots.map(({ overlap }) => overlap)])
        expect(figure === null || (Number.isSafeInteger(figure) && figure >= 0)).toBe(true);
      if (claim.gross === null) expect(net).toEqual({ low: null, high: null, settled: false });
      else expect([net.low ?? -1, net.high ?? -1]).toEqual([expect.any(Number), claim.gross]);
      expect((net.low ?? 0) <= (net.high ?? 0)).toBe(true);
      const missing = content.components.some((one) => one.kind === content.basis && one.amount === null);
      if (missing) expect(claim.gross).toBeNull();
      for (const one of ["loss", "gain"] as const) expect(measures[one].total === null || measures[one].missing === 0).toBe(true);
    }),
  );
});

test("an overlap is never more than what the titles take together, and each choice leaves it settled", () => {
  fc.assert(
    fc.property(contents, (content) => {
      const open = composeDamages(content, {}, books);
      const choices: Partial<Record<PotName, { option: string; reason: string; overlap: number; by: string; at: string }>> = {};
      for (const { pot, overlap, titles, options } of open.pots) {
        const sum = titles.reduce((all, one) => all + (one.amount ?? 0), 0);
        if (overlap !== null) expect(overlap).toBeLessThanOrEqual(sum);
        if (overlap) choices[pot] = { option: options[0] ?? "", reason: "理由", overlap, by: "陈默", at: "2026-11-20T01:00:00Z" };
      }
      const chosen = composeDamages(content, choices, books);
      if (open.claim.gross !== null && open.pots.every(({ overlap }) => overlap !== null)) {
        expect(chosen.net.settled).toBe(true);
        expect(chosen.net.low).toBe(chosen.net.high);
        expect(chosen.net.low).toBeGreaterThanOrEqual(chosen.claim.costs ?? 0);
      }
    }),
  );
});

test("whatever is noted on punitive damages, no figure changes and none is made for it", () => {
  fc.assert(
    fc.property(contents, fc.string({ maxLength: 200 }), (content, punitiveNote) => {
      const without = composeDamages(content, {}, books);
      expect(composeDamages({ ...content, punitiveNote }, {}, books)).toEqual(without);
      const keys = JSON.stringify(without).match(/"[a-z]+":\s*\d/gi) ?? [];
      expect(keys.filter((key) => /puniti/i.test(key))).toEqual([]);
    }),
  );
});
