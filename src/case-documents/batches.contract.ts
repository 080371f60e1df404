import { z } from "zod";
import { DocumentKind, ReadingStatus } from "#case-documents/case-documents.contract.ts";
import { RequestId } from "#cases/cases.contract.ts";

/** 成批文书 a JSONL or a ZIP of the evidence whose lines or files are attached as documents, each with its own reading. */
const Words = z.object({ zh: z.string(), en: z.string() });

/** A line (from 1) or file (its place in the ZIP, from 1) that is no document, and why; never its content. */
export const BatchProblem = z.object({ part: z.number().int(), name: z.string().nullable(), problem: Words });
export type BatchProblem = z.infer<typeof BatchProblem>;

export const DocumentBatch = z.object({
  id: z.uuid(),
  caseId: z.uuid(),
  evidenceId: z.uuid(),
  name: z.string(),
  /** null: told by the name of each part */
  kind: DocumentKind.nullable(),
  status: ReadingStatus,
  /** bytes of a JSONL, files of a ZIP; total null until it was opened */
  done: z.number().int(),
  total: z.number().int().nullable(),
  entered: z.number().int(),
  refused: z.number().int(),
  askedBy: z.string(),
  askedAt: z.iso.datetime(),
  finishedAt: z.iso.datetime().nullable(),
  problem: Words.nullable(),
  /** the first of what was refused */
  problems: z.array(BatchProblem),
});
export type DocumentBatch = z.infer<typeof DocumentBatch>;
export const DocumentBatchList = z.object({ items: z.array(DocumentBatch) });
export type DocumentBatchList = z.infer<typeof DocumentBatchList>;

export const AttachBatchRequest = z.object({ requestId: RequestId, evidenceId: z.uuid(), kind: DocumentKind.nullable() });
export type AttachBatchRequest = z.infer<typeof AttachBatchRequest>;
export const ChangeBatchRequest = z.object({ requestId: RequestId });
export const BatchIdParams = z.object({ documentBatchId: z.uuid() });
