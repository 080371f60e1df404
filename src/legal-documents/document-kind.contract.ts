import { z } from "zod";

/** 文书种类 shapes of `kinds/*.yaml`: what an office writes, who approves it, how it is numbered and which facts fill it. */
export const Words = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });
export type Words = z.infer<typeof Words>;
const id = z.string().regex(/^[a-z][a-z0-9-]*$/, "an id such as filing-decision");
export const FieldId = z.string().regex(/^[a-z][A-Za-z0-9]*$/, "a field such as caseTitle");

/** Where a fact comes from, as `case.number`, `office.name`, `step.reason`, `step.receive-arrest-request.document`, `assessment.figures`. */
export const FactKey = z.string().regex(/^(?:office|case|parties|handler|procedure|assessment|count|step)\.[A-Za-z0-9.-]+$/);

/** 填写项 one field of the templates. `from`: facts that fill it, the first known one counts; none: a person writes it. */
export const DocumentField = z.strictObject({
  id: FieldId,
  name: Words,
  from: z.array(FactKey).default([]),
  /** several paragraphs, one a line */
  long: z.literal(true).optional(),
});
export type DocumentField = z.infer<typeof DocumentField>;

/** A paragraph of the text with fields `{{field}}`; `heading` stands in bold, `flush` without the indent of two characters. */
export const BodyParagraph = z.union([
  z.string().min(1),
  z.strictObject({ heading: z.string().min(1) }),
  z.strictObject({ flush: z.string().min(1) }),
]);
export type BodyParagraph = z.infer<typeof BodyParagraph>;

/** 审批 who approves before it is issued; `handler`: the prosecutor who handles the case issues it on their own. */
export const Approver = z.enum(["handler", "chief-procurator", "committee"]);
export type Approver = z.infer<typeof Approver>;

export const DocumentKind = z.strictObject({
  id,
  name: Words,
  group: z.enum(["criminal", "public-interest", "supervision", "transfer"]),
  law: z.array(z.string().min(1)).min(1),
  approver: Approver,
  /** 字号 between the office's short name and the year, such as 检刑诉; null: this kind carries no number (records, reports, outlines) */
  word: z
    .string()
    .regex(/^\p{Script=Han}{2,8}$/u)
    .nullable(),
  /** names of natural persons in full, or 张某某 where the text goes beyond the organs of the case */
  parties: z.enum(["named", "masked"]),
  /** 主送 the line above the text */
  addressee: z.boolean(),
  body: z.array(BodyParagraph).min(1),
  /** 落款 office and day below the text; a record that the persons themselves sign has none */
  closing: z.boolean().default(true),
  /** fields that may stay empty: a paragraph with nothing but empty ones is left out */
  optional: z.array(FieldId).default([]),
  /** a point of law in it that nobody has checked in the full text yet */
  unconfirmed: z.literal(true).optional(),
});
export type DocumentKind = z.infer<typeof DocumentKind>;

export type DocumentKinds = {
  readonly kinds: ReadonlyMap<string, DocumentKind>;
  readonly fields: ReadonlyMap<string, DocumentField>;
};

/** The fields a kind uses, in the order of its text; the frame's addressee first. */
export function fieldsOfKind(kind: DocumentKind): string[] {
  const texts = [...(kind.addressee ? ["{{addressee}}"] : []), ...kind.body.map(textOfParagraph)];
  return [...new Set(texts.flatMap((text) => [...text.matchAll(FIELD)].map(([, name]) => name ?? "")))];
}

/** A field in a text. */
export const FIELD = /\{\{([a-z][A-Za-z0-9]*)\}\}/g;

export function textOfParagraph(paragraph: BodyParagraph): string {
  if (typeof paragraph === "string") return paragraph;
  return "heading" in paragraph ? paragraph.heading : paragraph.flush;
}
