import { z } from "zod";
import { AddresseeRelation, EscalationWay, RecommendationTypeId } from "#recommendations/recommendation-types.contract.ts";

/** 检察建议 what a draft says, and what is recorded of it. */
const Text = z.string().trim().max(4000);
const Needed = z.string().trim().min(1).max(2000);
export const Reason = z.string().trim().min(1).max(1000);
const Id = z.string().regex(/^[a-z0-9-]{1,40}$/);

/** A reference, never a copy: an item of evidence or a count of the case, or a place in a document, with the words it is found by. */
export const EvidenceReference = z.object({
  kind: z.enum(["evidence", "count", "document"]),
  id: z.uuid().nullable().default(null),
  label: z.string().trim().min(1).max(300),
  /** page, line or sheet */
  place: z.string().trim().max(200).default(""),
});
export type EvidenceReference = z.infer<typeof EvidenceReference>;

/** 验收标准 what shows that a measure is done, how and by when it is looked at; a count where it can be counted ("unmasked labels in a sample of 50: at most 0"). */
export const AcceptanceTest = z.object({
  shows: Needed,
  method: Needed,
  by: z.iso.date(),
  limit: z
    .object({
      what: z.string().trim().min(1).max(200),
      sample: z.number().int().min(1).max(10_000_000),
      atMost: z.number().int().min(0).max(10_000_000),
    })
    .nullable()
    .default(null),
});
export type AcceptanceTest = z.infer<typeof AcceptanceTest>;

export const Measure = z.object({ id: Id, text: Needed, test: AcceptanceTest, rechecks: z.array(z.iso.date()).max(12).default([]) });
export type Measure = z.infer<typeof Measure>;

/** 问题 → 证据 → 依据 → 建议 one finding and the measures it asks for. */
export const Finding = z.object({
  id: Id,
  problem: Needed,
  evidence: z.array(EvidenceReference).max(40),
  law: z.array(z.string().trim().min(1).max(300)).max(20),
  measures: z.array(Measure).max(20),
});
export type Finding = z.infer<typeof Finding>;

export const RecommendationContent = z.object({
  type: RecommendationTypeId,
  title: z.string().trim().min(1).max(120),
  addressee: z.object({ name: z.string().trim().max(120), relation: AddresseeRelation }),
  /** the words of its own that items of the type ask for (`source`, `other`) */
  texts: z.record(z.string().regex(/^[a-z-]{1,40}$/), Text).default({}),
  triggers: z.array(z.string().max(40)).max(6).default([]),
  objectionDays: z.number().int().min(1).max(120).nullable().default(null),
  /** `replyBy`: the shorter day where the type's urgent period is set case by case */
  urgent: z
    .object({ reason: z.string().trim().max(1000), replyBy: z.iso.date().nullable() })
    .nullable()
    .default(null),
  findings: z.array(Finding).max(20).default([]),
});
export type RecommendationContent = z.infer<typeof RecommendationContent>;

export const CheckResult = z.enum(["met", "partly", "not-met"]);
export type CheckResult = z.infer<typeof CheckResult>;

const measureChecked = {
  measureId: Id,
  on: z.iso.date(),
  result: CheckResult,
  found: Needed,
  evidence: z.array(EvidenceReference).max(40).default([]),
  /** what was counted, where the test has a limit */
  counted: z
    .object({ sample: z.number().int().min(0).max(10_000_000), count: z.number().int().min(0).max(10_000_000) })
    .nullable()
    .default(null),
};
const routeRecorded = {
  /** agreed: may be issued (the opinion agrees, the other procuratorate forwards or issues, the common superior decided so) */
  outcome: z.enum(["agreed", "disagreed", "superior-agreed", "superior-disagreed"]),
  body: z.string().trim().min(1).max(120),
  on: z.iso.date(),
  note: z.string().trim().max(1000).default(""),
};
const reviewed = {
  reviewer: z.string().trim().min(1).max(80),
  opinion: z.enum(["agree", "change", "disagree"]),
  note: Text,
  on: z.iso.date(),
};
const approved = { by: z.enum(["chief-procurator", "committee"]), on: z.iso.date(), note: z.string().trim().max(1000).default("") };
const issued = {
  on: z.iso.date(),
  deliveredOn: z.iso.date(),
  way: z.enum(["written", "on-site"]),
  /** announced on site only with the addressee's consent */
  consent: z.boolean().default(false),
  copies: z.array(z.string().max(40)).max(10).default([]),
};
const objected = { on: z.iso.date(), grounds: Needed };
const objectionDecided = { on: z.iso.date(), outcome: z.enum(["stands", "amend", "withdraw"]), reason: Reason };
const replied = { on: z.iso.date(), document: z.string().trim().max(200).default(""), summary: Needed };
const recheckPlanned = { measureId: Id, on: z.iso.date() };
const escalated = {
  way: EscalationWay,
  on: z.iso.date(),
  /** the day it was urged to rectify; for a suit the way of not performing */
  urgedOn: z.iso.date().nullable().default(null),
  failure: z.string().max(40).nullable().default(null),
  body: z.string().trim().max(200).default(""),
  reason: Reason,
};
const dated = { on: z.iso.date(), reason: Reason };
const closed = { on: z.iso.date(), reason: z.string().trim().max(1000).default("") };

