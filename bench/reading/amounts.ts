import { loadKnowledge } from "#reading/load-knowledge.query.ts";
import { readFacts } from "#reading/read-text.ts";
import { AmountTask, isThere, readLines } from "./data.ts";
import type { Figure } from "./figure.ts";

/** The amount of a crime from its facts; right when it is within a ten-thousandth. */
export function measureAmounts(): Figure[] {
  if (!isThere("lawbench/3-7.jsonl")) return [];
  const { lexicon } = loadKnowledge();
  const tasks = readLines("lawbench/3-7.jsonl", AmountTask);
  const misses = tasks.flatMap(({ idx, question, answer }) => {
    const expected = Number(/([\d.]+)元/.exec(answer)?.[1]);
    const found = readFacts(question.replace(/^文书[:：]/, ""), lexicon).answer.crimeAmount?.amount ?? 0;
    return Math.abs(found - expected) <= Math.max(0.01, expected * 1e-4) ? [] : [`${idx}: ${found} for ${expected}`];
  });
  return [
    {
      task: "crime amount",
      measure: "exact",
      value: 1 - misses.length / tasks.length,
      baseline: 0.51,
      goal: 0.78,
      of: tasks.length,
      note: "lawbench/3-7; a large language model .776",
      misses,
    },
  ];
}
