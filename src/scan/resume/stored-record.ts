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
