import { CLUE_FROM } from "#reading/clues/find-clues.ts";
import { findSigns } from "#reading/clues/find-signs.ts";
import { scoreSigns } from "#reading/clues/score-signs.ts";
import { loadKnowledge } from "#reading/load-knowledge.query.ts";
import { readFacts } from "#reading/read-text.ts";
import { type Figure, f1 } from "./figure.ts";

type Row = { readonly id: string; readonly text: string; readonly isClue: boolean };

/** What the weights that ship reach on documents their training never saw, with the keyword 公民个人信息 beside it. */
export function measureShippedClue(rows: readonly Row[], note: string): Figure[] {
  const knowledge = loadKnowledge();
  const counts = { right: 0, extra: 0, missed: 0 };
  const keyword = { right: 0, extra: 0, missed: 0 };
  const misses = rows.flatMap(({ id, text, isClue }) => {
    const signs = findSigns(readFacts(text, knowledge.lexicon).facts);
    count(keyword, text.includes("公民个人信息"), isClue);
    return count(counts, scoreSigns(signs, knowledge.weights).score >= CLUE_FROM, isClue)
      ? []
      : [`${id}: ${isClue ? "missed" : "extra"} (${signs.map(({ name }) => name).join(" ")})`];
  });
  const recall = ({ right, missed }: typeof counts) => (right + missed === 0 ? null : right / (right + missed));
  const shared = { task: "personal-information clue", of: rows.length, goal: null, note: `${note}; ${JSON.stringify(counts)}` };
  return [
    { ...shared, measure: "F1", value: f1(counts), baseline: f1(keyword), misses },
    { ...shared, measure: "recall", value: recall(counts), baseline: recall(keyword), misses: [] },
  ];
}

function count(counts: { right: number; extra: number; missed: number }, said: boolean, is: boolean): boolean {
  if (said && is) counts.right++;
  else if (said) counts.extra++;
  else if (is) counts.missed++;
  return said === is;
}
