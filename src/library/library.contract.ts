import { z } from "zod";
import { RequestId } from "#cases/cases.contract.ts";

/** 比对方面 what two documents are compared by, apart from words: elements of the facts, quantities, who it concerns. */
export const Aspect = z.enum([
  "charge",
  "conduct",
  "object",
  "result",
  "means",
  "role",
  "relation",
  "circumstance",
  "remedy",
  "tier",
  "items",
  "money",
  "band",
  "industry",
  "group",
  "downstream",
]);
export type Aspect = z.infer<typeof Aspect>;

/** What a document tells of, by aspect. Values are Chinese names, or codes of the reading (tier A, serious, courier) that a screen puts into words. */
export const LibraryFacts = z.object({
  values: z.partialRecord(Aspect, z.array(z.string())),
  /** 信息条数 the total as it was read; null: not told of, which is not none */
  items: z.number().nullable(),
});
export type LibraryFacts = z.infer<typeof LibraryFacts>;

/** matched: both tell of it; missed: only the question; extra: only the candidate */
export const ComparedElement = z.object({ aspect: Aspect, value: z.string(), state: z.enum(["matched", "missed", "extra"]) });
export type ComparedElement = z.infer<typeof ComparedElement>;

/** Whose document it is: published, or of a case the person sees. */
export const Origin = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("published"), sourceId: z.string() }),
  z.object({ kind: z.literal("case"), caseId: z.uuid(), caseNumber: z.string(), documentId: z.uuid() }),
]);
export type Origin = z.infer<typeof Origin>;

export const SimilarDocument = z.object({
  id: z.number().int(),
  name: z.string(),
  origin: Origin,
  /** 0 to 1, a rank and no probability; 1 = the same text. The parts and `intercept` add up to its log-odds. */
  score: z.number(),
  parts: z.object({ words: z.number(), charges: z.number(), elements: z.number(), quantities: z.number() }),
  /** same-text: fingerprints agree; same-elements: everything that was read agrees */
  duplicate: z.enum(["same-text", "same-elements"]).nullable(),
  elements: z.array(ComparedElement),
  /** words both texts have that point to a charge */
  words: z.array(z.string()),
  items: z.number().nullable(),
});
export type SimilarDocument = z.infer<typeof SimilarDocument>;

export const SimilarDocuments = z.object({
  asked: z.object({ facts: LibraryFacts, name: z.string().nullable() }),
  intercept: z.number(),
  found: z.array(SimilarDocument),
  /** documents whose scores were worked out, of those the person may see */
  compared: z.number().int(),
  /** documents the library holds that the person may see, by whose they are */
  held: z.object({ published: z.number().int(), own: z.number().int() }),
});
export type SimilarDocuments = z.infer<typeof SimilarDocuments>;

const LONGEST_QUESTION = 200_000;
export const FindSimilarRequest = z
  .object({
    /** the facts of a case, pasted; kept nowhere */
    text: z.string().trim().min(1).max(LONGEST_QUESTION).optional(),
    /** a document of the library */
    document: z.number().int().positive().optional(),
    /** a document of a case, by its own id */
    caseDocumentId: z.uuid().optional(),
    scope: z.enum(["all", "published", "own"]).default("all"),
    top: z.number().int().min(1).max(50).default(20),
  })
  .refine((asked) => [asked.text, asked.document, asked.caseDocumentId].filter((one) => one !== undefined).length === 1, {
    message: "one of text, document, caseDocumentId",
  });
export type FindSimilarRequest = z.infer<typeof FindSimilarRequest>;

export const DocumentQuery = z.object({ document: z.coerce.number().int().positive().max(2_147_483_647) });
/** A document. Published: with its text, persons, numbers and addresses masked; of a case: null, the text is read in the case. */
export const LibraryDocument = z.object({
  id: z.number().int(),
  name: z.string(),
  origin: Origin,
  enteredAt: z.iso.datetime(),
  facts: LibraryFacts,
  text: z.string().nullable(),
});
export type LibraryDocument = z.infer<typeof LibraryDocument>;

export const FindOwnQuery = z.object({ query: z.string().trim().max(80).optional() });
/** Documents of cases the person sees, the newest first, 50 at most. */
export const OwnDocuments = z.object({
  items: z.array(z.object({ id: z.number().int(), name: z.string(), caseNumber: z.string(), enteredAt: z.iso.datetime() })),
});
export type OwnDocuments = z.infer<typeof OwnDocuments>;

/** A line of a file of published judgments. */
export const JudgmentLine = z.object({
  id: z.union([z.string().trim().min(1).max(200), z.number()]),
  text: z.string().regex(/\S/).max(2_000_000),
  name: z.string().trim().min(1).max(200).optional(),
});
export type JudgmentLine = z.infer<typeof JudgmentLine>;

export const ImportStatus = z.enum(["receiving", "waiting", "running", "done", "failed"]);
export type ImportStatus = z.infer<typeof ImportStatus>;
export const ImportProblem = z.object({ line: z.number().int(), sentence: z.object({ zh: z.string(), en: z.string() }) });
export type ImportProblem = z.infer<typeof ImportProblem>;
export const LibraryImport = z.object({
  id: z.uuid(),
  name: z.string(),
  status: ImportStatus,
  lines: z.number().int(),
  entered: z.number().int(),
  repeated: z.number().int(),
  refused: z.number().int(),
  problems: z.array(ImportProblem),
  /** null: by the command line on the server */
  by: z.string().nullable(),
  askedAt: z.iso.datetime(),
  finishedAt: z.iso.datetime().nullable(),
});
export type LibraryImport = z.infer<typeof LibraryImport>;
export const LibraryState = z.object({
  held: z.object({ published: z.number().int(), own: z.number().int() }),
  imports: z.array(LibraryImport),
  canImport: z.boolean(),
});
export type LibraryState = z.infer<typeof LibraryState>;
export const ImportQuery = z.object({ requestId: RequestId, name: z.string().trim().min(1).max(200) });

export const ClueParams = z.object({ clueId: z.uuid() });
/** Before a clue is accepted: how many clues and documents of cases are like it, and which are the same. */
export const ClueLikeness = z.object({
  clues: z.object({
    similar: z.number().int(),
    items: z.array(
      z.object({
        id: z.uuid(),
        title: z.string(),
        status: z.string(),
        score: z.number(),
        duplicate: z.enum(["same-text", "same-elements"]).nullable(),
      }),
    ),
    /** clues that were compared; older ones than these were not */
    compared: z.number().int(),
  }),
  documents: z.object({
    similar: z.number().int(),
    /** more were not looked for */ most: z.number().int(),
    items: z.array(SimilarDocument.omit({ elements: true, words: true, parts: true })),
  }),
  /** from this score on a clue or a document counts as similar */
  from: z.number(),
});
export type ClueLikeness = z.infer<typeof ClueLikeness>;
