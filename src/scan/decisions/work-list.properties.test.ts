import fc from "fast-check";
import { expect, test } from "vitest";
import { DecisionBook } from "#scan/decisions/decision-book.ts";
import type { ItemDecision } from "#scan/decisions/decisions.contract.ts";
import { itemKey } from "#scan/decisions/item-key.ts";
import { type ListedItem, WorkList } from "#scan/decisions/work-list.ts";
import { SideBySide } from "#scan/definitions/side-by-side.ts";
import { buildCountRow } from "#scan/records/count-row.ts";
import { type BuiltRecord, buildRecord, recordsArbitrary } from "#scan/tally/records.builder.ts";
import { Tally } from "#scan/tally/tally.ts";
import { TIERS_2017_10 } from "#scan/tiers/tiers-2017-10.ts";

const keyArbitrary = fc.constantFrom("auto", "row", "mobile", "resident-id", "name+mobile", "name+address", "address");
const words = (key: string) => key; // a fingerprint that hides nothing: a test may look

/** Counts records with what persons decided, as the program does. */
function count(records: readonly BuiltRecord[], key: string, decisions: ReadonlyMap<string, ItemDecision> = new Map()) {
  const items: ListedItem[] = [];
  const book = new DecisionBook(
    [...decisions].map(([fingerprint, decision]) => ({ fingerprint, decision, place: { source: "", row: 0, offset: 0 } })),
    true,
  );
  const list = new WorkList(key, TIERS_2017_10, { book, fingerprintOf: words, onItem: (item) => items.push(item) });
  const tally = new Tally({ item: "record", key, asOf: "2026-11-22", keepPlaces: false });
  for (const [at, built] of records.entries()) {
    const looked = list.look(buildRecord(built, at + 1), "a");
    const outcome = tally.add(looked.record, 0, looked.decision);
    list.note(looked, outcome, () => buildCountRow(looked.record, outcome, "a", null));
  }
  const figures = tally.result();
  return { items, figures, workList: list.figures(figures.keys) };
}

test("a record is a duplicate exactly where its item was there before, whatever the key", () => {
  fc.assert(
    fc.property(recordsArbitrary, keyArbitrary, (records, key) => {
      const tally = new Tally({ item: "record", key, asOf: "2026-11-22", keepPlaces: false });
      const seen = new Set<string>();
      for (const [at, built] of records.entries()) {
        const record = buildRecord(built, at + 1);
        const { tier, step } = tally.add(record, 0, null);
        if (step === "excluded") continue;
        const item = itemKey(record, tier, key, TIERS_2017_10);
        expect(step).toBe(seen.has(item) ? "duplicate" : "distinct");
        seen.add(item);
      }
    }),
    { numRuns: 200 },
  );
});

test("the items of tiers A and B are listed once each, and are as many as the ledger has", () => {
  fc.assert(
    fc.property(recordsArbitrary, keyArbitrary, (records, key) => {
      const { items, figures, workList } = count(records, key);
      const valid = items.filter(({ step }) => step === "valid");
      expect(new Set(valid.map(({ fingerprint }) => fingerprint)).size).toBe(valid.length);
      for (const tier of ["A", "B"] as const) {
        expect(valid.filter((item) => item.tier === tier)).toHaveLength(figures.ledger.tiers[tier].distinct);
        expect(workList.open[tier]).toBe(figures.ledger.tiers[tier].distinct);
      }
      expect(items.some(({ tier, step }) => tier === "C" && step === "valid")).toBe(false);
    }),
    { numRuns: 200 },
  );
});

test("a new count keeps every decision: rejected and anonymised items leave the ledgers whole, confirmed ones stay, the rest is open", () => {
  fc.assert(
    fc.property(
      recordsArbitrary,
      keyArbitrary,
      fc.array(fc.constantFrom<ItemDecision | null>("confirmed", "rejected", "anonymised", null), { maxLength: 30 }),
      fc.boolean(),
      (records, key, choices, turned) => {
        const before = count(records, key);
        const decided = new Map<string, ItemDecision>();
        for (const [at, { fingerprint, step }] of before.items.entries()) {
          const choice = choices[at] ?? null;
          if (step === "valid" && choice !== null) decided.set(fingerprint, choice);
        }
        const after = count(turned ? [...records].reverse() : records, key, decided);
        const numberOf = (tier: "A" | "B", choice: ItemDecision | null) =>
          before.items.filter((item) => item.tier === tier && item.step === "valid" && (decided.get(item.fingerprint) ?? null) === choice)
            .length;
        for (const tier of ["A", "B"] as const) {
          expect(after.workList.open[tier]).toBe(numberOf(tier, null));
          expect(after.workList.confirmed[tier]).toBe(numberOf(tier, "confirmed"));
          expect(after.workList.rejected[tier]).toBe(numberOf(tier, "rejected"));
          expect(after.workList.anonymised[tier]).toBe(numberOf(tier, "anonymised"));
          expect(after.figures.ledger.tiers[tier].distinct).toBe(numberOf(tier, null) + numberOf(tier, "confirmed"));
          expect(after.figures.ledger.tiers[tier].seized).toBe(before.figures.ledger.tiers[tier].seized);
        }
        expect(after.workList.unmatched).toBe(0);
        expect(after.items.filter(({ step }) => step === "valid")).toHaveLength(before.items.filter(({ step }) => step === "valid").length);
      },
    ),
    { numRuns: 200 },
  );
});

test("definitions side by side from one reading are what a count under each of them gives", () => {
  fc.assert(
    fc.property(recordsArbitrary, (records) => {
      const beside = new SideBySide("mobile", TIERS_2017_10);
      const tally = new Tally({ item: "record", key: "mobile", asOf: "2026-11-22", keepPlaces: false });
      for (const built of records) {
        const record = buildRecord(built);
        const { tier, reason } = tally.add(record, 0, built.decision);
        if (reason === null) beside.add(record, tier);
      }
      for (const { item, key, ...ledger } of beside.definitions(tally.result().ledger.tiers)) {
        const alone = new Tally({ item, key, asOf: "2026-11-22", keepPlaces: false });
        for (const built of records) alone.add(buildRecord(built), 0, built.decision);
        expect(ledger, key).toEqual(alone.result().ledger);
      }
      const merged = beside.keyedBy().reduce((sum, { records: all, distinct }) => sum + all - distinct, 0);
      const auto = beside.definitions(tally.result().ledger.tiers).find(({ key }) => key === "auto");
      expect(merged).toBe(auto?.total.duplicates);
      expect(beside.details().kept).toBeGreaterThanOrEqual(0);
    }),
    { numRuns: 60 },
  );
});
