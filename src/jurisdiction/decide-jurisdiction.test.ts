import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findCommonSuperior } from "#jurisdiction/common-superior.ts";
import { decideJurisdiction } from "#jurisdiction/decide-jurisdiction.ts";
import { JurisdictionFacts } from "#jurisdiction/jurisdiction.contract.ts";

const decide = (facts: object) => decideJurisdiction(JurisdictionFacts.parse(facts), "zh");
const CONTRACT = {
  designated: null,
  placesOfCrime: [{ basis: "server", division: "330106" }],
  residence: "310115",
  helperOf: ["440305"],
  filings: [
    { organ: "330106", acceptedOn: "2026-03-01" },
    { organ: "440305", acceptedOn: "2026-02-11" },
  ],
  mainPlace: null,
  disputed: false,
};

test("the example of the contract: the first acceptor, candidates with their bases, the national level above both", () => {
  expect(decide(CONTRACT)).toMatchObject({
    organ: "440305",
    because: "first-acceptor",
    candidates: [
      { division: "330106", basis: ["server"] },
      { division: "310115", basis: ["residence"] },
      { division: "440305", basis: ["principal-of-helper"] },
    ],
    commonSuperior: { division: "000000", level: "national" },
  });
});

describe("the order of the rules", () => {
  test.each([
    ["a designation goes before all else", { ...CONTRACT, designated: "320505", disputed: true }, "320505", "designated"],
    ["the main place where it was found necessary", { ...CONTRACT, mainPlace: "330106" }, "330106", "main-place"],
    [
      "a dispute goes to the common superior, the main place or not",
      { ...CONTRACT, mainPlace: "330106", disputed: true },
      null,
      "common-superior-designates",
    ],
    ["one filing", { ...CONTRACT, filings: [{ organ: "330106", acceptedOn: "2026-03-01" }] }, "330106", "only-filing"],
    [
      "two filings of one organ are one",
      {
        ...CONTRACT,
        filings: [
          { organ: "330106", acceptedOn: "2026-03-01" },
          { organ: "330106", acceptedOn: "2026-03-09" },
        ],
      },
      "330106",
      "only-filing",
    ],
    ["nobody has filed", { ...CONTRACT, filings: [] }, null, "no-filing-yet"],
    [
      "a filing that nothing connects with the crime does not count",
      {
        ...CONTRACT,
        filings: [
          { organ: "110105", acceptedOn: "2026-01-01" },
          { organ: "330106", acceptedOn: "2026-03-01" },
        ],
      },
      "330106",
      "only-filing",
    ],
    [
      "accepted on the same day: the first acceptor is not found",
      {
        ...CONTRACT,
        filings: [
          { organ: "330106", acceptedOn: "2026-03-01" },
          { organ: "440305", acceptedOn: "2026-03-01" },
        ],
      },
      null,
      "common-superior-designates",
    ],
    [
      "the city's organ covers a place in one of its districts",
      { ...CONTRACT, filings: [{ organ: "330100", acceptedOn: "2026-03-01" }] },
      "330100",
      "only-filing",
    ],
    [
      "without any known connection every filing counts",
      { filings: [{ organ: "330106", acceptedOn: "2026-03-01" }] },
      "330106",
      "only-filing",
    ],
  ])("%s", (_, facts, organ, because) => {
    expect(decide(facts)).toMatchObject({ organ, because });
  });
});

test.each([
  [["330106", "330108"], "330100", "city"],
  [["330106", "330206"], "330000", "province"],
  [["330106", "440305"], "000000", "national"],
  [["310115", "310101"], "310000", "province"],
  [["500101", "500230"], "500000", "province"],
  [["429004", "429005"], "420000", "province"],
  [["659001", "659002"], "650000", "province"],
  [["330106", "330108", "330206"], "330000", "province"],
  [["330106", "330000"], "330000", "province"],
])("the common superior of %j is %s (%s)", (divisions, division, level) => {
  expect(findCommonSuperior(divisions)).toEqual({ division, level });
});

test("fewer than two divisions have no common superior to ask", () => {
  expect(findCommonSuperior(["330106", "330106"])).toBeNull();
});

const division = fc.constantFrom("330106", "330108", "330206", "110105", "440305", "429004");
test("the order in which places and filings are told changes nothing but the order of the candidates", () => {
  const filing = fc.record({ organ: division, acceptedOn: fc.constantFrom("2026-01-01", "2026-02-01", "2026-03-01") });
  const place = fc.record({ basis: fc.constantFrom("server", "act", "result"), division });
  fc.assert(
    fc.property(fc.array(filing, { maxLength: 4 }), fc.array(place, { maxLength: 4 }), fc.boolean(), (filings, placesOfCrime, disputed) => {
      const one = decide({ filings, placesOfCrime, disputed });
      const other = decide({ filings: filings.toReversed(), placesOfCrime: placesOfCrime.toReversed(), disputed });
      expect(other.organ).toBe(one.organ);
      expect(other.because).toBe(one.because);
      expect(other.commonSuperior).toEqual(one.commonSuperior);
      expect(other.order.filter(({ applies }) => applies)).toHaveLength(1);
    }),
  );
});
