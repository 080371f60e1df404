import { expect, test } from "vitest";
import { nameFact, nameFacts } from "#outlines/name-fact.ts";
import { BOOKS } from "#outlines/outlines.builder.ts";

test("every fact that an element asks for has words, so that an outline for the police names no field of a program", () => {
  const asked = BOOKS.columns.filter(({ track }) => track === "criminal").flatMap(({ elements }) => elements.flatMap(({ facts }) => facts));
  expect(asked.length).toBeGreaterThan(10);
  expect(asked.filter((fact) => nameFact(fact).zh === fact)).toEqual([]);
});

test("a fact within a set is called by its last name, and the same of several sets is named once", () => {
  expect(nameFact("sets.count-A.items").zh).toBe("条数");
  expect(nameFacts(["sets.count-A.items", "sets.count-B.items", "gains"]).map(({ zh }) => zh)).toEqual(["条数", "违法所得"]);
  expect(nameFact("nobodyNamedThis")).toEqual({ zh: "nobodyNamedThis", en: "nobodyNamedThis" });
});
