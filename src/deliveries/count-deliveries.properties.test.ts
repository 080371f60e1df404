import fc from "fast-check";
import { expect, test } from "vitest";
import { countDeliveries } from "#deliveries/count-deliveries.ts";
import { type Delivery, DeliveryCount } from "#deliveries/deliveries.contract.ts";
import { buildDelivery, findArticle11 } from "#deliveries/delivery.builder.ts";
import { assess } from "#statutes/assess.ts";
import { loadProvisions } from "#statutes/load-provisions.query.ts";

const article11 = findArticle11();
const provisions = loadProvisions();

const Drawn = fc.record({
  direction: fc.constantFrom("obtained" as const, "sold" as const, "provided" as const, "published" as const),
  party: fc.constantFrom("甲", "乙", null),
  items: fc.option(fc.integer({ min: 0, max: 3 })),
});
const Table = fc.record({ size: fc.integer({ min: 1, max: 3 }), lines: fc.array(Drawn, { minLength: 1, maxLength: 4 }) });

function build({
  size,
  lines,
}: {
  size: number;
  lines: readonly { direction: Delivery["direction"]; party: string | null; items: number | null }[];
}) {
  return lines.map(({ direction, party, items }) =>
    buildDelivery({ set: "s", setItems: size, direction, party, items: items === null ? null : Math.min(items, size) }),
  );
}

test("the range is exactly what all ways of choosing the items and the unnamed recipients give, tried one by one", () => {
  fc.assert(
    fc.property(Table, (table) => {
      const deliveries = build(table);
      const counted = countDeliveries(deliveries, article11).total.counted;
      expect(counted).toEqual(tryAll(deliveries, table.size));
    }),
    { numRuns: 300 },
  );
});

test("the facts, held against article 11 by the statutes, give the lower end", () => {
  fc.assert(
    fc.property(Table, fc.boolean(), (table, named) => {
      const deliveries = build(table).map((line) => (named && line.party === null ? { ...line, party: "丙" } : line));
      const result = DeliveryCount.parse(countDeliveries(deliveries, article11));
      const answer = assess(
        { offence: "infringing-personal-information", actDate: "2024-01-01", decisionDate: "2026-01-01", sets: result.facts },
        provisions,
      );
      if (!("counts" in answer)) throw new Error("another offence");
      expect(answer.counts.C).toBe(result.total.counted.least);
    }),
    { numRuns: 300 },
  );
});

test("the order of the lines changes no figure", () => {
  fc.assert(
    fc.property(Table, (table) => {
      const deliveries = build(table);
      expect(countDeliveries([...deliveries].reverse(), article11).total).toEqual(countDeliveries(deliveries, article11).total);
    }),
  );
});

/** Every subset of the items for each line, every recipient for each line without a name. */
function tryAll(deliveries: readonly Delivery[], size: number): { least: number; most: number } {
  let [least, most] = [Number.POSITIVE_INFINITY, 0];
  const walk = (at: number, obtained: number, gotBy: ReadonlyMap<string, number>): void => {
    const line = deliveries[at];
    if (line === undefined) {
      let [sum, all] = [0, 0];
      for (const set of gotBy.values()) [sum, all] = [sum + bits(set), all | set];
      const total = sum + bits(obtained & ~all);
      [least, most] = [Math.min(least, total), Math.max(most, total)];
      return;
    }
    for (let set = 0; set < 1 << size; set++) {
      if (bits(set) !== (line.items ?? size)) continue;
      if (line.direction === "obtained") {
        walk(at + 1, obtained | set, gotBy);
        continue;
      }
      const named = deliveries.flatMap(({ direction, party }) =>
        party !== null && direction !== "obtained" && direction !== "published" ? [party] : [],
      );
      const possible =
        line.direction === "published"
          ? ["public"]
          : line.party === null
            ? [...new Set(named), ...deliveries.map((_, other) => `stranger ${other}`)]
            : [line.party];
      for (const who of possible) walk(at + 1, obtained, new Map(gotBy).set(who, (gotBy.get(who) ?? 0) | set));
    }
  };
  walk(0, 0, new Map());
  return { least, most };
}

function bits(set: number): number {
  return set.toString(2).replaceAll("0", "").length;
}
