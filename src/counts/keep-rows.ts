import type { CountRow } from "#counts/counts.contract.ts";

/** Rows kept of each tier, step and reason: enough to look into, bounded for ten million records. */
export const ROWS_KEPT = 2000;

/** Keeps the first rows of each tier, step and reason; `seq` counts from 0 within each. */
export class KeptRows {
  readonly rows: { readonly seq: number; readonly row: CountRow }[] = [];
  readonly #kept = new Map<string, number>();
  readonly #most: number;

  constructor(most: number = ROWS_KEPT) {
    this.#most = most;
  }

  wants = ({ tier, step, reason }: Pick<CountRow, "tier" | "step" | "reason">): boolean =>
    (this.#kept.get(`${tier} ${step} ${reason}`) ?? 0) < this.#most;

  add = (row: CountRow): void => {
    if (!this.wants(row)) return;
    const bucket = `${row.tier} ${row.step} ${row.reason}`;
    const seq = this.#kept.get(bucket) ?? 0;
    this.#kept.set(bucket, seq + 1);
    this.rows.push({ seq, row });
  };
}
