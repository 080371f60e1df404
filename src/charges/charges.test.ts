import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { FACTS_OF_OFFENCE } from "#charges/known-offences.ts";
import { listCharges } from "#charges/list-charges.ts";
import { loadChargeBooks } from "#charges/load-charge-books.query.ts";
import { placeOfArticle } from "#charges/order-of-articles.ts";
import { parseBundle } from "#charges/parse-bundle.ts";
import { loadProvisions } from "#statutes/load-provisions.query.ts";

const books = loadChargeBooks();
const provisions = loadProvisions();
const Outcome = z.enum(["met", "not-met", "unknown"]);
const Case = z.strictObject({
  name: z.string(),
  request: z.record(z.string(), z.unknown()),
  articles: z.array(z.string()).optional(),
  standing: z.record(z.string(), Outcome).optional(),
  carried: z.record(z.string(), z.array(z.string())).optional(),
  conflicts: z.array(z.string()).optional(),
  concurrence: z
    .array(
      z.strictObject({
        rule: z.string(),
        of: z.string().optional(),
        state: z.string().optional(),
        effect: z.string().optional(),
        prevails: z.string().optional(),
        heavier: z.string().nullable().optional(),
        yieldsTo: z.array(z.string()).optional(),
      }),
    )
    .optional(),
});
const cases = z.array(Case).parse(parse(readFileSync(join(import.meta.dirname, "charges.cases.yaml"), "utf8")));

function ask(request: unknown) {
  const parsed = parseBundle(request, books);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed));
  return listCharges(parsed.question, books, provisions);
}

describe("phenomena and facts become rows and suggestions", () => {
  test.each(cases)("$name", ({ request, articles, standing, carried, conflicts, concurrence }) => {
    const answer = ask(request);
    if (articles) expect(answer.rows.map(({ article }) => article)).toEqual(articles);
    for (const [offence, wanted] of Object.entries(standing ?? {}))
      expect(answer.rows.find((row) => row.offence === offence)?.standing, offence).toBe(wanted);
    for (const [offence, wanted] of Object.entries(carried ?? {}))
      expect(
        answer.rows
          .find((row) => row.offence === offence)
          ?.carried.map(({ fact }) => fact)
          .sort(),
      ).toEqual(wanted);
    if (conflicts) expect(answer.conflicts.map(({ fact }) => fact)).toEqual(conflicts);
    if (concurrence?.length === 0) expect(answer.concurrence).toEqual([]);
    for (const wanted of concurrence ?? []) {
      const found = answer.concurrence.find(
        ({ rule, offences }) => rule === wanted.rule && (wanted.of === undefined || offences.some(({ offence }) => offence === wanted.of)),
      );
      expect(found, JSON.stringify(answer.concurrence.map(({ rule }) => rule))).toBeDefined();
      if (wanted.state) expect(found?.state).toBe(wanted.state);
      if (wanted.effect) expect(found?.effect).toBe(wanted.effect);
      if (wanted.prevails) expect(found?.prevails?.offence).toBe(wanted.prevails);
      if (wanted.heavier !== undefined) expect(found?.comparison?.heavier).toBe(wanted.heavier);
      if (wanted.yieldsTo) expect(found?.yieldsTo).toEqual(wanted.yieldsTo);
    }
  });
});

const namedByPhenomena = [...books.phenomena.values()].flatMap(({ charges }) => charges.flatMap(({ offence }) => offence ?? []));
const namedByRules = books.concurrence.flatMap(({ of, prevails, alternatives }) => [
  ...of.flat(),
  ...(prevails === undefined ? [] : [prevails]),
  ...alternatives.flatMap(({ under }) => under ?? []),
]);

test("every offence that a phenomenon or a rule names is one the engine knows", () => {
  const names = new Set([...namedByPhenomena, ...namedByRules].filter((name) => name !== "any-other" && name !== "other"));
  expect([...names].filter((name) => !FACTS_OF_OFFENCE.has(name))).toEqual([]);
});

test("the article a phenomenon names is the article of the engine's rule", () => {
  const wrong = [...books.phenomena.values()].flatMap(({ id, charges }) =>
    charges.flatMap(({ offence, article }) => {
      const held = offence === undefined ? undefined : provisions.offences.get(offence)?.article;
      return held === undefined || held === article ? [] : [`${id}: ${offence} is article ${held}, not ${article}`];
    }),
  );
  expect(wrong).toEqual([]);
});

test("an article without a rule is a row whose standing is unknown, never no", () => {
  const row = ask({ phenomenon: "spy-devices" }).rows.find(({ article }) => article === "284");
  expect(row).toMatchObject({ offence: null, answer: null, standing: "unknown" });
});

test("rows stand in the order of the code, and the answer carries no score", () => {
  const { rows } = ask({});
  const places = rows.map(({ article }) => placeOfArticle(article));
  expect(places).toEqual(places.toSorted((one, other) => one - other));
  expect(rows).toHaveLength(FACTS_OF_OFFENCE.size);
  expect(JSON.stringify(rows)).not.toMatch(/"(score|rank|probability)"/);
});

test("287 stands before 287-1, 287-1 before 287-2, and 287-2 before 293", () => {
  expect(["293", "287之二", "287", "287之一"].toSorted((one, other) => placeOfArticle(one) - placeOfArticle(other))).toEqual([
    "287",
    "287之一",
    "287之二",
    "293",
  ]);
});

test.each([
  ["a phenomenon nobody wrote down", { phenomenon: "no-such" }, "phenomenon"],
  ["an offence the engine does not know", { offences: ["no-such"] }, "offence"],
  ["a common fact that no offence asks for", { facts: { gaims: 3 } }, "facts.gaims"],
  ["a common fact of the wrong shape", { facts: { gains: "much" } }, "facts.gains"],
  ["a judgement told for all offences at once", { facts: { otherSeriousCircumstances: true } }, "facts.otherSeriousCircumstances"],
  ["a wrong fact of one offence", { byOffence: { fraud: { amount: -1 } } }, "byOffence.fraud.amount"],
])("%s is refused by name", (_, request, argument) => {
  expect(parseBundle(request, books)).toMatchObject({ ok: false, argument });
});

test("facts as `tandem assess` takes them are a bundle of their own", () => {
  const parsed = parseBundle({ offence: "paid-deletion", gains: 20_000 }, books);
  expect(parsed).toMatchObject({ ok: true, question: { phenomenon: null } });
});
