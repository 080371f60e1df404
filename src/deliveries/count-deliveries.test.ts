import { describe, expect, test } from "vitest";
import { countDeliveries } from "#deliveries/count-deliveries.ts";
import { type Delivery, DeliveryCount } from "#deliveries/deliveries.contract.ts";
import { findArticle11, buildDelivery as line } from "#deliveries/delivery.builder.ts";

const article11 = findArticle11();
const count = (...deliveries: Delivery[]) => DeliveryCount.parse(countDeliveries(deliveries, article11));
const sold = (party: string | null, items: number | null = null, parts: Partial<Delivery> = {}) =>
  line({ direction: "sold", party, items, ...parts });

test("obtained and later sold counts once", () => {
  const result = count(line({ items: 5000 }), sold("甲", 5000));
  expect(result.total).toEqual({ lines: 10_000, once: { least: 5000, most: 5000 }, counted: { least: 5000, most: 5000 } });
  expect(result.provisions[0]?.cite).toBe("法释〔2017〕10号 第十一条第一款");
  expect(result.facts).toEqual([{ id: "s", tier: "C", items: 5000, conducts: [{ kind: "obtain" }, { kind: "sell", recipient: "甲" }] }]);
});

test("the same items to three recipients count three times, to the same one twice only once", () => {
  const result = count(
    line({ items: 2000 }),
    sold("甲"),
    sold("乙"),
    sold("丙"),
    sold(" 甲 "),
    line({ direction: "provided", party: "乙" }),
  );
  expect(result.total.counted).toEqual({ least: 6000, most: 6000 });
  expect(result.total.once).toEqual({ least: 2000, most: 2000 });
  expect(result.recipients.map(({ recipient, items }) => [recipient, items.least])).toEqual([
    ["甲", 2000],
    ["乙", 2000],
    ["丙", 2000],
  ]);
});

test("parts of a set: what overlaps is unknown, the lower end is what no reading goes below", () => {
  const result = count(line({ items: 10_000 }), sold("甲", 3000), sold("乙", 5000));
  expect(result.total.counted).toEqual({ least: 10_000, most: 13_000 });
  expect(result.facts.map(({ items, conducts }) => [items, conducts?.map(({ kind }) => kind)])).toEqual([
    [3000, ["obtain", "sell"]],
    [5000, ["obtain", "sell"]],
    [2000, ["obtain"]],
  ]);
  expect(result.remarks[0]?.zh).toContain("存疑有利于被追诉人");
});

test("a recipient without a name may be one of the named or somebody else", () => {
  const result = count(line({ items: 100 }), sold("甲"), sold(null), sold(null));
  expect(result.total.counted).toEqual({ least: 100, most: 300 });
  expect(result.recipients.map(({ recipient, items }) => [recipient, items])).toEqual([
    ["甲", { least: 100, most: 100 }],
    [null, { least: 200, most: 200 }],
  ]);
});

test("a publication counts once however often it is told, beside the recipients", () => {
  const result = count(sold("甲", 500), line({ direction: "published", items: 500 }), line({ direction: "published", items: 500 }));
  expect(result.total.counted).toEqual({ least: 1000, most: 1000 });
  expect(result.provisions.at(-1)?.meaning.zh).toContain("待核");
});

test("a set whose size nobody says has no upper end, and its items stay unknown in the facts", () => {
  const result = count(line(), sold("甲"));
  expect(result.total.counted).toEqual({ least: 0, most: null });
  expect(result.facts).toMatchObject([{ items: null }]);
  const partly = count(sold("甲", 300), sold("乙"));
  expect(partly.total.counted).toEqual({ least: 600, most: null });
});

test("tiers stand apart, and a set of no tier or of two in none of them", () => {
  const result = count(
    line({ set: "a", tier: "A", items: 60 }),
    line({ set: "b", tier: "B", items: 7 }),
    line({ set: "c", tier: null, items: 9 }),
    line({ set: "d", tier: "A", items: 1 }),
    sold("甲", 1, { set: "d", tier: "C" }),
  );
  expect([result.tiers.A, result.tiers.B, result.tiers.C, result.tiers.unknown].map(({ counted }) => counted.least)).toEqual([
    60, 7, 0, 10,
  ]);
  expect(result.problems.map(({ sentence }) => sentence.zh)).toEqual(["“d”被写为不同档次：A、C"]);
});

describe("a line that contradicts the others is named and does not count:", () => {
  test("another size of the same set", () => {
    const result = count(line({ setItems: 100 }), sold("甲", null, { setItems: 90 }));
    expect([result.total.counted, result.problems.length]).toEqual([{ least: 100, most: 100 }, 1]);
  });
  test("more items than the set has", () => {
    const result = count(line({ setItems: 100 }), sold("甲", 101));
    expect([result.total.counted, result.problems.length]).toEqual([{ least: 100, most: 100 }, 1]);
  });
});

test("a table may have as many lines as a file of tables: nothing overflows, and it says that an assessment takes fewer", () => {
  const one = sold("r", 5);
  const result = countDeliveries(
    Array.from({ length: 150_000 }, (_, at) => ({ ...one, party: `r${at}` })),
    article11,
  );
  expect(result.total.counted).toEqual({ least: 750_000, most: 750_000 });
  expect(result.remarks.at(-1)?.zh).toContain("不能整体带入评估");
}, 60_000);