export const RecommendationEvent = z.discriminatedUnion("type", [
  z.object({
    type: z.literal("drafted"),
    caseId: z.uuid(),
    procedureId: z.uuid().nullable(),
    officeCode: z.string().regex(/^\d{6}$/),
    content: RecommendationContent,
  }),
  z.object({ type: z.literal("revised"), content: RecommendationContent, reason: z.string() }),
  z.object({ type: z.literal("reviewed"), ...reviewed }),
  z.object({ type: z.literal("route-recorded"), ...routeRecorded }),
  z.object({ type: z.literal("approved"), ...approved, sendClock: z.uuid().nullable(), documentId: z.uuid() }),
  z.object({ type: z.literal("returned"), reason: z.string() }),
  z.object({
    type: z.literal("issued"),
    number: z.string().trim().min(1).max(60),
    ...issued,
    /** the clocks of reply and filing, and the last day to reply as it was told then */
    clocks: z.object({ reply: z.uuid(), file: z.uuid() }),
    replyDue: z.iso.date(),
  }),
  z.object({ type: z.literal("filed"), on: z.iso.date() }),
  z.object({ type: z.literal("objected"), ...objected }),
  z.object({ type: z.literal("objection-decided"), ...objectionDecided }),
  z.object({ type: z.literal("replied"), ...replied }),
  z.object({ type: z.literal("measure-checked"), ...measureChecked }),
  z.object({ type: z.literal("recheck-planned"), ...recheckPlanned }),
  z.object({ type: z.literal("escalated"), ...escalated }),
  z.object({ type: z.literal("withdrawn"), ...dated }),
  z.object({ type: z.literal("closed"), ...closed }),
]);
export type RecommendationEvent = z.infer<typeof RecommendationEvent>;

export const RecommendationAction = z.discriminatedUnion("type", [
  z.object({ type: z.literal("revise"), content: RecommendationContent, reason: z.string().trim().max(1000).default("") }),
  z.object({ type: z.literal("review"), ...reviewed }),
  z.object({ type: z.literal("record-route"), ...routeRecorded }),
  z.object({ type: z.literal("approve"), ...approved }),
  z.object({ type: z.literal("return"), reason: Reason }),
  /** `number`: typed only for what went out on paper before; otherwise it is that of the issued document */
  z.object({ type: z.literal("issue"), number: z.string().trim().max(60).default(""), ...issued }),
  z.object({ type: z.literal("file"), on: z.iso.date() }),
  z.object({ type: z.literal("object"), ...objected }),
  z.object({ type: z.literal("decide-objection"), ...objectionDecided }),
  z.object({ type: z.literal("reply"), ...replied }),
  z.object({ type: z.literal("check"), ...measureChecked }),
  z.object({ type: z.literal("plan-recheck"), ...recheckPlanned }),
  z.object({ type: z.literal("escalate"), ...escalated }),
  z.object({ type: z.literal("withdraw"), ...dated }),
  z.object({ type: z.literal("close"), ...closed }),
]);
export type RecommendationAction = z.infer<typeof RecommendationAction>;
export type RecommendationActionType = RecommendationAction["type"];
