import type { RecommendationStatus } from "#recommendations/recommendations.contract.ts";
import type { Tone } from "#web/design/mark/mark.tsx";

export const STATUS_TONES = {
  drafting: "unknown",
  approved: "accent",
  issued: "plain",
  withdrawn: "quiet",
  closed: "quiet",
} as const satisfies Record<RecommendationStatus, Tone>;
