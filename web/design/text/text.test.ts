import { expect, test } from "vitest";
import { fillWords, readerOf } from "#web/design/text/text.ts";

const table = { found: { zh: "共{n}件", en: "{n} cases" } } as const;

test("a sentence is read in the chosen language with its places filled", () => {
  expect(readerOf(table, "zh")("found", { n: 3 })).toBe("共3件");
  expect(readerOf(table, "en")("found", { n: 3 })).toBe("3 cases");
});

test("a place without a value stays visible instead of turning blank", () => {
  expect(fillWords(table.found, "zh")).toBe("共{n}件");
});
