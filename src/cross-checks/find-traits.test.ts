import { expect, test } from "vitest";
import { findTraits } from "#cross-checks/find-traits.ts";
import { CASES } from "#cross-checks/trait.cases.ts";
import { weighHit } from "#cross-checks/weigh-hit.ts";

const told = (text: string, source: "document" | "text") =>
  findTraits(text, source)
    .traits.map(({ kind, value }) => `${kind} ${value}`)
    .sort();

test.each(CASES)("$text", ({ text, document, typed }) => {
  expect(told(text, "document"), "read in a document").toEqual([...document].sort());
  expect(told(text, "text"), "typed by somebody").toEqual([...typed].sort());
});

test("the same document in another layout is one document, a short one is none", () => {
  const body = "被告人在出租屋内实施。".repeat(30);
  const spaced = body.replaceAll("。", "。\n　 ");
  const of = (text: string) => findTraits(text, "document").traits.find(({ kind }) => kind === "document-text")?.value;
  expect(of(body)).toBeDefined();
  expect(of(spaced)).toBe(of(body));
  expect(of(`${body}另`)).not.toBe(of(body));
  expect(of("被告人")).toBeUndefined();
});

test("of a clue that names hundreds of values only so many are compared, those that say most first, and how many there were is told", () => {
  const hosts = Array.from({ length: 200 }, (_, at) => `host${at}.top`).join("，");
  const { traits, found } = findTraits(`${hosts}，统一社会信用代码91990102MA0EXAMP2C`, "text");
  expect(traits).toHaveLength(12);
  expect(traits[0]?.kind).toBe("unit-code");
  expect(found).toBe(201);
});

test("one shared value of weight is a hit, several make it strong", () => {
  expect(weighHit([])).toBeNull();
  expect(weighHit([{ kind: "unit-name", many: 1 }])).toBe("some");
  expect(weighHit([{ kind: "unit-name", many: 2 }])).toBe("much");
  expect(
    weighHit([
      { kind: "unit-code", many: 1 },
      { kind: "domain", many: 1 },
    ]),
  ).toBe("much");
});
