import type { DocumentKind } from "#case-documents/case-documents.contract.ts";

const BY_NAME: readonly (readonly [RegExp, DocumentKind])[] = [
  [/起诉意见/, "opinion-on-prosecution"],
  [/(?:提请|报请)(?:批准)?逮捕|批捕/, "arrest-request"],
  [/起诉书/, "indictment"],
  [/判决|裁定/, "judgment"],
  [/笔录|供述|证言/, "record"],
  [/报告|鉴定|意见书/, "report"],
];

/** The kind a file's name speaks for; the person may choose another. */
export function guessKind(name: string): DocumentKind {
  return BY_NAME.find(([pattern]) => pattern.test(name))?.[1] ?? "other";
}
