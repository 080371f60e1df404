import { z } from "zod";
import { findCitations } from "#reading/facts/find-citations.ts";
import { findAnnex } from "#reading/split-speakers.ts";
import { isThere, readLines } from "./data.ts";
import { type Counts, countSets, type Figure, f1 } from "./figure.ts";

const Judge = z.object({ id: z.string(), document: z.string(), criminal_law_articles: z.array(z.coerce.string()) });
/** What a plain regular expression finds: 第…条 wherever it stands. Measured once by those who set the task. */
const BASELINE = 0.986;

/** Articles of the Criminal Law a judgment cites; the number alone is asked (253之一 stands as 253). */
export function measureCitations(): Figure[] {
  if (!isThere("judge_citations/judgments.jsonl")) return [];
  const counts: Counts = { right: 0, extra: 0, missed: 0 };
  const judgments = readLines("judge_citations/judgments.jsonl", Judge);
  const misses = judgments.flatMap(({ id, document, criminal_law_articles: expected }) => {
    const annex = findAnnex(document);
    const found = findCitations(document)
      .filter(({ law, from }) => law === "刑法" && from < annex)
      .map(({ article }) => article.replace(/之.*/, ""));
    const wanted = expected.map((article) => article.replace(/[之-].*/, ""));
    return countSets(counts, found, wanted)
      ? []
      : [`${id}: extra ${found.filter((one) => !wanted.includes(one))} missed ${wanted.filter((one) => !found.includes(one))}`];
  });
  return [
    {
      task: "provisions cited",
      measure: "F1",
      value: f1(counts),
      baseline: BASELINE,
      goal: 0.992,
      of: judgments.length,
      note: `judge_citations; ${JSON.stringify(counts)}`,
      misses,
    },
  ];
}
