import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { suggestCharges } from "#reading/charges/suggest-charges.ts";
import { trainCharges } from "#reading/charges/train-charges.ts";
import { findCharges } from "#reading/facts/find-charges.ts";
import { ROOT } from "../peers/peer.ts";
import { ChargedFacts, isThere, readLines } from "./data.ts";
import type { Figure } from "./figure.ts";

const FOLDS = 5;
const PERSONAL = /公民个人信息/;
const SET = "charges/facts_charges.jsonl.gz";

/** The charge from the facts: as the prosecution names it in them, else by the words of the facts; learned on four fifths, asked on the fifth. */
export function measureChargesFromFacts(): Figure[] {
  if (!isThere(SET)) return [];
  const cases = readLines(SET, ChargedFacts);
  let [right, unnamed, unnamedRight, personal, personalFound] = [0, 0, 0, 0, 0];
  const misses: string[] = [];
  for (let fold = 0; fold < FOLDS; fold++) {
    const model = trainCharges(cases.filter((_, index) => index % FOLDS !== fold));
    for (const { id, facts, charges } of cases.filter((_, index) => index % FOLDS === fold)) {
      const named = findCharges(facts).map(({ name }) => name);
      const suggested = suggestCharges(facts, model)[0]?.name ?? "";
      const said = named[0] ?? suggested;
      if (charges.includes(said)) right++;
      else misses.push(`${id}: ${said} for ${charges.join(" ")}`);
      if (named.length === 0) unnamed++;
      if (named.length === 0 && charges.includes(suggested)) unnamedRight++;
      if (!charges.some((charge) => PERSONAL.test(charge))) continue;
      personal++;
      if ([...named, ...(named.length === 0 ? [suggested] : [])].some((charge) => PERSONAL.test(charge))) personalFound++;
    }
  }
  const note = `charges, ${FOLDS}-fold cross-validated; the facts name none in ${unnamed}, of which ${((100 * unnamedRight) / unnamed).toFixed(1)} % right`;
  return [
    {
      task: "charge from the facts",
      measure: "top 1",
      value: right / cases.length,
      baseline: 0.7,
      goal: 0.82,
      of: cases.length,
      note,
      misses,
    },
    {
      task: "charge from the facts, personal information",
      measure: "recall",
      value: personalFound / personal,
      baseline: null,
      goal: 1,
      of: personal,
      note: "charges",
      misses: [],
    },
  ];
}

/** Trains on everything and writes what ships. */
export function writeChargeModel(): void {
  if (!isThere(SET)) return;
  const model = trainCharges(readLines(SET, ChargedFacts));
  const about =
    "Trained by `npm run bench:reading -- --train`; docs/charge-model.md is its card. Pairs of characters and weights, no words of a document.";
  writeFileSync(join(ROOT, "src/reading/charges/charge-words.json"), `${JSON.stringify({ about, ...model })}\n`);
}
