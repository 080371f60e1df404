import { z } from "zod";
import { RequestId } from "#cases/cases.contract.ts";
import { Clue, ClueTrack } from "#clues/clues.contract.ts";
import { Speaker } from "#reading/reading.contract.ts";

/** 案卷文书 a piece of evidence of a case that is read as a document. Offsets are UTF-16 code units of its text. */
const Words = z.object({ zh: z.string(), en: z.string() });
const place = { from: z.number().int().min(0), to: z.number().int().min(0) };

/** 起诉意见书、提请批准逮捕书、起诉书、判决书、笔录、报告 */
export const DocumentKind = z.enum(["opinion-on-prosecution", "arrest-request", "indictment", "judgment", "record", "report", "other"]);
export type DocumentKind = z.infer<typeof DocumentKind>;

export const ReadingStatus = z.enum(["waiting", "running", "cancelling", "cancelled", "failed", "done"]);
export type ReadingStatus = z.infer<typeof ReadingStatus>;

/** Where a reading stands: opening counts pages of a PDF (total null: not known yet), the others are one step. */
export const ReadingProgress = z.object({
  step: z.enum(["waiting", "opening", "reading", "masking", "keeping"]),
  done: z.number().int(),
  total: z.number().int().nullable(),
  attempt: z.number().int(),
  updatedAt: z.iso.datetime(),
});
export type ReadingProgress = z.infer<typeof ReadingProgress>;

export const FactKind = z.enum([
  "charge",
  "citation",
  "party",
  "items",
  "gains",
  "crime-amount",
  "conduct",
  "insider",
  "industry",
  "sector",
  "group",
  "downstream",
  "band",
  "date",
  "recipient",
  "source",
  "sensitive",
  "place",
  "amount",
]);
export type FactKind = z.infer<typeof FactKind>;

/** A place a fact was read from, the sentence around it, and whose words it is. */
export const FactPlace = z.object({ ...place, sentence: z.object(place), speaker: Speaker });
export type FactPlace = z.infer<typeof FactPlace>;

/** 事实 one value the machine read; what names a person is masked. `number` with its `unit` (items, CNY, …) where the value is one. */
export const ReadFact = z.object({
  /** stable over readings of the same text */
  key: z.string().max(300),
  kind: FactKind,
  value: z.string(),
  /** role of a party or a place, tier of items and of sensitive kinds, industry of an insider or a source, what a sum is, `suggested` for a charge nobody names */
  qualifier: z.string().nullable(),
  number: z.number().nullable(),
  unit: z.string().nullable(),
  approximate: z.boolean(),
  /** 依据 what more is said of the value: whose number of items and what was counted, total or part, the time of a charge's name */
  basis: z.array(z.string()).default([]),
  /** the words it was read from, masked */
  words: z.string(),
  places: z.array(FactPlace).min(1),
});
export type ReadFact = z.infer<typeof ReadFact>;

/** 确认 or 否认 by a person; `undone` takes it back. */
export const FactDecision = z.enum(["confirmed", "rejected", "undone"]);
export type FactDecision = z.infer<typeof FactDecision>;

export const DocumentFact = ReadFact.extend({
  sentence: z.string(),
  /** null: nobody has looked; the machine's suggestion */
  decided: z.object({ decision: z.enum(["confirmed", "rejected"]), by: z.string(), at: z.iso.datetime(), reason: z.string() }).nullable(),
});
export type DocumentFact = z.infer<typeof DocumentFact>;

/** A fact a person confirmed, as a source for an assessment. `at`: its first place in the text. */
export const ConfirmedFact = ReadFact.pick({
  key: true,
  kind: true,
  value: true,
  qualifier: true,
  number: true,
  unit: true,
  approximate: true,
  basis: true,
}).extend({
  caseDocumentId: z.uuid(),
  name: z.string(),
  speaker: Speaker,
  at: z.number().int(),
  sentence: z.string(),
});
export type ConfirmedFact = z.infer<typeof ConfirmedFact>;
export const ConfirmedFactList = z.object({ items: z.array(ConfirmedFact) });
export type ConfirmedFactList = z.infer<typeof ConfirmedFactList>;

/** What a finished reading kept beside the pages. */
export const ReadingResult = z.object({
  rules: z.object({ tool: z.string(), lexicon: z.string(), knowledge: z.string() }),
  textSha256: z.string(),
  format: z.enum(["txt", "html", "docx", "pdf"]),
  length: z.number().int(),
  pages: z.number().int(),
  /** where each page begins */
  begins: z.array(z.number().int()),
  /** whether the pages are those of the file, or only cut for the screen */
  ownPages: z.boolean(),
  gaps: z.array(Words),
  /** how many of each kind are masked */
  masked: z.record(z.string(), z.number().int()),
  answer: z.record(z.string(), z.unknown()),
  facts: z.array(ReadFact),
});
export type ReadingResult = z.infer<typeof ReadingResult>;

export const Reading = z.object({
  id: z.uuid(),
  number: z.number().int(),
  status: ReadingStatus,
  progress: ReadingProgress,
  askedBy: z.string(),
  askedAt: z.iso.datetime(),
  finishedAt: z.iso.datetime().nullable(),
  problem: Words.nullable(),
});
export type Reading = z.infer<typeof Reading>;

