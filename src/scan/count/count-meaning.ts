import { groupShapes } from "#scan/columns/group-shapes.ts";
import { correctColumns } from "#scan/corrections/correct-columns.ts";
import { correctDefinition, measureCorrections } from "#scan/corrections/measure-corrections.ts";
import type { WorkListFigures } from "#scan/decisions/decisions.contract.ts";
import { type LookedAt, openFigures, WorkList, type WorkListHooks } from "#scan/decisions/work-list.ts";
import { SideBySide } from "#scan/definitions/side-by-side.ts";
import { tellEffects } from "#scan/definitions/tell-effects.ts";
import type { Tier } from "#scan/kinds.ts";
import type { SeizedCountRow } from "#scan/records/count-row.ts";
import type { SeizedRecord } from "#scan/records/seized-record.ts";
import type { TableSink } from "#scan/records/table-reader.ts";
import type { CountOptions, CountResult, Definition, SourceReport } from "#scan/scan.contract.ts";
import type { Figures } from "#scan/tally/counters.ts";
import { sumLedger } from "#scan/tally/ledger.ts";
import type { RecordOutcome } from "#scan/tally/tally.ts";
import { overrideTiers, raisedKinds } from "#scan/tiers/override-tiers.ts";
import { TIERS_2017_10, type TierTable } from "#scan/tiers/tiers-2017-10.ts";

type Meaning = Pick<CountResult, "shapes" | "corrections" | "definitions" | "effects" | "workList" | "proved">;

/**
 * What persons have to say in a count: corrections of columns, tiers, item and key; decisions on items; and the other definitions it is
 * held against. A count to which nobody said anything is told the same things with nothing in them.
 */
export class CountMeaning {
  readonly tiers: TierTable;
  readonly detailKinds: ReadonlySet<string>;
  readonly #options: CountOptions;
  readonly #workList: WorkList | null;
  readonly #beside: SideBySide | null;

  /** `options` as `effectiveOptions` gave them. */
  constructor(options: CountOptions, hooks: WorkListHooks | undefined) {
    const corrections = options.corrections ?? [];
    this.#options = options;
    this.tiers = overrideTiers(TIERS_2017_10, corrections);
    this.detailKinds = raisedKinds(corrections);
    if (hooks === undefined && options.decisions !== undefined) throw new Error("decisions are looked up by `countDecided`");
    this.#workList = hooks === undefined ? null : new WorkList(options.key, this.tiers, hooks);
    this.#beside = options.definitions ? new SideBySide(options.key, this.tiers) : null;
  }

  correctColumns(
    source: string,
    ...[shape, columns]: Parameters<NonNullable<TableSink["correct"]>>
  ): ReturnType<NonNullable<TableSink["correct"]>> {
    return correctColumns(this.#options.corrections ?? [], { shape, source, columns });
  }

  look(record: SeizedRecord, source: string): LookedAt | null {
    return this.#workList?.look(record, source) ?? null;
  }

  note(record: SeizedRecord, looked: LookedAt | null, outcome: RecordOutcome, rowOf: () => SeizedCountRow): void {
    if (outcome.reason === null) this.#beside?.add(record, outcome.tier);
    if (looked !== null) this.#workList?.note(looked, outcome, rowOf);
  }

  /** Takes a valid record of an earlier run that is held against the other definitions alone. */
  noteUnseen({ record, tier }: { readonly record: SeizedRecord; readonly tier: Tier }): void {
    this.#beside?.add(record, tier);
  }

  tell(figures: Figures, sources: readonly SourceReport[]): Meaning {
    const workList = this.#workList?.figures(figures.keys) ?? openFigures(figures.keys);
    const beside = this.#beside;
    return {
      ...tellMeaning(this.#options, workList, sources),
      ...(beside === null
        ? {}
        : {
            definitions: [...beside.definitions(figures.ledger.tiers), byPerson(figures, this.#options.key)],
            effects: tellEffects(figures.ledger, beside.keyedBy(), beside.details()),
          }),
    };
  }
}

/** The options by which a count goes: item and key as the corrections have them. */
export function effectiveOptions(options: CountOptions): CountOptions {
  return correctDefinition(options, options.corrections ?? []);
}

/** What is told of every count: shapes, effects of corrections, items of tiers A and B. */
export function tellMeaning(options: CountOptions, workList: WorkListFigures, sources: readonly SourceReport[]): Meaning {
  return {
    shapes: groupShapes(sources),
    ...(options.corrections === undefined ? {} : { corrections: measureCorrections(options.corrections, sources) }),
    workList,
    proved: workList.open.A + workList.open.B === 0,
  };
}

/** The item `person` beside the others: each person in the highest tier it stands in, whatever the key. */
function byPerson({ ledger, personsByTier }: Figures, key: string): Definition {
  const lineOf = (tier: "A" | "B" | "C") => {
    const distinct = personsByTier[tier];
    return { ...ledger.tiers[tier], distinct, duplicates: ledger.tiers[tier].valid - distinct };
  };
  return { item: "person", key, ...sumLedger({ A: lineOf("A"), B: lineOf("B"), C: lineOf("C") }) };
}
