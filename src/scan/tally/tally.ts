import { KIND_NAMES, type Tier } from "#scan/kinds.ts";
import { judgeRecord, type RecordDecision } from "#scan/records/judge-record.ts";
import { type Identifier, identifierOfKind, strongestIdentifier } from "#scan/records/record-key.ts";
import { identifiesAlone, type RecordFinding, type SeizedRecord } from "#scan/records/seized-record.ts";
import type { CountResult, ExclusionReason, KindCount } from "#scan/scan.contract.ts";
import { type AgeGroups, addToGroups } from "#scan/tally/age-groups.ts";
import { Interner, NumberColumn } from "#scan/tally/interner.ts";
import { assertReconciled, emptyLine, sumLedger } from "#scan/tally/ledger.ts";
import { packValue } from "#scan/tally/pack-value.ts";
import { PersonGroups } from "#scan/tally/persons.ts";
import { isIdentitySet, tierOfRecord } from "#scan/tiers/tier-of-record.ts";

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
};

const COMPOSITE = { "name+address": 40, "name+other": 41 } as const;
const FACT = 42;
const WHOLE_ROW = 43;
const COUNTED = 1;
const KEYED = { A: 2, B: 4, C: 8 } as const;
const PERSON_SHIFT = 4; // two bits: 1 = C, 2 = B, 3 = A, the highest tier the person stands in
const PERSON_RANK = { A: 3, B: 2, C: 1 } as const;
const KIND_INDEX: ReadonlyMap<string, number> = new Map(KIND_NAMES.map((kind, index) => [kind, index]));

/** Counts records into the three ledgers, persons and groups. Exact, in memory; the order of the records changes no figure. */
export class Tally {
  readonly #options: TallyOptions;
  readonly #values = new Interner();
  readonly #flags = new NumberColumn();
  readonly #groups = new PersonGroups(new NumberColumn());
  readonly #firstSource = new NumberColumn();
  readonly #firstRow = new NumberColumn();
  readonly #lines = { A: emptyLine(), B: emptyLine(), C: emptyLine() };
  readonly #ages: AgeGroups = { under14: 0, under18: 0, over60: 0, women: 0 };
  readonly #personsByRank = [0, 0, 0, 0];
  readonly #distinct = new Uint32Array(KIND_NAMES.length);
  readonly #packed = new Uint32Array(4);
  /** numbers of the valid values of the record at hand, by place in its findings; -1 for one that is not valid */
  readonly #numbers: number[] = [];
  #kinds = emptyKinds();
  readonly #allKinds = emptyKinds();

  constructor(options: TallyOptions) {
    this.#options = options;
  }

  /** Counts one seized record of a source (its number, from 0). */
  add(record: SeizedRecord, source: number, decision: RecordDecision | null = null): RecordOutcome {
    const tier = tierOfRecord(record);
    const line = this.#lines[tier];
    line.seized++;
    this.#countFindings(record.findings);
    const reason = judgeRecord(record.findings, decision);
    if (reason !== null) {
      line.excluded[reason] = (line.excluded[reason] ?? 0) + 1;
      return { tier, step: "excluded", reason, first: null };
    }
    line.valid++;
    const strongest = strongestOf(record.findings);
    this.#countPersons(record.findings, strongest, tier);
    const key = this.#keyOf(record, strongest, tier);
    const flags = this.#flags.get(key);
    if ((flags & KEYED[tier]) !== 0) {
      line.duplicates++;
      const first = this.#options.keepPlaces ? { source: this.#firstSource.get(key), row: this.#firstRow.get(key) } : null;
      return { tier, step: "duplicate", reason: null, first };
    }
    this.#flags.set(key, flags | KEYED[tier]);
    if (this.#options.keepPlaces) {
      this.#firstSource.set(key, source);
      this.#firstRow.set(key, record.row);
    }
    line.distinct++;
    return { tier, step: "distinct", reason: null, first: null };
  }

  /** The kinds counted since the last call: those of one source. */
  takeKinds(): KindCount[] {
    const counted = this.#kinds;
    this.#kinds = emptyKinds();
    for (let at = 0; at < counted.length; at++) this.#allKinds[at] = (this.#allKinds[at] ?? 0) + (counted[at] ?? 0);
    return listKinds(counted);
  }

