import { type Verdict, verdictOf } from "#scan/authenticity/tell-authenticity.ts";
import type { Kind, Tier } from "#scan/kinds.ts";
import { maskValue } from "#scan/masking/mask-value.ts";
import { explainDistinct, explainDuplicate, explainExclusion } from "#scan/records/explain-record.ts";
import { strongestIdentifier } from "#scan/records/record-key.ts";
import type { SeizedRecord } from "#scan/records/seized-record.ts";
import type { ExclusionReason } from "#scan/scan.contract.ts";

/** One record behind a figure, masked, with the way back to the evidence: what the casework side keeps and shows. */
export type SeizedCountRow = {
  readonly tier: Tier;
  readonly step: "distinct" | "duplicate" | "excluded";
  readonly reason: ExclusionReason | null;
  readonly sentence: { readonly zh: string; readonly en: string };
  readonly place: { readonly source: string; readonly row: number; readonly offset: number };
  readonly cells: readonly {
    readonly column: string;
    readonly kind: Kind | null;
    readonly state: "valid" | "damaged" | "invalid" | null;
    readonly masked: string;
    /** what can be said of the value without asking anybody; never that it is true */
    readonly verdict?: Verdict | null;
  }[];
  readonly duplicateOf: { readonly source: string; readonly row: number } | null;
  /** read out of a picture, which can go wrong */
  readonly readBy?: "ocr";
};

type Outcome = { readonly tier: Tier; readonly step: SeizedCountRow["step"]; readonly reason: ExclusionReason | null };

/** The row to show for a record and what became of it; `first` is the record it repeats. */
export function buildCountRow(
  record: SeizedRecord,
  { tier, step, reason }: Outcome,
  source: string,
  first: SeizedCountRow["duplicateOf"],
): SeizedCountRow {
  return {
    tier,
    step,
    reason,
    sentence:
      reason !== null
        ? explainExclusion(reason, record.findings)
        : first !== null
          ? explainDuplicate(first)
          : explainDistinct(keyKind(record)),
    place: { source, row: record.row, offset: record.offset() },
    cells: record.cells().map(({ column, kind, state, raw, because = null }) => ({
      column,
      kind,
      state,
      masked: maskValue(kind, raw),
      verdict: kind === null || state === null ? null : verdictOf(kind, state, because),
    })),
    duplicateOf: first,
  };
}

function keyKind({ findings }: SeizedRecord): Kind | "name+address" | "name+other" {
  return (
    (strongestIdentifier(findings, false) ?? strongestIdentifier(findings, true) ?? strongestIdentifier(findings, null))?.kind ??
    "name+other"
  );
}
