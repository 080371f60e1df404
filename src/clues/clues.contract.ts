import { z } from "zod";
import { CaseNumber, RequestId } from "#cases/cases.contract.ts";
import { OpenProcedureRequest } from "#procedures/procedures.contract.ts";

/** 线索 what may become a case or a track, in the queue of an office. */
const Words = z.object({ zh: z.string(), en: z.string() });
const Reason = z.string().trim().min(1).max(1000);

/** `prompted`: suggested by the machine; it is a clue only when a person says so. */
export const ClueStatus = z.enum(["prompted", "queued", "held", "accepted", "dismissed", "merged", "split", "transferred"]);
export type ClueStatus = z.infer<typeof ClueStatus>;

/** 办理方向 the tracks a clue points to, as the reading names them. */
export const ClueTrack = z.enum(["incidental-civil-pil", "civil-pil", "administrative-pil", "criminal", "recommendation"]);
export type ClueTrack = z.infer<typeof ClueTrack>;

/** 提示的结果 what became of a prompt: nobody decided yet, taken as a clue, accepted into a case, or dismissed. The last word of a person counts. */
export const PromptOutcome = z.enum(["waiting", "confirmed", "accepted", "dismissed"]);
export type PromptOutcome = z.infer<typeof PromptOutcome>;

/** 不作为线索的理由 reason codes; `other` needs words. */
export const DismissReason = z.enum([
  "no-personal-information",
  "no-public-interest",
  "already-handled",
  "duplicate",
  "evidence-too-thin",
  "no-jurisdiction",
  "reading-error",
  "other",
]);
export type DismissReason = z.infer<typeof DismissReason>;

/**
 * A place in a document the clue rests on: offsets in UTF-16 code units of its text. `rule`: the sign of the reading (rule-words.data.ts), null where a person
 * chose the sentence; `term`: the words it matched; `weight`: what it adds to the score.
 */
export const ClueSentence = z.object({
  document: z.string().max(200).nullable(),
  documentId: z.uuid().nullable(),
  text: z.string().max(2000),
  from: z.number().int().min(0),
  to: z.number().int().min(0),
  rule: z.string().max(60).nullable().default(null),
  term: z.string().max(120).nullable(),
  weight: z.number().nullable(),
});
export type ClueSentence = z.infer<typeof ClueSentence>;

/** Where a clue came from. */
export const ClueOrigin = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("hand"), source: z.string().trim().min(1).max(200) }),
  z.object({ kind: z.literal("document"), documentId: z.uuid(), name: z.string().max(200) }),
  z.object({ kind: z.literal("split"), clueId: z.uuid() }),
  z.object({ kind: z.literal("bundle"), office: z.string().max(120), bundleId: z.string().max(80) }),
]);
export type ClueOrigin = z.infer<typeof ClueOrigin>;

/** 内鬼的依据 the words of the document that tell of an insider, and the industry with the word of its list that matched; null: not told. */
export const InsiderBasis = z.object({
  words: z.string().max(400),
  role: z.string().max(120).nullable(),
  post: z.string().max(120).nullable(),
  duty: z.string().max(120).nullable(),
  industry: z.string().max(60).nullable(),
  industryTerm: z.string().max(120).nullable(),
});
export type InsiderBasis = z.infer<typeof InsiderBasis>;

/** What a clue says. */
export const ClueContent = z.object({
  title: z.string().trim().min(1).max(120),
  summary: z.string().trim().max(4000),
  /** 领域 such as personal-information, food-and-drugs, minors */
  field: z.string().trim().min(1).max(60),
  industry: z.string().trim().max(60).nullable().default(null),
  tracks: z.array(ClueTrack).max(5).default([]),
  insider: z.boolean().default(false),
  insiderBasis: InsiderBasis.nullable().default(null),
  /** of the reading, where it made the clue: the sum of the sentences' weights */
  score: z.number().nullable().default(null),
  sentences: z.array(ClueSentence).max(60).default([]),
});
export type ClueContent = z.infer<typeof ClueContent>;

/** What is recorded of a clue; the state is the fold of these. */
export const ClueEvent = z.discriminatedUnion("type", [
  z.object({
    type: z.literal("registered"),
    officeCode: z.string(),
    origin: ClueOrigin,
    content: ClueContent,
    caseId: z.uuid().nullable(),
    /** made by the machine from a document: waits for a person */
    prompted: z.boolean(),
  }),
  z.object({ type: z.literal("confirmed") }),
  z.object({ type: z.literal("corrected"), content: ClueContent, reason: z.string() }),
  z.object({ type: z.literal("held"), until: z.iso.date(), reason: z.string() }),
  z.object({ type: z.literal("resumed") }),
  z.object({ type: z.literal("dismissed"), code: DismissReason, reason: z.string() }),
  z.object({ type: z.literal("reopened"), reason: z.string() }),
  z.object({ type: z.literal("merged"), into: z.uuid(), reason: z.string() }),
  z.object({ type: z.literal("unmerged"), reason: z.string() }),
  z.object({ type: z.literal("split"), into: z.array(z.uuid()), reason: z.string() }),
  z.object({ type: z.literal("unsplit"), reason: z.string() }),
  z.object({ type: z.literal("accepted"), caseId: z.uuid(), procedures: z.array(z.uuid()), reason: z.string() }),
  /** handed to another office or organ by a transfer; `back`: it was returned or declined */
  z.object({ type: z.literal("handed-over"), transferId: z.uuid(), toOffice: z.string().nullable() }),
  z.object({ type: z.literal("handed-back"), transferId: z.uuid(), reason: z.string() }),
  z.object({ type: z.literal("received"), transferId: z.uuid(), officeCode: z.string() }),
]);
export type ClueEvent = z.infer<typeof ClueEvent>;