export const CaseDocument = z.object({
  id: z.uuid(),
  caseId: z.uuid(),
  evidenceId: z.uuid(),
  name: z.string(),
  /** of a batch: the line of a JSONL or the place of the file in a ZIP; bytes and hash are those of the whole */
  part: z.object({ number: z.number().int(), of: z.string(), isLine: z.boolean() }).nullable(),
  sha256: z.string(),
  bytes: z.number().int(),
  kind: DocumentKind,
  attachedBy: z.string(),
  attachedAt: z.iso.datetime(),
  /** the newest reading */
  reading: Reading,
  facts: z.number().int().nullable(),
  prompts: z.object({ open: z.number().int(), all: z.number().int() }),
});
export type CaseDocument = z.infer<typeof CaseDocument>;
export const CaseDocumentList = z.object({
  items: z.array(CaseDocument),
  total: z.number().int(),
  /** evidence of the case that is attached, whole or as a batch */
  attachedEvidence: z.array(z.uuid()),
});
export type CaseDocumentList = z.infer<typeof CaseDocumentList>;

/** 提示 a clue the reading suggests, with the clue as it stands now. */
export const DocumentPrompt = z.object({ track: ClueTrack, field: z.string(), clue: Clue });
export type DocumentPrompt = z.infer<typeof DocumentPrompt>;

export const CaseDocumentDetail = CaseDocument.extend({
  /** the newest reading that is done; null: none is yet */
  read: z
    .object({ readingId: z.uuid(), number: z.number().int(), finishedAt: z.iso.datetime() })
    .extend(ReadingResult.omit({ answer: true, facts: true }).shape)
    .nullable(),
  readings: z.array(Reading),
  factList: z.array(DocumentFact),
  promptList: z.array(DocumentPrompt),
  /** seq of the newest decision about a fact */
  version: z.number().int(),
  can: z.object({ read: z.boolean(), decide: z.boolean() }),
});
export type CaseDocumentDetail = z.infer<typeof CaseDocumentDetail>;

export const DocumentPage = z.object({ number: z.number().int(), begins: z.number().int(), text: z.string() });
export type DocumentPage = z.infer<typeof DocumentPage>;
export const DocumentPages = z.object({ items: z.array(DocumentPage), total: z.number().int(), readingId: z.uuid() });
export type DocumentPages = z.infer<typeof DocumentPages>;

export const FindDocumentsQuery = z.object({
  /** part of the name */
  query: z.string().max(80).optional(),
  page: z.coerce.number().int().min(1).default(1),
  size: z.coerce.number().int().min(1).max(200).default(50),
});
export type FindDocumentsQuery = z.infer<typeof FindDocumentsQuery>;

export const AttachDocumentRequest = z.object({ requestId: RequestId, evidenceId: z.uuid(), kind: DocumentKind });
export type AttachDocumentRequest = z.infer<typeof AttachDocumentRequest>;
export const ChangeReadingRequest = z.object({ requestId: RequestId });
export const DecideFactRequest = z.object({
  requestId: RequestId,
  expectedVersion: z.number().int().min(0),
  key: z.string().min(1).max(300),
  decision: FactDecision,
  /** needed to reject */
  reason: z.string().trim().max(400).default(""),
});
export type DecideFactRequest = z.infer<typeof DecideFactRequest>;
export const FindPagesQuery = z.object({
  from: z.coerce.number().int().min(1).default(1),
  many: z.coerce.number().int().min(1).max(40).default(20),
});
export const CaseDocumentIdParams = z.object({ caseDocumentId: z.uuid() });

/** 线索捕获漏斗 of one office, by the days its documents were attached (in China). Field and industry narrow everything from the prompts on. */
export const CaptureQuery = z.object({
  office: z.string().length(6).optional(),
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  field: z.string().max(60).optional(),
  industry: z.string().max(60).optional(),
});
export const CaptureFunnel = z.object({
  office: z.string(),
  /** others the reader may choose: offices with prompts, by code */
  offices: z.array(z.object({ code: z.string(), name: Words })),
  documents: z.number().int(),
  read: z.number().int(),
  /** documents with at least one prompt */
  hits: z.number().int(),
  /** prompts = waiting + dismissed + clues */
  prompts: z.number().int(),
  /** nobody has decided */
  waiting: z.number().int(),
  dismissed: z.number().int(),
  /** taken as a clue by a person, and not dismissed later */
  clues: z.number().int(),
  /** of the clues: accepted, procedures were opened */
  accepted: z.number().int(),
  /** the cases these lie in */
  cases: z.number().int(),
  /** not prompted, because they rest on rules the office has retired alone; by the day of the reading */
  withheld: z.number().int(),
});
export type CaptureFunnel = z.infer<typeof CaptureFunnel>;

export const CaptureDocumentsQuery = CaptureQuery.extend({
  step: z.enum(["documents", "read", "hits", "withheld"]),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
});
export const CaptureDocuments = z.object({
  items: z.array(
    z.object({
      id: z.uuid(),
      case: z.object({ id: z.uuid(), number: z.string() }),
      name: z.string(),
      attachedAt: z.iso.datetime(),
      read: z.boolean(),
      /** under `withheld`: prompts that were withheld */
      prompts: z.number().int(),
    }),
  ),
  more: z.boolean(),
});
export type CaptureDocuments = z.infer<typeof CaptureDocuments>;
