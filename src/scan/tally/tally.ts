import { KIND_NAMES, type Tier } from "#scan/kinds.ts";
import type { RecordDecision } from "#scan/records/judge-record.ts";
import type { SeizedRecord } from "#scan/records/seized-record.ts";
import type { ExclusionReason } from "#scan/scan.contract.ts";
import { addToGroups, numberOfDate, unpackResidentId } from "#scan/tally/age-groups.ts";
import { Counters, type Figures, figuresOf, type Settlement } from "#scan/tally/counters.ts";
import { Interner, NumberColumn } from "#scan/tally/interner.ts";
import { RecordMarker } from "#scan/tally/mark-record.ts";
import {
  type ChunkCount,
  COUNTED,
  JOINED,
  KEYED,
  KIND_SPACE,
  kindOfWord,
  MARK_WORDS,
  PARTY,
  RANK_BITS,
  RANK_SHIFT,
  ROLES,
} from "#scan/tally/marks.ts";
import { PersonGroups } from "#scan/tally/persons.ts";
import type { TierTable } from "#scan/tiers/tiers-2017-10.ts";

/** What a record became; `first` is the place of the record it repeats. */
export type RecordOutcome = {
  readonly tier: Tier;
  readonly step: "distinct" | "duplicate" | "excluded";
  readonly reason: ExclusionReason | null;
  readonly first: { readonly source: number; readonly row: number } | null;
};

export type TallyOptions = {
  readonly item: "record" | "person";
  readonly key: string;
  readonly asOf: string;
  readonly keepPlaces: boolean;
  /** whether the marks of each source are asked for, to be added again another time */
  readonly keepMarks?: boolean;
  /** the tier table with what persons decided otherwise; the dated one where nobody did */
  readonly tiers?: TierTable;
};

/** The marks of a source in the order of its records, with the row of each record that has a key: enough to count it again without reading it. */
export type CountedSource = ChunkCount & { readonly rows: Uint32Array<ArrayBuffer> };

const KEYS = KEYED.A | KEYED.B | KEYED.C;
const RESIDENT_ID = KIND_NAMES.indexOf("resident-id");

/**
 * Settles marks one record after the other and answers at once what each record became and which one it repeats: for those who show
 * rows. Exact, in memory (about 40 bytes a distinct value); the order of the records changes no figure. `settleMarks` gives the same figures for more records than fit.
 */
export class Tally {
  readonly #options: TallyOptions;
  readonly #asOf: number;
  readonly #marker: RecordMarker;
  readonly #values = new Interner();
  readonly #flags = new NumberColumn();
  readonly #groups = new PersonGroups(new NumberColumn());
  readonly #firstSource = new NumberColumn();
  readonly #firstRow = new NumberColumn();
  readonly #keys = { A: 0, B: 0, C: 0 };
  readonly #ages = { under14: 0, under18: 0, over60: 0, women: 0 };
  readonly #personsByRank = [0, 0, 0, 0];
  readonly #distinct = new Float64Array(KIND_SPACE);
  readonly #counters = new Counters();
  /** the two parties that came last and the number of the first identifier seen of each */
  readonly #parties = [-1, -1];
  readonly #identifiers = [0, 0];
  #rows: number[] = [];
  /** the key of the record at hand, and whether it came for the first time */
  #keyNumber = 0;
  #keyIsNew = false;

  constructor(options: TallyOptions) {
    this.#options = options;
    this.#asOf = numberOfDate(options.asOf);
    this.#marker = new RecordMarker(options.key, options.tiers);
  }

