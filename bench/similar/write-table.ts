import { existsSync, readFileSync, writeFileSync } from "node:fs";
import type { RankingFigures } from "./score-rankings.ts";

export type SimilarResults = {
  readonly runs: readonly { readonly name: string; readonly judged30: RankingFigures; readonly all100: RankingFigures }[];
};

const [START, END] = ["<!-- figures: npm run bench:similar -->", "<!-- /figures -->"];
const MEASURES = ["P5", "P10", "MAP", "N10", "N20", "N30"] as const;
const HEAD = "| | P@5 | P@10 | MAP | NDCG@10 | NDCG@20 | NDCG@30 |\n|---|---|---|---|---|---|---|";
const GOAL = "| goal | ≥ .48 | ≥ .44 | ≥ .57 | ≥ .80 | – | ≥ .91 |";
const NAMES: Readonly<Record<string, string>> = {
  sailer: "SAILER (a pre-trained legal model), its run",
  upstream_bm25: "BM25, LeCaRD's run",
  upstream_tfidf: "TF-IDF, LeCaRD's run",
  upstream_lm: "language model, LeCaRD's run",
  leven_bag_of_event: "bag of events (LEVEN), its run",
  bm25: "BM25 over jieba's words, ours",
};

/** The tables of the figures, put between the marks of the document where it has them. */
export function writeSimilarTable({ runs }: SimilarResults, document: string): string {
  const table = (scope: "judged30" | "all100"): string =>
    runs
      .map(
        (run) => `| ${NAMES[run.name] ?? run.name} | ${MEASURES.map((key) => run[scope][key].toFixed(3).replace(/^0/, "")).join(" | ")} |`,
      )
      .join("\n");
  const text = `Judged candidates only (judged-30):\n\n${HEAD}\n${table("judged30")}\n${GOAL}\n\nAll candidates of a pool (all-100):\n\n${HEAD}\n${table("all100")}\n`;
  if (!existsSync(document)) return text;
  const written = readFileSync(document, "utf8");
  const [from, to] = [written.indexOf(START), written.indexOf(END)];
  if (from >= 0 && to > from) writeFileSync(document, `${written.slice(0, from + START.length)}\n\n${text}\n${written.slice(to)}`);
  return text;
}
