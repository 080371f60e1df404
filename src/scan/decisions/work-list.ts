import type { DecisionLookup, ItemFingerprinter } from "#scan/decisions/decision-book.ts";
import type { ItemDecision, WorkListFigures } from "#scan/decisions/decisions.contract.ts";
import { itemKey, mustIdentify } from "#scan/decisions/item-key.ts";
import { markPlace } from "#scan/decisions/place-mark.ts";
import type { Tier } from "#scan/kinds.ts";
import type { SeizedCountRow } from "#scan/records/count-row.ts";
import { canRestore, judgeRecord, type RecordDecision, restoreFindings } from "#scan/records/judge-record.ts";
import type { SeizedRecord } from "#scan/records/seized-record.ts";
import type { ExclusionReason } from "#scan/scan.contract.ts";
import { rulesOfTier, tierOfRecord } from "#scan/tiers/tier-of-record.ts";
import type { TierTable } from "#scan/tiers/tiers-2017-10.ts";

/** An item to be looked at by a person: of tier A or B, or excluded in a way a person can undo. Masked, with the machine's rules. */
export type ListedItem = {
  readonly fingerprint: string;
  readonly tier: Tier;
  readonly step: "valid" | "excluded";
  readonly rules: readonly string[];
  readonly row: SeizedCountRow;
  /** the decision that this count's figures hold */
  readonly countedAs: ItemDecision | null;
};

export type WorkListHooks = {
  readonly book: DecisionLookup;
  readonly fingerprintOf: ItemFingerprinter;
  /** asked before an item is masked and given; undecided items may be too many to keep */
  readonly wantsItem?: (tier: Tier, step: ListedItem["step"], decided: boolean) => boolean;
  readonly onItem?: (item: ListedItem) => void;
};

/** A record as it is counted: its findings as a person put them back, and the decision. */
export type LookedAt = {
  readonly record: SeizedRecord;
  readonly decision: RecordDecision | null;
  readonly item: {
    readonly fingerprint: string | null;
    readonly tier: Tier;
    readonly said: ItemDecision | null;
    readonly step: ListedItem["step"];
    readonly machine: ExclusionReason | null;
  };
};

type Outcome = { readonly step: "distinct" | "duplicate" | "excluded" };

/**
 * 待核实清单 holds persons' decisions against the records of a count, and lists the items that each need one. An item is what the count's
 * key takes for the same; it is listed once, at its first record.
 */
export class WorkList {
  readonly #key: string;
  readonly #table: TierTable;
  readonly #hooks: WorkListHooks;
  /** items given so far, as what; one that is excluded in one record and valid in another is given again as valid */
  readonly #listed = new Map<string, ListedItem["step"]>();
  readonly #said = { confirmed: empty(), rejected: empty(), anonymised: empty(), restored: empty() };

  constructor(key: string, table: TierTable, hooks: WorkListHooks) {
    this.#key = key;
    this.#table = table;
    this.#hooks = hooks;
  }

  /** What a person said of this record, before it is counted. A decision that does not fit the record (a damaged one restored) changes nothing. */
  look(record: SeizedRecord, source: string): LookedAt {
    const { book } = this.#hooks;
    const tier = tierOfRecord(record, this.#table);
    const machine = judgeRecord(record.findings, null);
    const restorable = machine !== null && canRestore(record.findings, machine);
    const restored = restorable ? { ...record, findings: restoreFindings(record.findings) } : record;
    const listed = (machine === null && tier !== "C") || restorable;
    const step = machine === null ? "valid" : "excluded";
    const wanted = this.#hooks.onItem !== undefined && this.#hooks.wantsItem?.(tier, step, false) !== false;
    const needed = listed && (wanted || book.hasFingerprints || book.hasPlaces);
    const fingerprint = needed ? this.#hooks.fingerprintOf(itemKey(restored, tier, this.#key, this.#table)) : null;
    const placed = book.hasPlaces ? book.at(source, record.row, record.offset(), fingerprint) : null;
    const said = placed ?? (fingerprint !== null && book.hasFingerprints ? book.of(fingerprint) : null);
    // A record of tier C is no item: a decision about it is about the record, and its place stands for it.
    const marked =
      placed !== null && tier === "C" && machine === null ? markPlace({ source, row: record.row, offset: record.offset() }) : fingerprint;
    const item = { fingerprint: marked, tier, said, step, machine } as const;
    if (said === "restored" && restorable) return { record: restored, decision: "restored", item };
    return { record, decision: said === "rejected" || said === "anonymised" ? said : null, item };
  }

  /** Takes note of what the record became, and lists its item the first time. `rowOf` is asked only then. */
  note({ record, decision, item }: LookedAt, outcome: Outcome, rowOf: () => SeizedCountRow): void {
    const { fingerprint, tier, step, machine } = item;
    // Whoever puts an item back says that it counts: of its records that were never excluded that is said too.
    const agreed = machine === null && (item.said === "confirmed" || item.said === "restored") ? item.said : null;
    const said = decision ?? agreed;
    if (said !== null) this.#said[said][tier].add(fingerprint ?? `${tier} ${this.#said[said][tier].size}`);
    const { wantsItem, onItem } = this.#hooks;
    if (fingerprint === null || onItem === undefined || (tier === "C" && step === "valid" && said === null)) return;
    const before = this.#listed.get(fingerprint);
    if (before === "valid" || before === step) return;
    // A valid item that nobody decided comes with its first record, or not at all: those beyond the limit are not remembered.
    if (before === undefined && said === null && step === "valid" && outcome.step !== "distinct") return;
    if (wantsItem?.(tier, step, said !== null) === false) return;
    this.#listed.set(fingerprint, step);
    onItem({ fingerprint, tier, step, rules: this.#rulesOf(record, item), row: rowOf(), countedAs: said });
  }

  /** The figures, given the distinct keys of valid records in tiers A and B. */
  figures(keys: { readonly A: number; readonly B: number }): WorkListFigures {
    const { confirmed, rejected, anonymised, restored } = this.#said;
    const open = (tier: "A" | "B") => keys[tier] - new Set([...confirmed[tier], ...restored[tier]]).size;
    const split = (said: ReturnType<typeof empty>) => ({ A: said.A.size, B: said.B.size });
    return {
      open: { A: open("A"), B: open("B") },
      confirmed: split(confirmed),
      rejected: split(rejected),
      anonymised: split(anonymised),
      restored: restored.A.size + restored.B.size + restored.C.size,
      unmatched: this.#hooks.book.unmatched,
    };
  }

  #rulesOf(record: SeizedRecord, { tier, step, machine }: LookedAt["item"]): string[] {
    const rules = rulesOfTier(record, tier, this.#table).map((rule) => `tier:${rule}`);
    if (step === "excluded") return [...rules, `exclusion:${machine === "test-data" ? "test-data" : "luhn"}`];
    const { kind } = mustIdentify(record);
    return [...rules, `value:${kind === "name+address" || kind === "name+other" ? "name" : kind}`];
  }
}

function empty(): Record<Tier, Set<string>> {
  return { A: new Set(), B: new Set(), C: new Set() };
}

/** The figures of a count for which nobody decided anything: every item of tiers A and B is open. */
export function openFigures(keys: { readonly A: number; readonly B: number }): WorkListFigures {
  const none = { A: 0, B: 0 };
  return { open: { A: keys.A, B: keys.B }, confirmed: none, rejected: none, anonymised: none, restored: 0, unmatched: 0 };
}
