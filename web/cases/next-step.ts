import type { CaseSummary } from "#cases/cases.contract.ts";
import type { Words } from "#web/design/text/text.ts";

export type NextStep = { readonly words: Words; readonly tab: "evidence" | "ledgers" | "assessment" | "overview" };

/** What this case waits for, from its summary alone: evidence, a count, an assessment, or nothing. */
export function nextStepOf(summary: Pick<CaseSummary, "stage" | "evidence" | "countsRunning" | "signedBand">): NextStep {
  if (summary.stage === "closed") return { words: { zh: "已办结", en: "closed" }, tab: "overview" };
  if (summary.evidence === 0) return { words: { zh: "录入证据", en: "take in the evidence" }, tab: "evidence" };
  if (summary.countsRunning > 0) return { words: { zh: "统计进行中", en: "a count is running" }, tab: "ledgers" };
  if (summary.signedBand === null) return { words: { zh: "统计并评估", en: "count and assess" }, tab: "ledgers" };
  return { words: { zh: "评估已签署", en: "assessment signed" }, tab: "assessment" };
}
