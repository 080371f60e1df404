import { z } from "zod";

/** 办案阶段 stage of a criminal case. */
export const Stage = z.enum(["early-intervention", "arrest-review", "prosecution-review", "trial", "closed"]);
export type Stage = z.infer<typeof Stage>;

/** 当事人 party of a case. Ages and identity documents of parties come with a later issue; the role decides nothing by itself. */
export const Party = z.object({
  id: z.uuid(),
  kind: z.enum(["natural-person", "unit"]),
  role: z.enum(["suspect", "defendant", "victim", "counsel", "representative"]),
  name: z.string().min(1).max(60),
  note: z.string().max(400).nullable(),
});
export type Party = z.infer<typeof Party>;

export const MemberRole = z.enum(["owner", "criminal-prosecutor", "pil-prosecutor", "technician"]);
export type MemberRole = z.infer<typeof MemberRole>;

/** 承办人员 a member of the case team, from a day to a day (plain dates, both included; `until` null = open). */
export const Member = z.object({
  personId: z.uuid(),
  name: z.string(),
  role: MemberRole,
  from: z.iso.date(),
  until: z.iso.date().nullable(),
});
export type Member = z.infer<typeof Member>;

/** 案号, for example 浦检刑诉受〔2026〕12号: office short name, kind, year in 〔〕, number. */
export const CaseNumber = z
  .string()
  .regex(
    /^\p{Script=Han}{2,20}〔20\d{2}〕\d{1,6}号$/u,
    "“云岭检刑诉受〔2026〕12号”这样的案号 / a case number such as “云岭检刑诉受〔2026〕12号”",
  );
export type CaseNumber = z.infer<typeof CaseNumber>;

/** What a person can do to a case; `can` in a case's detail lists those allowed to the reader now. */
export const CaseAction = z.discriminatedUnion("type", [
  z.object({ type: z.literal("rename"), title: z.string().min(1).max(120) }),
  z.object({
    type: z.literal("move-stage"),
    stage: Stage,
    on: z.iso.date(),
    reason: z.string().max(400).nullable(),
    /** said by a person who read which clocks still run; asked for where a case is closed */
    closeWithOpenClocks: z.boolean().optional(),
  }),
  z.object({ type: z.literal("add-party"), party: Party.omit({ id: true }) }),
  z.object({ type: z.literal("correct-party"), partyId: z.uuid(), party: Party.omit({ id: true }), reason: z.string().min(1).max(400) }),
  z.object({ type: z.literal("remove-party"), partyId: z.uuid(), reason: z.string().min(1).max(400) }),
  z.object({ type: z.literal("add-member"), personId: z.uuid(), role: MemberRole, from: z.iso.date(), until: z.iso.date().nullable() }),
  z.object({ type: z.literal("end-membership"), personId: z.uuid(), until: z.iso.date(), reason: z.string().min(1).max(400) }),
]);
export type CaseAction = z.infer<typeof CaseAction>;
export type CaseActionType = CaseAction["type"];

/** 可做的事 what a person can do with a case: the actions above, and the work that other slices do on it. */
export const CaseAbility = z.enum([
  "rename",
  "move-stage",
  "add-party",
  "correct-party",
  "remove-party",
  "add-member",
  "end-membership",
  "take-in-evidence",
  "change-custody",
  "count",
  "correct-count",
  "record-deliveries",
  "calculate-gains",
  "sample",
  "decide-items",
  "override-proof",
  "assess",
  "sign",
  "keep-measures",
  "keep-outlines",
  "compose-damages",
  "decide-damages",
  "keep-compensation",
  "keep-remedies",
  "keep-leniency",
]);
export type CaseAbility = z.infer<typeof CaseAbility>;

export const CaseSummary = z.object({
  id: z.uuid(),
  number: z.string(),
  title: z.string(),
  offence: z.literal("infringing-personal-information"),
  stage: Stage,
  officeCode: z.string(),
  officeName: z.object({ zh: z.string(), en: z.string() }),
  owner: z.string().nullable(),
  acceptedOn: z.iso.date(),
  updatedAt: z.iso.datetime(),
  evidence: z.number().int(),
  countsRunning: z.number().int(),
  signedBand: z.enum(["none", "serious", "especially-serious"]).nullable(),
});
export type CaseSummary = z.infer<typeof CaseSummary>;

export const CaseDetail = CaseSummary.extend({
  version: z.number().int(),
  parties: z.array(Party),
  members: z.array(Member),
  /** actions that this reader may take now: the screens offer these and no others */
  can: z.array(CaseAbility),
  nextStages: z.array(Stage),
});
export type CaseDetail = z.infer<typeof CaseDetail>;

export const CaseEventView = z.object({
  version: z.number().int(),
  at: z.iso.datetime(),
  by: z.string(),
  type: z.string(),
  sentence: z.object({ zh: z.string(), en: z.string() }),
});
export const CaseEventList = z.object({ items: z.array(CaseEventView) });

export const FindCasesQuery = z.object({
  query: z.string().max(80).optional(),
  stage: Stage.optional(),
  officeCode: z
    .string()
    .regex(/^\d{6}$/)
    .optional(),
  mine: z.enum(["true", "false"]).optional(),
  sort: z.enum(["updated", "number", "accepted"]).default("updated"),
  page: z.coerce.number().int().min(1).default(1),
  size: z.coerce.number().int().min(1).max(100).default(20),
});
/** A list counts so many fitting rows and no further: a total of this size means as many or more. */
export const MOST_COUNTED = 10_000;
export const CaseList = z.object({ items: z.array(CaseSummary), total: z.number().int(), page: z.number().int(), size: z.number().int() });

/** Every change carries a client-made id: the same id again returns the first answer and changes nothing. */
export const RequestId = z.uuid();
export const OpenCaseRequest = z.object({
  requestId: RequestId,
  number: CaseNumber,
  title: z.string().min(1).max(120),
  stage: Stage.exclude(["closed"]),
  acceptedOn: z.iso.date(),
});
export type OpenCaseRequest = z.infer<typeof OpenCaseRequest>;
export const ActOnCaseRequest = z.object({ requestId: RequestId, expectedVersion: z.number().int(), action: CaseAction });
export type ActOnCaseRequest = z.infer<typeof ActOnCaseRequest>;
export const CaseIdParams = z.object({ caseId: z.uuid() });
