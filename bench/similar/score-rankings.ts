/** Figures of a ranking as LeCaRD counts them; label 3 is relevant, gains are the labels. */
export type RankingFigures = {
  readonly P5: number;
  readonly P10: number;
  readonly MAP: number;
  readonly N10: number;
  readonly N20: number;
  readonly N30: number;
};
export type Labels = Readonly<Record<string, number>>;

const RELEVANT = 3;

/**
 * Scores one ranking of ids. `judged30`: only the judged candidates in it count. `all100`: every candidate counts, an unjudged one as 0, and
 * the average precision is divided by all relevant documents of the query.
 */
export function scoreRanking(ranking: readonly string[], labels: Labels, scope: "judged30" | "all100"): RankingFigures {
  const found = (scope === "judged30" ? ranking.filter((id) => id in labels) : ranking).map((id) => labels[id] ?? 0);
  const ideal = Object.values(labels).sort((a, b) => b - a);
  const relevant = (scope === "judged30" ? found : ideal).filter((label) => label === RELEVANT).length;
  let [hits, precisions] = [0, 0];
  for (const [at, label] of found.entries()) if (label === RELEVANT) precisions += ++hits / (at + 1);
  const precision = (k: number): number => found.slice(0, k).filter((label) => label === RELEVANT).length / k;
  const ndcg = (k: number): number => discount(found, k) / (discount(ideal, k) || 1);
  return { P5: precision(5), P10: precision(10), MAP: precisions / (relevant || 1), N10: ndcg(10), N20: ndcg(20), N30: ndcg(30) };
}

export function averageFigures(each: readonly RankingFigures[]): RankingFigures {
  const mean = (pick: (figures: RankingFigures) => number): number => each.reduce((sum, figures) => sum + pick(figures), 0) / each.length;
  return {
    P5: mean(({ P5 }) => P5),
    P10: mean(({ P10 }) => P10),
    MAP: mean(({ MAP }) => MAP),
    N10: mean(({ N10 }) => N10),
    N20: mean(({ N20 }) => N20),
    N30: mean(({ N30 }) => N30),
  };
}

function discount(labels: readonly number[], k: number): number {
  return labels.slice(0, k).reduce((sum, label, at) => sum + label / Math.log2(at + 2), 0);
}
