import type { SimilarCases } from "#similarity/similarity.contract.ts";

/** A ranking for a person to read. */
export function tellSimilar({ query, ranking }: SimilarCases, language: "zh" | "en"): string {
  const zh = language === "zh";
  const head = zh ? `类案检索：${query}，共 ${ranking.length} 件` : `Cases like ${query}: ${ranking.length}`;
  const lines = ranking.map(
    ({ id, score, matched, missing }, at) =>
      `${String(at + 1).padStart(4)}  ${score.toFixed(4)}  ${id}  ${zh ? "相同" : "matched"}：${matched.join("、") || "—"}` +
      `${missing.length > 0 ? `  ${zh ? "候选案件未见" : "not in the candidate"}：${missing.join("、")}` : ""}`,
  );
  return `${[head, ...lines].join("\n")}\n`;
}
