import { DOCUMENT_PROBLEMS, DOCUMENT_WORDS, type DocumentProblem, type DocumentWord } from "#documents/document-problems.data.ts";
import type { Format } from "#scan/scan.contract.ts";
import { type ProblemKind, type SourceProblem, Unreadable } from "#scan/sources/problem.ts";

type Values = Readonly<Record<string, number | DocumentWord>>;

/** The sentence of the list with its numbers and words. */
export function tellDocumentProblem(problem: DocumentProblem, values: Values = {}): SourceProblem {
  const { kind, zh, en } = DOCUMENT_PROBLEMS[problem];
  const fill = (sentence: string, language: "zh" | "en") =>
    sentence.replace(/\{(\w+)\}/g, (whole, name: string) => {
      const value = values[name];
      return value === undefined ? whole : typeof value === "number" ? value.toLocaleString("en") : DOCUMENT_WORDS[value][language];
    });
  return { kind, zh: fill(zh, "zh"), en: fill(en, "en") };
}

/** A document that cannot be read, with a sentence of the list. */
export class DocumentRefused extends Unreadable {}

/** Ends reading a document with a sentence of the list; `cause` is kept for the log. */
export function refuseDocument(problem: DocumentProblem, values: Values = {}, cause?: unknown): DocumentRefused {
  return new DocumentRefused(tellDocumentProblem(problem, values), cause);
}

/** What a container of the ZIP family says in the scanner's words, in those of the list. `file`: what the container, or the part of it, is called. */
export function tellZipProblem({ kind }: Pick<SourceProblem, "kind">, file: DocumentWord): SourceProblem {
  return tellDocumentProblem(ZIP_PROBLEMS[kind] ?? "unreachable", { file });
}

const ZIP_PROBLEMS: Partial<Record<ProblemKind, DocumentProblem>> = {
  "archive-damaged": "zip-directory",
  "archive-cut-short": "zip-cut-short",
  "member-damaged": "zip-packed",
  "unsupported-compression": "zip-method",
  "expansion-limit": "zip-bomb",
  "unpacked-limit": "zip-bomb",
  "too-many-members": "zip-too-many",
  encrypted: "zip-locked",
};

/** That a file is of a format nobody reads as a document, or as a batch of them; `note` names an OpenDocument or another that the scanner has no format for. */
export function refuseFormat(format: Format, note = "", problem: "other-format" | "batch-format" = "other-format"): DocumentRefused {
  return refuseDocument(problem, { format: note === "pptx" ? "slides" : note.includes("opendocument") ? "open-document" : wordOf(format) });
}

function wordOf(format: Format): DocumentWord {
  switch (format) {
    case "zip":
    case "7z":
    case "rar":
    case "tar":
    case "gz":
    case "bz2":
    case "xz":
      return "archive";
    case "xlsx":
    case "xls":
    case "ods":
      return "sheet";
    case "image":
      return "picture";
    case "sqlite":
      return "database";
    case "docx":
      return "word";
    default:
      return "other";
  }
}
