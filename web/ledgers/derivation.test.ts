import fc from "fast-check";
import { expect, test } from "vitest";
import { CountFigures } from "#counts/counts.contract.ts";
import { ExclusionReason, type LedgerLine } from "#scan/scan.contract.ts";
import { addressOf } from "#web/ledgers/address-of-figure.ts";
import { deriveFigure } from "#web/ledgers/derivation.ts";

const tier = fc
  .record({
    distinct: fc.nat(9999),
    duplicates: fc.nat(999),
    excluded: fc.dictionary(fc.constantFrom(...ExclusionReason.options), fc.nat(99)),
  })
  .map((line): LedgerLine => {
    const valid = line.distinct + line.duplicates;
    return { ...line, valid, seized: valid + Object.values(line.excluded).reduce((sum, count) => sum + count, 0) };
  });
const anyResult = fc.record({ A: tier, B: tier, C: tier }).map(resultOf);

function resultOf(tiers: { readonly A: LedgerLine; readonly B: LedgerLine; readonly C: LedgerLine }): CountFigures {
  const sum = (of: (line: LedgerLine) => number) => of(tiers.A) + of(tiers.B) + of(tiers.C);
  const source = (path: string, found: number) => ({
    path,
    format: "csv",
    encoding: "utf-8",
    bytes: 1,
    sha256: null,
    sm3: null,
    status: "scanned",
    problem: null,
    records: found,
    columns: [],
    kinds: [{ kind: "mobile", found, valid: found, damaged: 0, invalid: 0 }],
  });
  return CountFigures.parse({
    tool: { name: "tandem", version: "0", rules: "r" },
    options: { asOf: "2026-11-22" },
    coverage: { sources: 2, scanned: 2, partly: 0, unreadable: 0, bytes: 2, bytesScanned: 2 },
    sources: [source("一.csv", 3), source("二.csv", 4)],
    kinds: [{ kind: "mobile", found: 7, valid: 7, damaged: 0, invalid: 0, distinct: 5 }],
    ledger: {
      tiers,
      total: {
        seized: sum((line) => line.seized),
        valid: sum((line) => line.valid),
        distinct: sum((line) => line.distinct),
        duplicates: sum((line) => line.duplicates),
        excluded: Object.fromEntries(ExclusionReason.options.map((reason) => [reason, sum((line) => line.excluded[reason] ?? 0)])),
      },
    },
    persons: { atLeast: 4, atMost: 5 },
    speed: { seconds: 1, bytesPerSecond: 2 },
  });
}

const LEDGER_SUMS = [
  ...(["A", "B", "C", "total"] as const).flatMap((place) => [`ledger.${place}.seized`, `ledger.${place}.valid`]),
  "ledger.total.distinct",
  "ledger.total.duplicate",
  ...ExclusionReason.options.map((reason) => `ledger.total.excluded.${reason}`),
];

test("the parts of every sum of the ledgers add up to it, and each leads on", () => {
  fc.assert(
    fc.property(anyResult, fc.constantFrom(...LEDGER_SUMS), (result, name) => {
      const derivation = deriveFigure(result, name);
      expect(derivation?.parts.reduce((sum, part) => sum + part.value, 0)).toBe(derivation?.value);
      for (const part of derivation?.parts ?? []) {
        expect(part.to === null).toBe(part.value === 0);
        if (part.to !== null && "figure" in part.to) expect(deriveFigure(result, part.to.figure)?.value).toBe(part.value);
      }
    }),
  );
});

const line = { seized: 10, valid: 8, distinct: 6, duplicates: 2, excluded: { damaged: 2 } };
const result = resultOf({ A: line, B: line, C: line });

test("what was seized leads to what is valid and to the rows of each exclusion", () => {
  expect(deriveFigure(result, "ledger.C.seized")?.parts.map(({ value, to }) => [value, to === null ? null : addressOf("n1", to)])).toEqual([
    [8, "?count=n1&figure=ledger.C.valid"],
    [2, "?count=n1&tier=C&step=excluded&reason=damaged"],
  ]);
});

test("a kind is told source by source", () => {
  expect(deriveFigure(result, "kinds.mobile.found")?.parts.map(({ name, value }) => [name.zh, value])).toEqual([
    ["一.csv", 3],
    ["二.csv", 4],
  ]);
});

test("a kind whose sources do not add up to it is told in words alone", () => {
  const other = { ...result, kinds: result.kinds.map((kind) => ({ ...kind, found: 8 })) };
  expect(deriveFigure(other, "kinds.mobile.found")?.parts).toEqual([]);
});

test.each([
  "ledger.D.seized",
  "ledger.C.nothing",
  "ledger.C.excluded.damaged",
  "kinds.mobile.x",
  "kinds.none.found",
  "groups.under14",
  "",
  "persons",
])("%j is no figure with a derivation of its own", (name) => expect(deriveFigure(result, name)).toBeNull());
