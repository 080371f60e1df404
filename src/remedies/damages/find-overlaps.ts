import type { PotRule } from "#remedies/books/books.contract.ts";
import type { Consequence, DamagesContent, OverlapChoice, Pot, PotName, Sum } from "#remedies/damages/damages.contract.ts";

/** Sums amounts; one that is unknown makes the total unknown. `emptyIs`: what no amount at all comes to. */
export function sumUp(amounts: readonly (number | null)[], emptyIs: 0 | null): Sum {
  const known = amounts.reduce<number>((sum, amount) => sum + (amount ?? 0), 0);
  const missing = amounts.filter((amount) => amount === null).length;
  return { known, missing, total: missing > 0 ? null : amounts.length === 0 ? emptyIs : known };
}

type Asked = {
  readonly content: DamagesContent;
  /** measure by the chosen basis, without costs */
  readonly measure: number | null;
  readonly sizes: { readonly gains: number | null; readonly loss: number | null };
  readonly choices: Readonly<Partial<Record<PotName, OverlapChoice>>>;
};

/** 重复 for each pot of money: who reaches for it, how much is taken more than once, and whether somebody decided about that. Pure. */
export function findOverlaps(rules: readonly PotRule[], { content, measure, sizes, choices }: Asked): Pot[] {
  return rules.map((rule) => {
    const others = content.consequences.filter(({ kind }) => rule.takes.includes(kind));
    const isClaimed = (rule.id === "gains" && content.basis === "gain") || (rule.id === "loss" && content.basis === "loss");
    const claim = { id: "claim", label: { zh: "赔偿请求", en: "Claim for damages" }, kind: "claim", amount: measure };
    const titles = [
      ...(isClaimed ? [claim] : []),
      ...others.map(({ id, label, kind, amount }) => ({ id, label: { zh: label, en: label }, kind, amount })),
    ];
    const size = rule.id === "penalty" ? largestOf(others) : sizes[rule.id];
    const overlap = overlapOf(titles, size);
    const choice = choices[rule.id] ?? null;
    const options = rule.options.filter(({ needsClaim }) => isClaimed || !needsClaim).map(({ id }) => id);
    const stale = choice !== null && (choice.overlap !== overlap || !options.includes(choice.option));
    const open = overlap !== 0 && (choice === null || stale);
    return { pot: rule.id, size, titles, overlap, open, choice, stale, options };
  });
}

/** What the titles take beyond what is there once. One title alone overlaps with nothing, however much it is. */
function overlapOf(titles: readonly { readonly amount: number | null }[], size: number | null): number | null {
  if (titles.length < 2) return 0;
  const { total } = sumUp(
    titles.map(({ amount }) => amount),
    0,
  );
  if (total === 0) return 0;
  return total === null || size === null ? null : Math.max(0, total - size);
}

/** Of two kinds of fine the larger one is what is there once; of one kind alone nothing overlaps. */
function largestOf(others: readonly Consequence[]): number | null {
  const kinds = [...new Set(others.map(({ kind }) => kind))];
  const sums = kinds.map(
    (one) =>
      sumUp(
        others.flatMap(({ kind, amount }) => (kind === one ? [amount] : [])),
        0,
      ).total,
  );
  return sums.some((sum) => sum === null) ? null : Math.max(0, ...sums.map((sum) => sum ?? 0));
}
