import type { DamagesAnswer, DamagesContent } from "#remedies/damages/damages.contract.ts";

/** One bar of the picture. `amount` null: unknown; `overlap`: the part of it that others take as well. */
export type StackRow = {
  readonly key: string;
  readonly label: string;
  readonly amount: number | null;
  readonly overlap: number;
  readonly kind: "claim" | "cost" | "consequence";
};

/** 赔偿与其他后果 as bars one below the other: the claim, its costs, what else takes money. Punitive damages have no bar. Pure. */
export function buildStack(
  { consequences }: Pick<DamagesContent, "consequences">,
  { claim, pots }: Pick<DamagesAnswer, "claim" | "pots">,
  words: { readonly claim: string; readonly costs: string },
): StackRow[] {
  const overlapOf = (id: string, amount: number | null) =>
    pots.reduce(
      (most, pot) => (pot.titles.some((title) => title.id === id) ? Math.max(most, Math.min(pot.overlap ?? 0, amount ?? 0)) : most),
      0,
    );
  return [
    { key: "claim", label: words.claim, amount: claim.measure, overlap: overlapOf("claim", claim.measure), kind: "claim" },
    ...(claim.costs === 0 ? [] : [{ key: "costs", label: words.costs, amount: claim.costs, overlap: 0, kind: "cost" as const }]),
    ...consequences.map(({ id, label, amount }) => ({
      ...{ key: id, label, amount, kind: "consequence" as const },
      overlap: overlapOf(id, amount),
    })),
  ];
}

const COLOURS = { claim: "#1d4f7c", cost: "#46618a", consequence: "#8a5200" } as const;

/** The bars as an SVG document of its own, with a title; `amountOf` writes the amounts. */
export function drawStack(rows: readonly StackRow[], title: string, amountOf: (amount: number | null) => string): string {
  const most = Math.max(1, ...rows.map(({ amount }) => amount ?? 0));
  const bars = rows.map(({ label, amount, overlap, kind }, at) => {
    const y = 44 + at * 36;
    const [width, twice] = [((amount ?? 0) / most) * 380, (overlap / most) * 380];
    return `<text x="16" y="${y + 15}">${inMarkup(label)}</text><text x="390" y="${y + 15}" text-anchor="end">${inMarkup(amountOf(amount))}</text>
<rect x="404" y="${y}" width="${width}" height="20" fill="${COLOURS[kind]}"/><rect x="404" y="${y}" width="${twice}" height="20" fill="url(#twice)"/>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="800" height="${rows.length * 36 + 56}" font-family="sans-serif" font-size="13">
<defs><pattern id="twice" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="3" height="6" fill="#fff"/></pattern></defs>
<rect width="100%" height="100%" fill="#fff"/><text x="16" y="24" font-weight="600">${inMarkup(title)}</text>
${bars.join("\n")}</svg>`;
}

function inMarkup(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}

/** The figures of the picture as CSV, in yuan; unknown is empty. */
export function buildStackCsv(rows: readonly StackRow[], yuanOf: (fen: number) => string): string {
  const cell = (text: string) => `"${text.replaceAll('"', '""')}"`;
  const lines = rows.map(({ label, amount, overlap }) => `${cell(label)},${amount === null ? "" : yuanOf(amount)},${yuanOf(overlap)}`);
  return `\uFEFF${["label,yuan,overlap", ...lines].join("\r\n")}\r\n`;
}
