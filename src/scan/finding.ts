import type { Kind, Lookalike } from "#scan/kinds.ts";

/** State of a value: `valid`, `damaged` (cut, masked or rounded), `invalid` (check digit, date, region or segment fails). */
export type FindingState = "valid" | "damaged" | "invalid";

/** One value of one kind inside a cell or a line. Offsets are UTF-16 code units of that text. */
export type Finding = {
  readonly kind: Kind;
  readonly state: FindingState;
  /** the value as normalised for comparison (digits only, upper case X, 15-digit resident ids as their 18-digit form); never printed unmasked */
  readonly value: string;
  readonly from: number;
  readonly to: number;
  /** why it is damaged or invalid, or what speaks for it: a stable word such as "check-digit", "region", "date", "luhn", "segment", "masked", "exponent", "cut", "rounded" */
  readonly because: string | null;
};

/** What a column of a table holds, with the evidence for it. */
export type ColumnMeaning = {
  readonly name: string;
  readonly kind: Kind | Lookalike | null;
  /** share of the sampled non-empty values that fit the kind, 0 to 1 */
  readonly share: number;
  readonly evidence: readonly string[];
  /** the other side of a relation (被叫, 对方, 收款人): its identifiers are a party of their own */
  readonly otherParty: boolean;
  /** part of what a tier A or B record says (time, place, peer, room, amount, account, diagnosis, text): belongs to its key */
  readonly detail: boolean;
  /** an address column in whose cells persons' numbers stand too (收货信息: 张三，138…，浙江省…): each cell is searched as text beside */
  readonly mixed?: true;
  /** what was inferred before a person corrected the column; absent where nobody did */
  readonly inferred?: Kind | Lookalike | null;
};
