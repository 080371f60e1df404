import { damaged, type Verdict, valid } from "#scan/detectors/verdict.ts";

/**
 * The kinds that say something of a person's life (行踪, 住宿, 通信, 征信, 财产, 健康, 生物识别, 交易, 教育, 职业, 宗教): known by their column
 * or field name only, never by free text. What stands there is taken as said; only what is starred out is damaged.
 */
export function judgeCategory(folded: string): Verdict {
  const text = folded.trim().replace(/\s+/g, " ");
  return /^[*#?•]+$|\*{3,}/.test(text) ? damaged(text, "masked") : valid(text.toUpperCase());
}
