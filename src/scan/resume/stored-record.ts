import { isKind, type Tier } from "#scan/kinds.ts";
import type { RecordCell, RecordFinding, SeizedRecord } from "#scan/records/seized-record.ts";
import type { RecordOutcome } from "#scan/tally/tally.ts";

/** A record that somebody looks at beyond its figures (a row that is shown, an item to be decided), with what became of it. */
export type StoredRecord = {
  readonly row: number;
  readonly findings: readonly RecordFinding[];
  readonly photograph: boolean;
  readonly secret: boolean;
  readonly moneyAccount: boolean;
  readonly offset: number;
  readonly details: string;
  readonly everything: string;
  readonly cells: readonly RecordCell[];
  readonly readBy: "ocr" | null;
  readonly outcome: RecordOutcome;
  /** path of the source of the record that it repeats */
  readonly firstPath: string | null;
  /** whether it was given as a row */
  readonly shown: boolean;
};

type Told = Pick<StoredRecord, "readBy" | "outcome" | "firstPath" | "shown">;

/** The record as plain data; `whole`: every cell of it is part of a key; `seen`: its place and cells are shown to somebody. */
export function storeRecord(record: SeizedRecord, { whole, seen }: { whole: boolean; seen: boolean }, told: Told): StoredRecord {
  const { row, findings, photograph, secret, moneyAccount } = record;
  return {
    row,
    findings: [...findings],
    photograph,
    secret,
    moneyAccount,
    offset: seen ? record.offset() : 0,
    details: record.details(),
    everything: whole ? record.everything() : "",
    cells: seen ? [...record.cells()] : [],
    ...told,
  };
}

export function loadRecord(stored: StoredRecord): SeizedRecord {
  const { row, findings, photograph, secret, moneyAccount } = stored;
  return {
    row,
    findings,
    photograph,
    secret,
    moneyAccount,
    offset: () => stored.offset,
    details: () => stored.details,
    everything: () => stored.everything,
    cells: () => stored.cells,
  };
}

/** About how many characters it holds: long messages are written sooner than short rows. */
export function lengthOfRecord({ details, everything, cells, findings }: StoredRecord): number {
  const inCells = cells.reduce((sum, { raw }) => sum + raw.length, 0);
  return findings.reduce((sum, { value }) => sum + value.length, details.length + everything.length + inCells);
}

/**
 * A valid record that nobody looks at, kept for the other definitions alone: tier, flags (photograph 1, secret 2, money account 4), details,
 * the whole row, then kind, party (1: the other one) and value of each valid finding. Flat, because there is one for every row.
 */
export type LeanRecord = readonly (string | number)[];

export function storeLean(record: SeizedRecord, tier: Tier): LeanRecord {
  const flags = (record.photograph ? 1 : 0) | (record.secret ? 2 : 0) | (record.moneyAccount ? 4 : 0);
  const lean: (string | number)[] = [tier, flags, tier === "C" ? "" : record.details(), record.everything()];
  for (const { kind, state, value, otherParty } of record.findings) if (state === "valid") lean.push(kind, otherParty ? 1 : 0, value);
  return lean;
}

export function loadLean([tier, flags, details, everything, ...found]: LeanRecord): { readonly record: SeizedRecord; readonly tier: Tier } {
  const findings: RecordFinding[] = [];
  for (let at = 0; at + 2 < found.length; at += 3) {
    const kind = String(found[at]);
    if (!isKind(kind)) throw new Error(`no kind: ${kind}`);
    const value = String(found[at + 2]);
    findings.push({ kind, state: "valid", value, from: 0, to: 0, because: null, column: -1, otherParty: found[at + 1] === 1 });
  }
  const beside = Number(flags);
  return {
    tier: tier === "A" || tier === "B" ? tier : "C",
    record: {
      row: 0,
      findings,
      photograph: (beside & 1) !== 0,
      secret: (beside & 2) !== 0,
      moneyAccount: (beside & 4) !== 0,
      offset: () => 0,
      details: () => String(details),
      everything: () => String(everything),
      cells: () => [],
    },
  };
}
