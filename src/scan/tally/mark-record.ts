import { EXCLUSION_REASONS, type ExclusionReason } from "#scan/exclusion-reasons.ts";
import { KIND_NAMES, type Tier } from "#scan/kinds.ts";
import { judgeRecord, type RecordDecision } from "#scan/records/judge-record.ts";
import { type Identifier, identifierOfKind, strongestIdentifier } from "#scan/records/record-key.ts";
import { identifiesAlone, type RecordFinding, type SeizedRecord } from "#scan/records/seized-record.ts";
import {
  type ChunkCount,
  COMPOSITE,
  COUNTED,
  EXCLUDED,
  emptyKindCounters,
  emptyTierCounters,
  FACT,
  failedWord,
  JOINED,
  KEYED,
  MARK_WORDS,
  NO_PARTY,
  PARTY,
  RANKED,
  ROLES,
  SEIZED,
  TIER_PLACE,
  VALID,
  WHOLE_ROW,
} from "#scan/tally/marks.ts";
import { packValue } from "#scan/tally/pack-value.ts";
import { isIdentitySet, tierOfRecord } from "#scan/tiers/tier-of-record.ts";
import { TIERS_2017_10, type TierTable } from "#scan/tiers/tiers-2017-10.ts";

/** What a record is before it is held against the others: excluded for a reason, or valid under its key. */
export type MarkedRecord = { readonly tier: Tier; readonly reason: ExclusionReason | null };

const KIND_INDEX: ReadonlyMap<string, number> = new Map(KIND_NAMES.map((kind, index) => [kind, index]));
const STATE_INDEX = { valid: 0, damaged: 1, invalid: 2 } as const;
const REASON_INDEX: ReadonlyMap<ExclusionReason, number> = new Map(EXCLUSION_REASONS.map((reason, index) => [reason, index]));
const FIRST_MARKS = 256;

/**
 * Turns seized records into marks and counters: the one place that says what a record means for the figures. Whatever settles the marks
 * (`Tally` one by one, `settleMarks` all together) adds nothing to that meaning.
 */
export class RecordMarker {
  readonly #key: string;
  readonly #tierTable: TierTable;
  readonly #packed = new Uint32Array(4);
  /** where the mark of each finding of the record at hand begins, by place in its findings; -1 for one that is not valid */
  readonly #at: number[] = [];
  #composite: { readonly identifier: Identifier; readonly at: number } | null = null;
  #kinds = emptyKindCounters();
  #tiers = emptyTierCounters();
  #failed = new Map<string, number>();
  #parties = 0;
  #end = 0;
  /** the marks so far, in words before `end`; another array after it grew or was taken */
  marks = new Uint32Array(FIRST_MARKS * MARK_WORDS);

  /** `key` as in the options: `auto`, `row` or a kind. */
  constructor(key: string, tiers: TierTable = TIERS_2017_10) {
    this.#key = key;
    this.#tierTable = tiers;
  }

  /** Words of marks so far. */
  get end(): number {
    return this.#end;
  }

  mark(record: SeizedRecord, decision: RecordDecision | null): MarkedRecord {
    const tier = tierOfRecord(record, this.#tierTable);
    const counters = TIER_PLACE[tier];
    this.#count(counters + SEIZED);
    this.#composite = null;
    this.#markFindings(record.findings);
    const reason = judgeRecord(record.findings, decision);
    if (reason !== null) {
      this.#count(counters + EXCLUDED + (REASON_INDEX.get(reason) ?? 0));
      return { tier, reason };
    }
    this.#count(counters + VALID);
    const strongest = strongestOf(record.findings);
    this.#markPersons(record.findings, strongest, tier);
    this.#give(this.#markOfKey(record, strongest, tier), KEYED[tier]);
    return { tier, reason: null };
  }

  /** What was marked and counted since the last call; begins anew. */
  take(): ChunkCount {
    return { ...this.takeMarks(), ...this.takeCounters() };
  }

  takeMarks(): Pick<ChunkCount, "marks" | "parties"> {
    const taken = { marks: this.marks.slice(0, this.#end), parties: this.#parties };
    this.forgetMarks();
    return taken;
  }

  takeCounters(): Pick<ChunkCount, "kinds" | "tiers" | "failed"> {
    const taken = { kinds: this.#kinds, tiers: this.#tiers, failed: this.#failed };
    this.#failed = new Map();
    this.#kinds = emptyKindCounters();
    this.#tiers = emptyTierCounters();
    return taken;
  }

  /** Marks that were looked at go; the counters stay until they are taken. */
  forgetMarks(): void {
    this.#end = 0;
    this.#parties = 0;
  }

  #count(at: number): void {
    this.#tiers[at] = (this.#tiers[at] ?? 0) + 1;
  }

  #markFindings(findings: readonly RecordFinding[]): void {
    for (let place = 0; place < findings.length; place++) {
      const finding = findings[place];
      if (finding === undefined) continue;
      const { kind, state, value } = finding;
      if (state !== "valid") this.#countFailed(failedWord(kind, state, finding.because));
      const index = KIND_INDEX.get(kind) ?? 0;
      const at = index * 3 + STATE_INDEX[state];
      this.#kinds[at] = (this.#kinds[at] ?? 0) + 1;
      this.#at[place] = state === "valid" ? this.#append(index, value, COUNTED) : -1;
    }
  }

  #countFailed(word: string): void {
    this.#failed.set(word, (this.#failed.get(word) ?? 0) + 1);
  }

  #markPersons(findings: readonly RecordFinding[], strongest: Identifier, tier: Tier): void {
    const relation = findings.some((finding) => finding.otherParty);
    const other = relation ? strongestIdentifier(findings, true) : null;
    const own = relation ? strongestIdentifier(findings, false) : strongest;
    if (own !== null) this.#markParty(findings, own, false, tier);
    if (other !== null) this.#markParty(findings, other, true, tier);
    if (own === null && other === null) this.#markParty(findings, strongest, null, tier);
  }

