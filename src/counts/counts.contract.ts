import { z } from "zod";
import { RequestId } from "#cases/cases.contract.ts";
import { Correction } from "#scan/corrections/corrections.contract.ts";
import { CorrectionEffect, CountOptions, CountResult, ExclusionReason, TableShape } from "#scan/scan.contract.ts";

export const CountStatus = z.enum(["waiting", "running", "cancelling", "cancelled", "failed", "done"]);
export type CountStatus = z.infer<typeof CountStatus>;

/** 进度 live progress of a running count; rates are of the last second. */
export const CountProgress = z.object({
  status: CountStatus,
  /** path of the source being read */
  reading: z.string().nullable(),
  sourcesDone: z.number().int(),
  bytesDone: z.number().int(),
  bytesTotal: z.number().int(),
  rowsDone: z.number().int(),
  bytesPerSecond: z.number(),
  rowsPerSecond: z.number(),
  attempt: z.number().int(),
  updatedAt: z.iso.datetime(),
  /** bytes and rows a second, one pair a second, the newest last: the last minute, kept when the count has ended */
  history: z
    .array(z.tuple([z.number(), z.number()]))
    .max(60)
    .optional(),
});
export type CountProgress = z.infer<typeof CountProgress>;

export const Count = z.object({
  id: z.uuid(),
  caseId: z.uuid(),
  caseNumber: z.string(),
  caseTitle: z.string(),
  status: CountStatus,
  options: CountOptions,
  evidenceIds: z.array(z.uuid()),
  requestedBy: z.string(),
  requestedAt: z.iso.datetime(),
  finishedAt: z.iso.datetime().nullable(),
  problem: z.object({ zh: z.string(), en: z.string() }).nullable(),
  progress: CountProgress,
});
export type Count = z.infer<typeof Count>;

/** What a count came to, for a screen: without the groups the law protects, whose small cells only `GET /counts/:id/groups` hides. */
export const CountFigures = CountResult.omit({ groups: true });
export type CountFigures = z.infer<typeof CountFigures>;
export const CountDetail = Count.extend({ result: CountFigures.nullable() });
export type CountDetail = z.infer<typeof CountDetail>;
export const CountList = z.object({ items: z.array(Count) });

export const RequestCountRequest = z.object({
  requestId: RequestId,
  /** empty = all evidence of the case */
  evidenceIds: z.array(z.uuid()).max(10_000),
  /** what is not said is as usual; corrections and decisions are those of the case, nobody brings their own */
  options: CountOptions.omit({ corrections: true, decisions: true }).partial(),
});
/** `running`: every visible count that is not over; `caseId`: every count of one case. Newest first, 100 at most. */
export const FindCountsQuery = z.object({ running: z.enum(["true"]).optional(), caseId: z.uuid().optional() });
export const ChangeCountRequest = z.object({ requestId: RequestId });
export const CountIdParams = z.object({ countId: z.uuid() });

/** A step of the waterfall: what a row became. */
export const RowStep = z.enum(["distinct", "duplicate", "excluded"]);
export type RowStep = z.infer<typeof RowStep>;

/** 一条记录 one record behind a figure, masked, with the way back to the evidence. */
export const CountRow = z.object({
  tier: z.enum(["A", "B", "C"]),
  step: RowStep,
  reason: ExclusionReason.nullable(),
  /** why, in the reader's words: which check failed, or of which record it is a duplicate */
  sentence: z.object({ zh: z.string(), en: z.string() }),
  place: z.object({
    source: z.string(),
    /** row of the table (1-based, header included) or line of the text */
    row: z.number().int(),
    /**
     * byte offset in the leaf's unpacked bytes: of a row of SQLite its cell in the file, of a row of XLSX its element in the unpacked sheet.
     * 0 where none is known: rows of XLS, ODS, documents and pages, of a write-ahead log, of XML in UTF-16
     */
    offset: z.number().int(),
  }),
  cells: z.array(
    z.object({
      column: z.string(),
      kind: z.string().nullable(),
      state: z.enum(["valid", "damaged", "invalid"]).nullable(),
      masked: z.string(),
      /** 可证明不实 or 未能证明不实, never true; rows of before this was told lack it */
      verdict: z.enum(["provably-invalid", "not-disproved"]).nullable().optional(),
    }),
  ),
  duplicateOf: z.object({ source: z.string(), row: z.number().int() }).nullable(),
  /** read out of a picture, which can go wrong */
  readBy: z.enum(["ocr"]).optional(),
});
export type CountRow = z.infer<typeof CountRow>;

/** `corrections` by number from 1, with what each of them touched in `effects`. */
export const ShapeList = z.object({
  shapes: z.array(TableShape),
  corrections: z.array(Correction),
  effects: z.array(CorrectionEffect),
});

export const FindRowsQuery = z.object({
  tier: z.enum(["A", "B", "C"]),
  step: RowStep,
  reason: ExclusionReason.optional(),
  page: z.coerce.number().int().min(1).default(1),
  size: z.coerce.number().int().min(1).max(100).default(20),
});
/** `kept` rows are stored of `total` that exist: the first of each step and reason in the order of the evidence. */
export const CountRowList = z.object({
  items: z.array(CountRow),
  total: z.number().int(),
  kept: z.number().int(),
  page: z.number().int(),
  size: z.number().int(),
});
