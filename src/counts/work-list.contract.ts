import { z } from "zod";
import { RequestId } from "#cases/cases.contract.ts";
import { CountRow } from "#counts/counts.contract.ts";
import { ItemDecision, ItemFingerprint, ItemPlace, PersonDecision } from "#scan/decisions/decisions.contract.ts";

const Reason = z.string().trim().min(1).max(1000);

/** `open`: an item of tier A or B that nobody decided; `excluded`: left out by the machine and able to be restored by a person. */
export const ItemState = z.enum(["open", "confirmed", "rejected", "anonymised", "excluded", "restored"]);
export type ItemState = z.infer<typeof ItemState>;

/** 一个待核实项 one item, masked: what the machine found beside what a person found. */
export const WorkItem = z.object({
  /** place in the list, in the order of the evidence */
  seq: z.int(),
  fingerprint: ItemFingerprint,
  tier: z.enum(["A", "B", "C"]),
  state: ItemState,
  /** rules behind the machine's finding, such as `tier:whereabouts`, `value:resident-id`, `exclusion:luhn`; stable words */
  machine: z.object({ step: z.enum(["valid", "excluded"]), rules: z.array(z.string()) }),
  row: CountRow,
  human: z
    .object({ decision: ItemDecision, reason: z.string().nullable(), wrong: z.array(z.string()), by: z.string(), at: z.iso.datetime() })
    .nullable(),
});
export type WorkItem = z.infer<typeof WorkItem>;

const TierProgress = z.object({ open: z.int(), confirmed: z.int(), rejected: z.int(), anonymised: z.int(), restored: z.int() });

/** 核实进度 how far a count's items are decided at this moment. */
export const WorkListProgress = z.object({
  tiers: z.object({ A: TierProgress, B: TierProgress }),
  /** open items that are not in the list (it holds the first 50,000): the next count lists them */
  beyond: z.object({ A: z.int(), B: z.int() }),
  /** decisions were made since that the figures do not hold yet: count again */
  recount: z.boolean(),
  /** nothing is open and nothing waits for another count */
  proved: z.boolean(),
  override: z.object({ reason: z.string(), by: z.string(), at: z.iso.datetime(), open: z.object({ A: z.int(), B: z.int() }) }).nullable(),
  /** may be printed as proved: it is, or somebody who may took it upon themselves */
  printable: z.boolean(),
});
export type WorkListProgress = z.infer<typeof WorkListProgress>;

export const FindItemsQuery = z.object({
  state: ItemState.default("open"),
  tier: z.enum(["A", "B", "C"]).optional(),
  /** items after this place in the list */
  after: z.coerce.number().int().min(-1).default(-1),
  size: z.coerce.number().int().min(1).max(100).default(20),
});
export const WorkItemList = z.object({ items: z.array(WorkItem), progress: WorkListProgress });

const Fingerprints = z.array(ItemFingerprint).min(1).max(500);

/** `reason` is needed for all but `confirmed`; `wrong`: which of the machine's rules were wrong (none named: all behind the item). */
export const DecideItemsRequest = z
  .object({
    requestId: RequestId,
    decision: ItemDecision,
    fingerprints: Fingerprints,
    reason: Reason.nullable(),
    wrong: z.array(z.string().max(60)).max(40).default([]),
  })
  .refine(({ decision, reason }) => decision === "confirmed" || reason !== null, { error: "理由 / a reason", path: ["reason"] });
/** Takes decisions back: the items are as the machine left them, and the record says by whom. */
export const UndoDecisionsRequest = z.object({ requestId: RequestId, fingerprints: Fingerprints, reason: Reason.nullable() });
/** Single records of tier C (rows of the count, by place): untrue, anonymised, or taken back. The answer names them by their marks. */
export const DecideRowsRequest = z
  .object({
    requestId: RequestId,
    decision: z.enum(["rejected", "anonymised", "undone"]),
    places: z.array(ItemPlace).min(1).max(100),
    reason: Reason.nullable(),
  })
  .refine(({ decision, reason }) => decision === "undone" || reason !== null, { error: "理由 / a reason", path: ["reason"] });
/** `conflicts` were decided by somebody meanwhile (or, undoing, were not decided) and are left as they are. */
export const ItemDecisionsAnswer = z.object({
  changed: z.array(ItemFingerprint),
  conflicts: z.array(z.object({ fingerprint: ItemFingerprint, state: ItemState, by: z.string().nullable() })),
  progress: WorkListProgress,
});
export type ItemDecisionsAnswer = z.infer<typeof ItemDecisionsAnswer>;

export const OverrideProofRequest = z.object({ requestId: RequestId, reason: Reason });

/** 规则准确率 of the decided items behind which a rule stood, how many it was right about; Wilson interval at 95 %. Null where nobody decided. */
export const RulePrecision = z.object({
  rule: z.string(),
  zh: z.string(),
  en: z.string(),
  right: z.int(),
  wrong: z.int(),
  precision: z.number().nullable(),
  from: z.number().nullable(),
  to: z.number().nullable(),
});
export type RulePrecision = z.infer<typeof RulePrecision>;
/** Precision of every rule over all decisions of the count's case. */
export const WorkListReport = z.object({ progress: WorkListProgress, rules: z.array(RulePrecision) });

/** Every decision in force, machine's and person's finding side by side: goes into the case file and into `tandem count --decisions`. */
export const DecisionExport = z.object({
  fingerprintKey: z.null(),
  decisions: z.array(
    PersonDecision.and(z.object({ machine: z.object({ tier: z.string(), step: z.string(), rules: z.array(z.string()) }) })),
  ),
});
