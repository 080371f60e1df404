import type { NoticeRule, PenaltyRule, PotRule, RemedyBooks } from "#remedies/books/books.contract.ts";
import type { DamagesAnswer, DamagesContent, Notice, OverlapChoice, PotName, Sum } from "#remedies/damages/damages.contract.ts";
import { findOverlaps, sumUp } from "#remedies/damages/find-overlaps.ts";
import { tellFinding } from "#remedies/damages/tell-finding.ts";

type Choices = Readonly<Partial<Record<PotName, OverlapChoice>>>;

/**
 * 赔偿合成 what the components come to by the chosen basis, what else takes the same money, and what is left after the choices. Amounts in
 * fen. Unknown stays unknown; no punitive amount exists here. Pure.
 */
export function composeDamages(content: DamagesContent, choices: Choices, books: RemedyBooks): DamagesAnswer {
  const of = (kind: string) => content.components.flatMap((one) => (one.kind === kind ? [one.amount] : []));
  const { discretionary } = content;
  const measures = {
    loss: sumUp(of("loss"), null),
    gain: sumUp(of("gain"), null),
    // Who claims no costs claims none; who has no loss has to say so.
    cost: sumUp(of("cost"), 0),
    discretionary: sumUp([discretionary.amount], null),
  };
  const measure = content.basis === null ? null : measures[content.basis].total;
  const costs = measures.cost.total;
  const gross = measure === null || costs === null ? null : measure + costs;
  const sizes = { gains: measures.gain.total, loss: measures.loss.total };
  const pots = findOverlaps(books.pots, { content, measure, sizes, choices });
  const net = netOf(gross, measure, pots, books.pots);
  const answer = {
    measures,
    claim: { measure, costs, gross },
    pots,
    net,
    ranges: books.penalties.map((rule) => ({ id: rule.id, ...rangeOf(rule, measures.gain.total) })),
    unsourced: countUnsourced(content),
    notices: noticesOf(content, measures, books.notices),
  };
  return { ...answer, finding: tellFinding(content, answer) };
}

function netOf(gross: number | null, measure: number | null, pots: DamagesAnswer["pots"], rules: readonly PotRule[]): DamagesAnswer["net"] {
  const settled = gross !== null && pots.every(({ open }) => !open);
  if (gross === null || measure === null) return { low: null, high: null, settled };
  let [low, high] = [gross, gross];
  for (const { pot, overlap, open, choice, titles } of pots) {
    if (!titles.some(({ id }) => id === "claim")) continue;
    const most = Math.min(overlap ?? measure, measure);
    const reduces = rules.find(({ id }) => id === pot)?.options.some(({ id, reduces: off }) => off && id === choice?.option) ?? false;
    if (open) low -= most;
    else if (reduces) [low, high] = [low - most, high - most];
  }
  return { low, high, settled };
}

/** The range of a fine by the gains; null is "no bound" or "not known", never nothing. */
export function rangeOf({ bands }: PenaltyRule, gains: number | null): { readonly low: number | null; readonly high: number | null } {
  const needsGains = bands.length > 1 || bands.some(({ lowTimes, highTimes }) => lowTimes !== null || highTimes !== null);
  if (gains === null && needsGains) return { low: null, high: null };
  const amount = gains ?? 0;
  const band = bands.find(({ below }) => below === null || amount < below);
  if (band === undefined) return { low: null, high: null };
  const times = (many: number | null) => (many === null ? null : amount * many);
  return { low: times(band.lowTimes), high: times(band.highTimes) ?? band.maximum };
}

/** Known amounts and findings that name no source: each has to name one before a person decides. */
function countUnsourced({ components, discretionary, consequences, basis }: DamagesContent): number {
  const amounts = [...components, ...consequences, ...(basis === "discretionary" ? [discretionary] : [])];
  return (
    amounts.filter(({ amount, source }) => amount !== null && source === null).length +
    discretionary.factors.filter(({ source }) => source === null).length
  );
}

function noticesOf(content: DamagesContent, measures: Readonly<Record<"loss" | "gain", Sum>>, rules: readonly NoticeRule[]): Notice[] {
  const say = (id: string, tone: Notice["tone"]): Notice[] => {
    const rule = rules.find((one) => one.id === id);
    return rule === undefined ? [] : [{ ...rule.meaning, cite: rule.cite, unconfirmed: rule.unconfirmed, tone }];
  };
  const notices = say("loss-or-gain", "info");
  if (content.basis === "discretionary") {
    if (measures.loss.total !== null || measures.gain.total !== null) notices.push(...say("discretion-second", "warn"));
    const bound = rules.find(({ id }) => id === "court-award")?.fen ?? null;
    const isOver = bound !== null && (content.discretionary.amount ?? 0) > bound;
    notices.push(...say("court-award", isOver ? "warn" : "info"));
  }
  if (content.components.some(({ kind }) => kind === "cost")) notices.push(...say("reasonable-costs", "info"));
  notices.push(...say("punitive", "info"));
  return notices;
}
