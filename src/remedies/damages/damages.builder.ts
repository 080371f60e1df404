import { type DamagesContent, DamagesContent as Shape } from "#remedies/damages/damages.contract.ts";

export const SAID = { kind: "stated" as const, note: "被告人供述" };

/** A claim by the gain of 100,000 yuan and nothing else; `over` changes it. Amounts in fen. */
export function buildDamages(over: Partial<DamagesContent> = {}): DamagesContent {
  return Shape.parse({
    title: "对毛山遥的赔偿请求",
    basis: "gain",
    components: [{ id: "g", kind: "gain", label: "出售信息所得", amount: 10_000_000, source: SAID }],
    discretionary: { amount: null, source: null, factors: [] },
    consequences: [],
    punitiveNote: null,
    ...over,
  });
}

export function consequence(kind: DamagesContent["consequences"][number]["kind"], amount: number | null, id: string = kind) {
  return { id, kind, label: id, amount, state: "expected" as const, source: SAID };
}
