import type { FoundItem } from "#counts/work-list.store.ts";
import type { ListedItem } from "#scan/decisions/work-list.ts";
import type { Tier } from "#scan/kinds.ts";

/** Items kept of a count that nobody decided: as many as people can look at before the next count. Decided ones are kept all. */
export const ITEMS_KEPT = { open: 50_000, excluded: 5_000 } as const;

/** Keeps the work-list of a count in the order of the evidence; `seq` counts from 0. */
export class KeptItems {
  readonly items: FoundItem[] = [];
  readonly #most: { readonly open: number; readonly excluded: number };
  readonly #places = new Map<string, number>();
  #open = 0;
  #excluded = 0;

  constructor(most: { readonly open: number; readonly excluded: number } = ITEMS_KEPT) {
    this.#most = most;
  }

  wants = (_tier: Tier, step: ListedItem["step"], decided: boolean): boolean =>
    decided || (step === "valid" ? this.#open < this.#most.open : this.#excluded < this.#most.excluded);

  add = ({ fingerprint, tier, step, rules, row, countedAs }: ListedItem): void => {
    if (countedAs === null && step === "valid") this.#open++;
    else if (countedAs === null) this.#excluded++;
    const shown = { ...row, cells: [...row.cells] };
    const item = { fingerprint: Buffer.from(fingerprint, "hex"), tier, step, rules, row: shown, countedAs };
    // The same item again: excluded in one record, it is valid in another, and as that it stands in the list.
    const seq = this.#places.get(fingerprint) ?? this.items.length;
    this.#places.set(fingerprint, seq);
    this.items[seq] = { seq, ...item };
  };
}
