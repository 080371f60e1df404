import { TIERS, type Tier } from "#scan/kinds.ts";
import { type CountResult, ExclusionReason, type LedgerLine } from "#scan/scan.contract.ts";

type Ledger = CountResult["ledger"];

/** An empty line of the three ledgers. */
export function emptyLine(): LedgerLine {
  return { seized: 0, valid: 0, distinct: 0, excluded: {}, duplicates: 0 };
}

/** The total of the tiers' lines, reasons in the contract's order and only those that occur. */
export function sumLedger(tiers: Readonly<Record<Tier, LedgerLine>>): Ledger {
  const total = emptyLine();
  for (const tier of TIERS) {
    total.seized += tiers[tier].seized;
    total.valid += tiers[tier].valid;
    total.distinct += tiers[tier].distinct;
    total.duplicates += tiers[tier].duplicates;
  }
  total.excluded = orderReasons((reason) => TIERS.reduce((sum, tier) => sum + (tiers[tier].excluded[reason] ?? 0), 0));
  const ordered = (line: LedgerLine): LedgerLine => ({ ...line, excluded: orderReasons((reason) => line.excluded[reason] ?? 0) });
  return { total, tiers: { A: ordered(tiers.A), B: ordered(tiers.B), C: ordered(tiers.C) } };
}

/**
 * 三账勾稽 holds the ledgers to their identities, per tier and in total: seized = valid + Σ excluded, valid = distinct + duplicates, and
 * the tiers add up to the total.
 * @throws an Error that names the line that does not reconcile: figures that do not add up must never leave the program
 */
export function assertReconciled(ledger: Ledger): void {
  const lines: [string, LedgerLine][] = [["total", ledger.total], ...TIERS.map((tier): [string, LedgerLine] => [tier, ledger.tiers[tier]])];
  for (const [name, line] of lines) {
    const excluded = Object.values(line.excluded).reduce((sum, count) => sum + count, 0);
    if (line.seized !== line.valid + excluded)
      throw new Error(`账目不平 ledger ${name}: seized ${line.seized} ≠ valid ${line.valid} + excluded ${excluded}`);
    if (line.valid !== line.distinct + line.duplicates)
      throw new Error(`账目不平 ledger ${name}: valid ${line.valid} ≠ distinct ${line.distinct} + duplicates ${line.duplicates}`);
  }
  for (const column of ["seized", "valid", "distinct", "duplicates"] as const) {
    const sum = TIERS.reduce((before, tier) => before + ledger.tiers[tier][column], 0);
    if (sum !== ledger.total[column]) throw new Error(`账目不平 ledger: ${column} of the tiers ${sum} ≠ total ${ledger.total[column]}`);
  }
  for (const reason of ExclusionReason.options) {
    const sum = TIERS.reduce((before, tier) => before + (ledger.tiers[tier].excluded[reason] ?? 0), 0);
    if (sum !== (ledger.total.excluded[reason] ?? 0)) throw new Error(`账目不平 ledger: ${reason} of the tiers ${sum} ≠ total`);
  }
}

function orderReasons(countOf: (reason: ExclusionReason) => number): LedgerLine["excluded"] {
  const excluded: LedgerLine["excluded"] = {};
  for (const reason of ExclusionReason.options) {
    const count = countOf(reason);
    if (count > 0) excluded[reason] = count;
  }
  return excluded;
}