  #markParty(findings: readonly RecordFinding[], strongest: Identifier, otherParty: boolean | null, tier: Tier): void {
    const party = this.#parties++;
    const person = this.#markOfIdentifier(strongest, findings);
    this.#give(person, RANKED[tier] | JOINED, party);
    for (let place = 0; place < findings.length; place++) {
      const finding = findings[place];
      const at = this.#at[place] ?? -1;
      if (finding === undefined || at < 0 || at === person || (otherParty !== null && finding.otherParty !== otherParty)) continue;
      if (identifiesAlone(finding.kind) && finding.kind !== "biometric") this.#give(at, JOINED, party);
    }
  }

  /**
   * The mark under which a valid record is the same as another. A record without the kind that `--key KIND` asks for falls back to its
   * strongest identifier, so that it is never merged with another without a reason.
   */
  #markOfKey(record: SeizedRecord, strongest: Identifier, tier: Tier): number {
    if (this.#key === "row") return this.#append(WHOLE_ROW, record.everything(), 0);
    const asked = this.#key === "auto" ? null : identifierOfKind(record.findings, this.#key);
    const identifier = asked ?? strongest;
    const details = tier === "C" || isIdentitySet(record, tier, this.#tierTable) ? "" : record.details();
    if (details === "") return this.#markOfIdentifier(identifier, record.findings);
    return this.#append(FACT, `${identifier.kind}\u0000${identifier.value}\u0001${details}`, 0);
  }

  #markOfIdentifier(identifier: Identifier, findings: readonly RecordFinding[]): number {
    for (let place = 0; place < findings.length; place++) if (findings[place] === identifier) return this.#at[place] ?? 0;
    if (this.#composite?.identifier === identifier) return this.#composite.at;
    const { kind, value } = identifier;
    const number = kind === "name+address" || kind === "name+other" ? COMPOSITE[kind] : (KIND_INDEX.get(kind) ?? 0);
    const at = this.#append(number, value, 0);
    this.#composite = { identifier, at };
    return at;
  }

  #append(kind: number, value: string, roles: number): number {
    const at = this.#end;
    this.#end = at + MARK_WORDS;
    if (this.#end > this.marks.length) {
      const larger = new Uint32Array(this.marks.length * 2);
      larger.set(this.marks);
      this.marks = larger;
    }
    packValue(kind, value, this.#packed);
    this.marks.set(this.#packed, at);
    this.marks[at + PARTY] = NO_PARTY;
    this.marks[at + ROLES] = roles;
    return at;
  }

  #give(at: number, roles: number, party: number | null = null): void {
    this.marks[at + ROLES] = (this.marks[at + ROLES] ?? 0) | roles;
    if (party !== null) this.marks[at + PARTY] = party;
  }
}

function strongestOf(findings: readonly RecordFinding[]): Identifier {
  const strongest = strongestIdentifier(findings, false) ?? strongestIdentifier(findings, true) ?? strongestIdentifier(findings, null);
  if (strongest === null) throw new Error("a valid record has no identifier"); // judgeRecord and strongestIdentifier disagree: a bug
  return strongest;
}
