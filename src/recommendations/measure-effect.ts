import { measuresOf, type RecommendationState } from "#recommendations/recommendation.ts";
import type { Effect, RecommendationFigures } from "#recommendations/recommendations.contract.ts";

type Facts = Pick<RecommendationState, "content" | "checks" | "planned" | "replies">;
type Check = RecommendationState["checks"][number];

/** The check that holds of a measure: of the latest day, of those the last recorded. */
export function lastCheck(checks: readonly Check[], measureId: string): Check | null {
  return checks
    .filter((check) => check.measureId === measureId)
    .reduce<Check | null>((last, check) => (last === null || check.on >= last.on ? check : last), null);
}

/** 实效 by the last check of each measure. Replies are counted beside it; no reply makes a measure done. Pure. */
export function measureEffect({ content, checks, replies }: Facts): Effect {
  const results = measuresOf(content).map(({ id }) => lastCheck(checks, id)?.result ?? "unchecked");
  const many = (wanted: (typeof results)[number]) => results.filter((result) => result === wanted).length;
  return {
    ...{ measures: results.length, met: many("met"), partly: many("partly"), notMet: many("not-met"), unchecked: many("unchecked") },
    replies: replies.length,
  };
}

/** 回头看 the next planned day of a measure: the earliest after its last check, or null. A check before the planned day does not do it. */
export function nextRecheckOf({ content, checks, planned }: Facts, measureId: string): string | null {
  const own = measuresOf(content).find(({ id }) => id === measureId)?.rechecks ?? [];
  const days = [...own, ...planned.filter((one) => one.measureId === measureId).map(({ on }) => on)].sort();
  const checked = lastCheck(checks, measureId)?.on ?? "";
  return days.find((day) => day > checked) ?? null;
}

/** The next planned day of any measure. */
export function nextRecheck(facts: Facts): string | null {
  const days = measuresOf(facts.content).flatMap(({ id }) => nextRecheckOf(facts, id) ?? []);
  return days.sort()[0] ?? null;
}

/** What the figures need of an issued recommendation that was not withdrawn. `suspended`: its reply clock stands still. */
export type Counted = {
  readonly replyDue: string;
  readonly suspended: boolean;
  readonly repliedOn: string | null;
  readonly measures: number;
  readonly met: number;
};

/**
 * 统计 the reply rate and the effect rate have one denominator: recommendations whose period has ended (law.md 10.2). One that was answered
 * early still runs until its day; it raises no rate yet.
 */
export function countRecommendations(rows: readonly Counted[], today: string): RecommendationFigures {
  const ended = rows.filter(({ replyDue, suspended }) => !suspended && replyDue < today);
  const sum = (of: (row: Counted) => number) => ended.reduce((total, row) => total + of(row), 0);
  return {
    issued: rows.length,
    running: rows.length - ended.length,
    ended: ended.length,
    replied: ended.filter(({ repliedOn }) => repliedOn !== null).length,
    repliedLate: ended.filter(({ repliedOn, replyDue }) => repliedOn !== null && repliedOn > replyDue).length,
    rectified: ended.filter(({ measures, met }) => measures > 0 && met === measures).length,
    measures: sum(({ measures }) => measures),
    met: sum(({ met }) => met),
  };
}
