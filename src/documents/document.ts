import type { ProblemKind } from "#scan/sources/problem.ts";

/** 文书 a case document as text. Offsets of everything read from it are UTF-16 code units of `text`. */
export type CaseDocument = {
  readonly path: string;
  readonly format: "txt" | "html" | "docx" | "pdf";
  readonly text: string;
  /** where each page begins in `text`; null for formats without pages */
  readonly pages: readonly number[] | null;
  /** what of it could not be read, in sentences; empty where all was */
  readonly gaps: readonly { readonly zh: string; readonly en: string; readonly kind?: ProblemKind }[];
};