export const ClueAction = z.discriminatedUnion("type", [
  z.object({ type: z.literal("confirm") }),
  z.object({ type: z.literal("correct"), content: ClueContent, reason: Reason }),
  z.object({ type: z.literal("hold"), until: z.iso.date(), reason: Reason }),
  z.object({ type: z.literal("resume") }),
  z.object({ type: z.literal("dismiss"), code: DismissReason, reason: z.string().trim().max(1000).default("") }),
  z.object({ type: z.literal("reopen"), reason: Reason }),
  z.object({ type: z.literal("merge"), into: z.uuid(), reason: Reason }),
  z.object({ type: z.literal("unmerge"), reason: Reason }),
  z.object({ type: z.literal("split"), parts: z.array(ClueContent).min(2).max(10), reason: Reason }),
  z.object({ type: z.literal("unsplit"), reason: Reason }),
  z.object({
    type: z.literal("accept"),
    reason: z.string().trim().max(1000).default(""),
    /** a new case for the clue's facts, or null: the case it lies in */
    newCase: z
      .object({ number: CaseNumber, title: z.string().min(1).max(120), acceptedOn: z.iso.date() })
      .nullable()
      .default(null),
    procedures: z
      .array(OpenProcedureRequest.omit({ requestId: true }))
      .min(1)
      .max(7),
  }),
]);
export type ClueAction = z.infer<typeof ClueAction>;
export type ClueActionType = ClueAction["type"];

export const RegisterClueRequest = z.object({
  requestId: RequestId,
  content: ClueContent,
  source: z.string().trim().min(1).max(200),
  caseId: z.uuid().nullable().default(null),
});
export type RegisterClueRequest = z.infer<typeof RegisterClueRequest>;
export const ActOnClueRequest = z.object({ requestId: RequestId, expectedVersion: z.number().int().min(1), action: ClueAction });
export type ActOnClueRequest = z.infer<typeof ActOnClueRequest>;

export const ClueSummary = z.object({
  id: z.uuid(),
  status: ClueStatus,
  title: z.string(),
  field: z.string(),
  industry: z.string().nullable(),
  tracks: z.array(ClueTrack),
  insider: z.boolean(),
  score: z.number().nullable(),
  /** of a prompt of the machine; null: entered by a person */
  outcome: PromptOutcome.nullable(),
  office: z.object({ code: z.string(), name: Words }),
  case: z.object({ id: z.uuid(), number: z.string() }).nullable(),
  registeredAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
});
export type ClueSummary = z.infer<typeof ClueSummary>;
export const FindCluesQuery = z.object({
  status: ClueStatus.optional(),
  insider: z.enum(["true", "false"]).optional(),
  field: z.string().max(60).optional(),
  track: ClueTrack.optional(),
  industry: z.string().max(60).optional(),
  /** prompts that rest on this rule */
  rule: z.string().max(60).optional(),
  /** of these, with this word matched by the rule */
  term: z.string().max(120).optional(),
  /** what became of prompts; `clue`: confirmed or accepted, `any`: every prompt */
  outcome: z.enum([...PromptOutcome.options, "clue", "any"]).optional(),
  /** the office whose reading prompted it */
  promptedBy: z.string().length(6).optional(),
  /** of the documents prompts came from: attached from this day, to this day, in China */
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  caseId: z.uuid().optional(),
  query: z.string().max(80).optional(),
  page: z.coerce.number().int().min(1).default(1),
  size: z.coerce.number().int().min(1).max(100).default(20),
});
export const ClueList = z.object({
  items: z.array(ClueSummary),
  total: z.number().int(),
  /** how many stand in each status, under the other filters */
  counts: z.record(ClueStatus, z.number().int()),
});
export type ClueList = z.infer<typeof ClueList>;

export const Clue = ClueSummary.extend({
  version: z.number().int(),
  origin: ClueOrigin,
  content: ClueContent,
  mergedInto: z.object({ id: z.uuid(), title: z.string() }).nullable(),
  /** clues merged into this one, and parts it was split into */
  merged: z.array(z.object({ id: z.uuid(), title: z.string() })),
  parts: z.array(z.object({ id: z.uuid(), title: z.string(), status: ClueStatus })),
  splitFrom: z.uuid().nullable(),
  procedures: z.array(z.uuid()),
  history: z.array(z.object({ version: z.number().int(), at: z.iso.datetime(), by: z.string(), sentence: Words })),
  can: z.array(
    z.enum(["confirm", "correct", "hold", "resume", "dismiss", "reopen", "merge", "unmerge", "split", "unsplit", "accept", "transfer"]),
  ),
});
export type Clue = z.infer<typeof Clue>;
export const ClueIdParams = z.object({ clueId: z.uuid() });
