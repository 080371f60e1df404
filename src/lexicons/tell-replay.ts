import type { FoldedLexicon } from "#lexicons/fold-lexicon.ts";
import type { Replay } from "#lexicons/lexicons.contract.ts";

type ReplayRow = Omit<Replay, "current" | "askedAt" | "askedBy" | "finishedAt" | "problem"> & {
  readonly asked_by: string;
  readonly asked_at: Date;
  readonly finished_at: Date | null;
  readonly problem: unknown;
};

/** A replay as it is shown. `then`: the lexicon when it was asked for, `now`: as it stands; equal where neither live terms nor draft changed since. */
export function tellReplay(row: ReplayRow, then: FoldedLexicon, now: FoldedLexicon): Replay {
  const told = ({ versions, draft }: FoldedLexicon) => `${versions.length} ${draft.map(({ proposal }) => proposal).join(",")}`;
  const { id, status, progress, newest, asked_by, asked_at, finished_at, problem, totals } = row;
  return {
    id,
    status,
    progress,
    newest,
    askedBy: asked_by,
    askedAt: asked_at.toISOString(),
    finishedAt: finished_at?.toISOString() ?? null,
    problem: parseWords(problem),
    totals,
    current: told(then) === told(now),
  };
}

function parseWords(value: unknown): Replay["problem"] {
  if (typeof value !== "object" || value === null || !("zh" in value) || !("en" in value)) return null;
  return { zh: String(value.zh), en: String(value.en) };
}
