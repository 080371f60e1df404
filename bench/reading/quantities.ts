import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { findQuantities } from "#numerals/find-quantities.ts";
import { DATA, isThere } from "./data.ts";
import type { Figure } from "./figure.ts";

const Vectors = z.object({
  money_parser: z.object({
    test_money_parser: z.array(
      z.object({ cases: z.array(z.tuple([z.string(), z.object({ num: z.union([z.string(), z.array(z.string())]) })])) }),
    ),
  }),
});

/** Sums of money as another published tool reads them. */
export function measureQuantities(): Figure[] {
  if (!isThere("peer_vectors/jionlp.json")) return [];
  const vectors = Vectors.parse(JSON.parse(readFileSync(join(DATA, "peer_vectors/jionlp.json"), "utf8")));
  const cases = vectors.money_parser.test_money_parser.flatMap((one) => one.cases);
  const misses = cases.flatMap(([text, { num }]) => {
    const [quantity] = findQuantities(text, { bare: true });
    const read = Array.isArray(num) ? [quantity?.least, quantity?.most] : [quantity?.value];
    return String(read) === String([num].flat().map(Number)) ? [] : [`${text}: ${read.join("–")}`];
  });
  return [
    {
      task: "quantity table, money",
      measure: "exact",
      value: 1 - misses.length / cases.length,
      baseline: null,
      goal: 0.97,
      of: cases.length,
      note: "peer_vectors/jionlp",
      misses,
    },
  ];
}
