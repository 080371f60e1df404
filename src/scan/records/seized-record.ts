import type { Finding } from "#scan/finding.ts";
import type { Kind } from "#scan/kinds.ts";
import { KIND_NAMES, KINDS } from "#scan/kinds.ts";

/** A finding with its place in the record: `column` counts from 0, -1 in free text; `otherParty` is the other side of a relation. */
export type RecordFinding = Finding & { readonly column: number; readonly otherParty: boolean };

/**
 * 一条记录 a table row or what belongs together in free text. A reader fills one such object again and again: whoever takes it must be
 * done with it before it asks for the next. The functions are asked only when their answer is needed.
 */
export type SeizedRecord = {
  /** row of the table or line of the text, from 1, the header included */
  readonly row: number;
  readonly findings: readonly RecordFinding[];
  readonly photograph: boolean;
  readonly secret: boolean;
  readonly moneyAccount: boolean;
  /** byte offset in the leaf's unpacked bytes; 0 where a format has none (a cell inside a packed sheet) */
  readonly offset: () => number;
  /** what a tier A or B record says: time, place, peer, room, amount, account, diagnosis, text, normalised; "" when nothing */
  readonly details: () => string;
  /** every cell, normalised: the key `row` */
  readonly everything: () => string;
  /** the cells with a meaning, as they stand */
  readonly cells: () => readonly RecordCell[];
};

export type RecordCell = {
  readonly column: string;
  readonly kind: Kind | null;
  readonly state: Finding["state"] | null;
  readonly raw: string;
  /** of a single finding: the check that failed, or what speaks for it */
  readonly because?: string | null;
};

/** Kinds that are a category of what a record tells rather than a value that can be checked. */
export const CATEGORY_KINDS: ReadonlySet<Kind> = new Set<Kind>([
  "whereabouts",
  "communication-content",
  "communication-record",
  "credit",
  "property",
  "accommodation",
  "health",
  "biometric",
  "transaction",
  "education",
  "employment",
  "religion",
]);

const ALONE: ReadonlySet<Kind> = new Set(KIND_NAMES.filter((kind) => KINDS[kind].identifies === "alone"));

/** Whether a kind identifies a natural person by itself. */
export function identifiesAlone(kind: Kind): boolean {
  return ALONE.has(kind);
}

/** Whether a kind identifies together with a name: an address or any other finding or category except ip, mac, coordinates (and another name). */
export function identifiesWithName(kind: Kind): boolean {
  return kind !== "name" && kind !== "ip" && kind !== "mac" && kind !== "coordinates";
}
