import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { assess } from "#statutes/assess.ts";
import { loadProvisions } from "#statutes/load-provisions.query.ts";
import { OFFENCES_BY_ELEMENTS, OffenceFacts } from "#statutes/offence-facts.contract.ts";
import type { Band } from "#statutes/statutes.contract.ts";

/** What holds for every offence whose law is data, whatever its file says. Facts are made from the contract's own shapes. */
const provisions = loadProvisions();
const ORDER = { none: 0, serious: 1, "especially-serious": 2 } as const satisfies Record<Band, number>;
const NEAR = [
  0, 1, 2, 3, 4, 5, 19, 20, 99, 100, 199, 200, 499, 500, 999, 1000, 1999, 2000, 2500, 4999, 5000, 9999, 10_000, 19_999, 20_000, 10, 50,
];
const FAR = [
  29_999, 30_000, 49_999, 50_000, 100_000, 150_000, 199_999, 200_000, 250_000, 299_999, 300_000, 500_000, 1_000_000, 5_000_000, 25_000_000,
];
const days = ["2024-06-01", "2025-03-01", "2025-08-26", "2025-09-01"];

/** An arbitrary for a shape of the contract, with every value known. */
function arbitraryOf(schema: unknown): fc.Arbitrary<unknown> {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) return arbitraryOf(schema.unwrap());
  if (schema instanceof z.ZodPipe) return arbitraryOf(schema.in);
  if (schema instanceof z.ZodUnion) return arbitraryOf(schema.options[0]);
  if (schema instanceof z.ZodLiteral) return fc.constantFrom(...schema.values);
  if (schema instanceof z.ZodBoolean) return fc.boolean();
  if (schema instanceof z.ZodNumber) return fc.constantFrom(...NEAR, ...FAR);
  if (schema instanceof z.ZodISODate) return fc.constantFrom(...days);
  if (schema instanceof z.ZodEnum) return fc.constantFrom(...schema.options);
  if (schema instanceof z.ZodString) return fc.constantFrom("deletion", "another");
  if (schema instanceof z.ZodArray) {
    const element: unknown = schema.element;
    return element instanceof z.ZodEnum ? fc.subarray([...element.options]) : fc.array(arbitraryOf(element), { maxLength: 4 });
  }
  if (schema instanceof z.ZodObject)
    return fc.record(Object.fromEntries(Object.entries(schema.shape).map(([name, inner]) => [name, arbitraryOf(inner)])));
  throw new Error("a shape without an arbitrary");
}

type Told = Readonly<Record<string, unknown>>;
const Told = z.record(z.string(), z.unknown());
const answer = (told: unknown) => assess(OffenceFacts.parse(told), provisions);
const band = (told: unknown) => ORDER[answer(told).band];
const mostOf = ({ band: least, bandAtMost }: { band: Band; bandAtMost?: Band | undefined }) => ORDER[bandAtMost ?? least];
const runs = { numRuns: 150 };

/** One step inside a value: every number raised, every list lengthened is tried one at a time. */
function raised(value: unknown, pick: number, by: number): unknown {
  const numbers: (readonly string[])[] = [];
  walk(value, [], (path, found) => {
    if (typeof found === "number") numbers.push(path);
  });
  const path = numbers.length === 0 ? undefined : numbers[pick % numbers.length];
  return path === undefined ? value : withAt(value, path, (found) => Number(found) + by);
}

function forgotten(value: unknown, pick: number): unknown {
  const leaves: (readonly string[])[] = [];
  walk(value, [], (path) => {
    if (path.at(-1) !== "offence" && path.at(-1) !== "actDate" && path.at(-1) !== "decisionDate") leaves.push(path);
  });
  const path = leaves.length === 0 ? undefined : leaves[pick % leaves.length];
  return path === undefined ? value : withAt(value, path, () => null);
}

function walk(value: unknown, path: readonly string[], visit: (path: readonly string[], value: unknown) => void): void {
  if (Array.isArray(value) && value.some((one) => typeof one === "object"))
    for (const [at, one] of value.entries()) walk(one, [...path, String(at)], visit);
  else if (typeof value === "object" && value !== null && !Array.isArray(value))
    for (const [name, inner] of Object.entries(value)) walk(inner, [...path, name], visit);
  else visit(path, value);
}

function withAt(value: unknown, [step, ...rest]: readonly string[], change: (value: unknown) => unknown): unknown {
  if (step === undefined) return change(value);
  if (Array.isArray(value)) return value.map((one: unknown, at) => (String(at) === step ? withAt(one, rest, change) : one));
  const told: Told = Told.parse(value);
  return { ...told, [step]: withAt(told[step], rest, change) };
}

function turned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turned).reverse();
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([name, inner]) => [name, turned(inner)]),
  );
}

test("every offence of the provision files has facts, and so stands in the properties below, and the other way round", () => {
  expect([...provisions.offences.keys()].sort()).toEqual([...OFFENCES_BY_ELEMENTS].sort());
});

for (const shape of OffenceFacts.options) {
  const facts = arbitraryOf(shape).map((told) => ({ ...Told.parse(told), actDate: "2025-09-01", decisionDate: "2026-11-22" }));
  describe(shape.shape.offence.value, () => {
    test("a greater number never lowers the band", () => {
      fc.assert(
        fc.property(facts, fc.nat(200), fc.constantFrom(1, 500, 300_000), (told, pick, by) => band(raised(told, pick, by)) >= band(told)),
        runs,
      );
    });
    test("unknown never counts as no: what is forgotten widens the answer and never narrows it", () => {
      fc.assert(
        fc.property(facts, fc.nat(200), fc.nat(200), (told, first, second) => {
          const known = answer(told);
          const open = answer(forgotten(forgotten(told, first), second));
          expect(ORDER[open.band]).toBeLessThanOrEqual(ORDER[known.band]);
          expect(mostOf(open)).toBeGreaterThanOrEqual(ORDER[known.band]);
          if (mostOf(open) > ORDER[open.band]) expect(open.missing.length).toBeGreaterThan(0);
        }),
        { numRuns: 300 },
      );
    });
    test("facts that are all known leave nothing open but the standard of a place", () => {
      fc.assert(
        fc.property(facts, (told) => {
          const { bandAtMost, missing } = answer(told);
          expect(missing.filter((one) => one !== "localStandard")).toEqual([]);
          return bandAtMost === undefined || missing.includes("localStandard");
        }),
        runs,
      );
    });
    test("a forgotten day of the act leaves only what is so under every version", () => {
      const dated = fc.tuple(facts, fc.constantFrom("2020-05-01", "2022-03-01", "2024-03-01", "2025-09-01"));
      fc.assert(
        fc.property(dated, ([told, actDate]) => {
          const [known, open] = [answer({ ...told, actDate }), answer({ ...told, actDate: null })];
          expect(ORDER[open.band]).toBeLessThanOrEqual(ORDER[known.band]);
          expect(mostOf(open)).toBeGreaterThanOrEqual(ORDER[known.band]);
          expect(open.missing).toContain("actDate");
        }),
        runs,
      );
    });
    test("the order of the facts does not matter", () => {
      fc.assert(
        fc.property(facts, (told) => {
          const [one, other] = [answer(told), answer(turned(told))];
          const outcomes = ({ grounds }: typeof one) => grounds.map(({ provision, outcome, have }) => [provision, outcome, have]);
          expect([other.band, other.bandAtMost, outcomes(other)]).toEqual([one.band, one.bandAtMost, outcomes(one)]);
        }),
        runs,
      );
    });
  });
}
