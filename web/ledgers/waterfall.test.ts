import fc from "fast-check";
import { expect, test } from "vitest";
import { buildLedgerCsv, buildWaterfall } from "#web/ledgers/waterfall.ts";

const line = { seized: 100, valid: 90, distinct: 70, excluded: { damaged: 4, invalid: 6 }, duplicates: 20 };

test("the waterfall takes away in the order of the law and ends at the distinct records", () => {
  expect(buildWaterfall(line).map(({ key, from, to }) => [key, from, to])).toEqual([
    ["seized", 0, 100],
    ["excluded-invalid", 94, 100],
    ["excluded-damaged", 90, 94],
    ["valid", 0, 90],
    ["duplicate", 70, 90],
    ["distinct", 0, 70],
  ]);
});

test("every bar that takes away begins where the one before it ended", () => {
  fc.assert(
    fc.property(fc.nat(1e6), fc.nat(1e5), fc.nat(1e5), fc.nat(1e5), (distinct, duplicates, invalid, damaged) => {
      const valid = distinct + duplicates;
      const steps = buildWaterfall({ seized: valid + invalid + damaged, valid, distinct, duplicates, excluded: { invalid, damaged } });
      let left = valid + invalid + damaged;
      for (const step of steps.filter(({ kind }) => kind === "excluded")) {
        expect(step.to).toBe(left);
        left = step.from;
      }
      expect(left).toBe(valid);
    }),
  );
});

test("the spreadsheet has the figures of the picture", () => {
  expect(buildLedgerCsv({ C: line })).toContain("C,excluded,invalid,6\r\n");
});