  /** Counts one seized record of a source (its number, from 0). */
  add(record: SeizedRecord, source: number, decision: RecordDecision | null = null): RecordOutcome {
    const begin = this.#marker.end;
    const { tier, reason } = this.#marker.mark(record, decision);
    this.#settle(this.#marker.marks, begin, this.#marker.end, source, record.row);
    if (this.#options.keepMarks !== true) {
      this.#marker.forgetMarks();
      this.#parties.fill(-1);
    } else if (reason === null) this.#rows.push(record.row);
    if (reason !== null) return { tier, step: "excluded", reason, first: null };
    if (this.#keyIsNew) return { tier, step: "distinct", reason: null, first: null };
    const number = this.#keyNumber;
    const first = this.#options.keepPlaces ? { source: this.#firstSource.get(number), row: this.#firstRow.get(number) } : null;
    return { tier, step: "duplicate", reason: null, first };
  }

  /** Counts a source again from what `takeSource` gave for it. */
  replay(counted: CountedSource, source: number): void {
    const { marks, rows } = counted;
    this.#parties.fill(-1);
    let begin = 0;
    let record = 0;
    for (let at = 0; at < marks.length; at += MARK_WORDS) {
      if (((marks[at + ROLES] ?? 0) & KEYS) === 0) continue;
      this.#settle(marks, begin, at + MARK_WORDS, source, rows[record++] ?? 0);
      begin = at + MARK_WORDS;
    }
    this.#settle(marks, begin, marks.length, source, 0);
    this.#parties.fill(-1);
    this.#counters.add(counted);
  }

  /** What was counted since the last call, that of one source: its counters; its marks and rows when they are kept. */
  takeSource(): CountedSource {
    const counted = { ...this.#marker.take(), rows: Uint32Array.from(this.#rows) };
    this.#rows = [];
    this.#parties.fill(-1);
    this.#counters.add(counted);
    return counted;
  }

  /** @throws an Error when the ledgers do not reconcile */
  result(): Figures {
    this.takeSource();
    const [, C = 0, B = 0, A = 0] = this.#personsByRank;
    const settlement: Settlement = {
      distinct: this.#distinct,
      keys: this.#keys,
      persons: { A, B, C },
      joined: this.#groups.groups,
      ages: this.#ages,
    };
    return figuresOf(this.#counters, settlement, this.#options);
  }

  #settle(marks: Uint32Array, begin: number, end: number, source: number, row: number): void {
    for (let at = begin; at < end; at += MARK_WORDS) {
      const number = this.#values.intern(marks, at);
      const roles = marks[at + ROLES] ?? 0;
      const before = this.#flags.get(number);
      let flags = before;
      if ((roles & COUNTED & ~before) !== 0) {
        flags |= COUNTED;
        this.#countValue(marks, at);
      }
      const rank = roles & RANK_BITS;
      if (rank > (before & RANK_BITS)) {
        flags = (flags & ~RANK_BITS) | rank;
        this.#rankPerson((before & RANK_BITS) >> RANK_SHIFT, rank >> RANK_SHIFT);
      }
      if ((roles & KEYS) !== 0) {
        this.#keyNumber = number;
        this.#keyIsNew = (roles & KEYS & ~before) !== 0;
        flags |= roles & KEYS;
        if (this.#keyIsNew) this.#countKey(number, roles, source, row);
      }
      if (flags !== before) this.#flags.set(number, flags);
      if ((roles & JOINED) !== 0) this.#join(number, marks[at + PARTY] ?? 0);
    }
  }

  #countValue(marks: Uint32Array, at: number): void {
    const kind = kindOfWord(marks[at] ?? 0);
    this.#distinct[kind] = (this.#distinct[kind] ?? 0) + 1;
    if (kind === RESIDENT_ID) addToGroups(this.#ages, unpackResidentId(marks[at] ?? 0, marks[at + 2] ?? 0, marks[at + 3] ?? 0), this.#asOf);
  }

  #rankPerson(before: number, rank: number): void {
    if (before > 0) this.#personsByRank[before] = (this.#personsByRank[before] ?? 0) - 1;
    this.#personsByRank[rank] = (this.#personsByRank[rank] ?? 0) + 1;
  }

  #countKey(number: number, roles: number, source: number, row: number): void {
    this.#keys[(roles & KEYED.A) !== 0 ? "A" : (roles & KEYED.B) !== 0 ? "B" : "C"]++;
    if (!this.#options.keepPlaces) return;
    this.#firstSource.set(number, source);
    this.#firstRow.set(number, row);
  }

  /** A record has two parties at most, numbered one after the other: each has its place by the last bit. */
  #join(number: number, party: number): void {
    this.#groups.add(number);
    const place = party & 1;
    if (this.#parties[place] === party) this.#groups.join(this.#identifiers[place] ?? 0, number);
    this.#parties[place] = party;
    this.#identifiers[place] = number;
  }
}
