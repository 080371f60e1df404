import type { CaptureFunnel } from "#case-documents/case-documents.contract.ts";
import type { CaptureFilter } from "#web/clues/capture/use-capture.ts";
import { addressOfPrompts } from "#web/clues/rules/address-of-prompts.ts";

export const STEPS = ["documents", "read", "hits", "prompts", "waiting", "dismissed", "clues", "accepted", "cases", "withheld"] as const;
export type Step = (typeof STEPS)[number];
/** `of`: the step it is a share of; null: none. `list`: the documents behind it stand on the page; `to`: the queue that holds its clues. */
export type FunnelRow = {
  readonly step: Step;
  readonly many: number;
  readonly of: number | null;
  readonly list: boolean;
  readonly to: string | null;
};

const DOCUMENTS: ReadonlySet<Step> = new Set(["documents", "read", "hits", "withheld"]);
const OUTCOMES: Partial<Record<Step, "any" | "waiting" | "dismissed" | "clue" | "accepted">> = {
  prompts: "any",
  waiting: "waiting",
  dismissed: "dismissed",
  clues: "clue",
  accepted: "accepted",
  cases: "accepted",
};

/** The funnel as rows, each with the step before it and the list behind it. */
export function layFunnel(funnel: CaptureFunnel, filter: CaptureFilter): FunnelRow[] {
  const before: Partial<Record<Step, number>> = {
    read: funnel.documents,
    hits: funnel.read,
    waiting: funnel.prompts,
    dismissed: funnel.prompts,
    clues: funnel.prompts,
    accepted: funnel.clues,
  };
  return STEPS.map((step) => {
    const outcome = OUTCOMES[step];
    const { from, to, field, industry } = filter;
    return {
      step,
      many: funnel[step],
      of: before[step] ?? null,
      list: DOCUMENTS.has(step) && funnel[step] > 0,
      to:
        outcome === undefined || funnel[step] === 0
          ? null
          : addressOfPrompts({ office: funnel.office, outcome, from, to, field, industry }),
    };
  });
}

/** The rows as CSV with a byte-order mark; the share is empty where a step has none before it. */
export function buildFunnelCsv(rows: readonly FunnelRow[], tell: (step: Step) => string): string {
  const lines = rows.map(({ step, many, of }) => [step, `"${tell(step)}"`, many, of === null || of === 0 ? "" : (many / of).toFixed(6)]);
  return `\uFEFF${[["step", "name", "many", "share"], ...lines].map((line) => line.join(",")).join("\r\n")}\r\n`;
}