  /** @throws an Error when the ledgers do not reconcile */
  result(): Pick<CountResult, "kinds" | "ledger" | "persons" | "groups"> {
    this.takeKinds();
    const persons = { atLeast: this.#groups.groups, atMost: this.#personsByRank.reduce((sum, count) => sum + count, 0) };
    const ledger = sumLedger(this.#options.item === "person" ? this.#linesByPerson() : this.#lines);
    assertReconciled(ledger);
    const kinds = listKinds(this.#allKinds).map((count) => ({ ...count, distinct: this.#distinct[KIND_INDEX.get(count.kind) ?? 0] ?? 0 }));
    return { kinds, ledger, persons, groups: { asOf: this.#options.asOf, ...this.#ages } };
  }

  /**
   * `--item person`: `distinct` is persons.atMost, each person in the highest tier it stands in. `duplicates` stays valid − distinct; in a
   * table of relations, where each record names two persons, it can be negative.
   */
  #linesByPerson() {
    const lineOf = (tier: Tier) => {
      const line = this.#lines[tier];
      const distinct = this.#personsByRank[PERSON_RANK[tier]] ?? 0;
      return { ...line, distinct, duplicates: line.valid - distinct };
    };
    return { A: lineOf("A"), B: lineOf("B"), C: lineOf("C") };
  }

  #countFindings(findings: readonly RecordFinding[]): void {
    for (let place = 0; place < findings.length; place++) {
      const finding = findings[place];
      if (finding === undefined) continue;
      const { kind, state, value } = finding;
      const index = KIND_INDEX.get(kind) ?? 0;
      const at = index * 3 + (state === "valid" ? 0 : state === "damaged" ? 1 : 2);
      this.#kinds[at] = (this.#kinds[at] ?? 0) + 1;
      if (state !== "valid") {
        this.#numbers[place] = -1;
        continue;
      }
      const number = this.#numberOf(index, value);
      this.#numbers[place] = number;
      const flags = this.#flags.get(number);
      if ((flags & COUNTED) !== 0) continue;
      this.#flags.set(number, flags | COUNTED);
      this.#distinct[index] = (this.#distinct[index] ?? 0) + 1;
      if (kind === "resident-id") addToGroups(this.#ages, value, this.#options.asOf);
    }
  }

  #countPersons(findings: readonly RecordFinding[], strongest: Identifier, tier: Tier): void {
    const relation = findings.some((finding) => finding.otherParty);
    const other = relation ? strongestIdentifier(findings, true) : null;
    const own = relation ? strongestIdentifier(findings, false) : strongest;
    if (own !== null) this.#countParty(findings, own, false, tier);
    if (other !== null) this.#countParty(findings, other, true, tier);
    if (own === null && other === null) this.#countParty(findings, strongest, null, tier);
  }

  #countParty(findings: readonly RecordFinding[], strongest: Identifier, otherParty: boolean | null, tier: Tier): void {
    const person = this.#numberOfIdentifier(strongest, findings);
    const flags = this.#flags.get(person);
    const before = (flags >> PERSON_SHIFT) & 3;
    const rank = PERSON_RANK[tier];
    if (rank > before) {
      if (before > 0) this.#personsByRank[before] = (this.#personsByRank[before] ?? 0) - 1;
      this.#personsByRank[rank] = (this.#personsByRank[rank] ?? 0) + 1;
      this.#flags.set(person, (flags & ~(3 << PERSON_SHIFT)) | (rank << PERSON_SHIFT));
    }
    this.#groups.add(person);
    for (let place = 0; place < findings.length; place++) {
      const finding = findings[place];
      const number = this.#numbers[place] ?? -1;
      if (finding === undefined || number < 0 || (otherParty !== null && finding.otherParty !== otherParty)) continue;
      if (!identifiesAlone(finding.kind) || finding.kind === "biometric") continue;
      if (number === person) continue;
      this.#groups.add(number);
      this.#groups.join(person, number);
    }
  }

  /**
   * The number under which a valid record is the same as another. A record without the kind that `--key KIND` asks for falls back to its
   * strongest identifier, so that it is never merged with another without a reason.
   */
  #keyOf(record: SeizedRecord, strongest: Identifier, tier: Tier): number {
    if (this.#options.key === "row") return this.#numberOf(WHOLE_ROW, record.everything());
    const asked = this.#options.key === "auto" ? null : identifierOfKind(record.findings, this.#options.key);
    const identifier = asked ?? strongest;
    const details = tier === "C" || isIdentitySet(record, tier) ? "" : record.details();
    if (details === "") return this.#numberOfIdentifier(identifier, record.findings);
    return this.#numberOf(FACT, `${identifier.kind}\u0000${identifier.value}\u0001${details}`);
  }

  #numberOfIdentifier(identifier: Identifier, findings: readonly RecordFinding[]): number {
    for (let place = 0; place < findings.length; place++) if (findings[place] === identifier) return this.#numbers[place] ?? -1;
    const { kind, value } = identifier;
    return this.#numberOf(kind === "name+address" || kind === "name+other" ? COMPOSITE[kind] : (KIND_INDEX.get(kind) ?? 0), value);
  }

  #numberOf(kind: number, value: string): number {
    packValue(kind, value, this.#packed);
    return this.#values.intern(this.#packed);
  }
}

function strongestOf(findings: readonly RecordFinding[]): Identifier {
  const strongest = strongestIdentifier(findings, false) ?? strongestIdentifier(findings, true) ?? strongestIdentifier(findings, null);
  if (strongest === null) throw new Error("a valid record has no identifier"); // judgeRecord and strongestIdentifier disagree: a bug
  return strongest;
}

function emptyKinds(): Uint32Array {
  return new Uint32Array(KIND_NAMES.length * 3);
}

function listKinds(counted: Uint32Array): KindCount[] {
  return KIND_NAMES.flatMap((kind, index) => {
    const [valid = 0, damaged = 0, invalid = 0] = counted.subarray(index * 3, index * 3 + 3);
    const found = valid + damaged + invalid;
    return found === 0 ? [] : [{ kind, found, valid, damaged, invalid }];
  });
}
