import { z } from "zod";

/** A line of a query file or of the candidates: the facts of one case. An id is answered as it came, text or number. */
export const CaseText = z.object({ id: z.union([z.string().min(1), z.number()]), text: z.string().regex(/\S/) });
export type CaseText = z.infer<typeof CaseText>;
export type CaseId = CaseText["id"];

/** What the score is made of; with the model's intercept the contributions add up to the score's log-odds. */
export type ScoreParts = { readonly words: number; readonly charges: number; readonly elements: number; readonly quantities: number };

/**
 * A similar case (类案). `score` lies between 0 and 1 and depends on the two texts alone, never on the other candidates; 1 is the same text.
 * `matched` are the elements and terms both tell of, `missing` the elements of the query the candidate does not tell of, in the order of
 * their weight.
 */
export type SimilarCase = {
  readonly id: CaseId;
  readonly score: number;
  readonly matched: readonly string[];
  readonly missing: readonly string[];
  readonly parts: ScoreParts;
};

export type SimilarCases = { readonly query: CaseId; readonly ranking: readonly SimilarCase[] };
