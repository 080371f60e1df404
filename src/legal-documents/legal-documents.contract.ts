import { z } from "zod";
import { RequestId } from "#cases/cases.contract.ts";
import { Approver, BodyParagraph, FieldId, Words } from "#legal-documents/document-kind.contract.ts";

/** 法律文书 shapes of requests and answers. */
export const DocumentStatus = z.enum(["draft", "submitted", "approved", "issued", "served", "withdrawn"]);
export type DocumentStatus = z.infer<typeof DocumentStatus>;

/** Where the value of a field came from: a fact of the case, what another slice gave, or a person's own words. */
export const FieldSource = z.enum(["office", "case", "parties", "handler", "procedure", "assessment", "count", "step", "given", "written"]);
export type FieldSource = z.infer<typeof FieldSource>;
export const FieldValue = z.object({ value: z.string().max(20_000), source: FieldSource });
const FieldValues = z.record(FieldId, FieldValue);
export type FieldValues = z.infer<typeof FieldValues>;
/** What a person writes into fields; an empty text empties the field. */
export const WrittenFields = z.record(FieldId, z.string().max(20_000)).refine((fields) => Object.keys(fields).length <= 80);
const Body = z.array(BodyParagraph).min(1).max(200);

export const ServiceWay = z.enum(["in-person", "post", "electronic", "left", "public-notice", "through-organ"]);
export type ServiceWay = z.infer<typeof ServiceWay>;
const ComposedParagraph = z.object({
  style: z.enum(["office", "title", "number", "flush", "heading", "text", "closing"]),
  runs: z.array(z.object({ text: z.string(), missing: z.boolean() })),
});
const Reason = z.string().trim().min(1).max(1000);

/** What is recorded of a document; the state is the fold of these. */
export const LegalDocumentEvent = z.discriminatedUnion("type", [
  z.object({
    type: z.literal("drafted"),
    kind: z.string(),
    caseId: z.uuid().nullable(),
    procedureId: z.uuid().nullable(),
    officeCode: z.string().regex(/^\d{6}$/),
    /** an office that may read it once it is issued */
    toOffice: z
      .string()
      .regex(/^\d{6}$/)
      .nullable(),
    fields: FieldValues,
    /** SHA-256 of the facts it was drafted from, as they stood then */
    factsHash: z.string(),
    /** version of the office's own template; null: the standard one */
    templateId: z.uuid().nullable(),
  }),
  z.object({ type: z.literal("edited"), fields: FieldValues, body: Body.nullable() }),
  z.object({ type: z.literal("submitted") }),
  z.object({ type: z.literal("approved"), note: z.string() }),
  z.object({ type: z.literal("returned"), reason: z.string() }),
  z.object({
    type: z.literal("issued"),
    number: z.string().nullable(),
    on: z.iso.date(),
    /** the text as it went out, and SHA-256 of the DOCX that is kept */
    paragraphs: z.array(ComposedParagraph),
    sha256: z.string(),
  }),
  z.object({ type: z.literal("served"), way: ServiceWay, on: z.iso.date(), receiver: z.string(), note: z.string() }),
  z.object({ type: z.literal("receipt-recorded"), on: z.iso.date(), receipt: z.string() }),
  z.object({ type: z.literal("withdrawn"), reason: z.string() }),
]);
export type LegalDocumentEvent = z.infer<typeof LegalDocumentEvent>;

export const DraftDocumentRequest = z.object({
  requestId: RequestId,
  kind: z.string().max(60),
  procedureId: z.uuid().nullable().default(null),
  fields: WrittenFields.default({}),
});
export type DraftDocumentRequest = z.infer<typeof DraftDocumentRequest>;

export const DocumentAction = z.discriminatedUnion("type", [
  z.object({ type: z.literal("edit"), fields: WrittenFields, body: Body.nullable().default(null) }),
  z.object({ type: z.literal("submit") }),
  z.object({ type: z.literal("approve"), note: z.string().trim().max(1000).default("") }),
  z.object({ type: z.literal("return"), reason: Reason }),
  z.object({ type: z.literal("issue"), on: z.iso.date() }),
  z.object({
    type: z.literal("serve"),
    way: ServiceWay,
    on: z.iso.date(),
    receiver: z.string().trim().min(1).max(120),
    note: z.string().trim().max(1000).default(""),
  }),
  z.object({ type: z.literal("record-receipt"), on: z.iso.date(), receipt: z.string().trim().min(1).max(400) }),
  z.object({ type: z.literal("withdraw"), reason: Reason }),
]);
export type DocumentAction = z.infer<typeof DocumentAction>;
export type DocumentActionType = DocumentAction["type"];
export const ActOnDocumentRequest = z.object({ requestId: RequestId, expectedVersion: z.number().int().min(1), action: DocumentAction });
export type ActOnDocumentRequest = z.infer<typeof ActOnDocumentRequest>;

export const LegalDocumentSummary = z.object({
  id: z.uuid(),
  kind: z.string(),
  kindName: Words,
  status: DocumentStatus,
  number: z.string().nullable(),
  case: z.object({ id: z.uuid(), number: z.string() }).nullable(),
  office: z.object({ code: z.string(), name: Words }),
  addressee: z.string().nullable(),
  /** mandatory fields that are still empty */
  missing: z.number().int(),
  draftedBy: z.string(),
  updatedAt: z.iso.datetime(),
});
export type LegalDocumentSummary = z.infer<typeof LegalDocumentSummary>;

export const LegalDocument = LegalDocumentSummary.extend({
  version: z.number().int(),
  procedureId: z.uuid().nullable(),
  approver: Approver,
  law: z.array(z.string()),
  unconfirmed: z.boolean(),
  /** formats are fixed by the SPP: a placeholder until the office has loaded the official form */
  form: z.enum(["placeholder", "office"]),
  templateVersion: z.number().int().nullable(),
  fields: z.array(
    z.object({ id: FieldId, name: Words, long: z.boolean(), mandatory: z.boolean(), value: z.string(), source: FieldSource.nullable() }),
  ),
  /** the text with its fields, as people changed it or as the kind has it; null: the office's template decides it */
  body: Body.nullable(),
  bodyChanged: z.boolean(),
  paragraphs: z.array(ComposedParagraph),
  missingFields: z.array(z.object({ id: FieldId, name: Words, mandatory: z.boolean() })),
  factsHash: z.string(),
  sha256: z.string().nullable(),
  issuedOn: z.iso.date().nullable(),
  service: z.object({ way: ServiceWay, on: z.iso.date(), receiver: z.string(), note: z.string() }).nullable(),
  receipt: z.object({ on: z.iso.date(), receipt: z.string() }).nullable(),
  history: z.array(z.object({ version: z.number().int(), at: z.iso.datetime(), by: z.string(), sentence: Words })),
  can: z.array(z.string()),
});
export type LegalDocument = z.infer<typeof LegalDocument>;
export const LegalDocumentList = z.object({ items: z.array(LegalDocumentSummary), mayDraft: z.boolean() });
export type LegalDocumentList = z.infer<typeof LegalDocumentList>;

/** 本院文书 documents of the actor's own office in one status, those waiting longest first. */
export const FindDocumentsQuery = z.object({ status: DocumentStatus.default("submitted") });
export const OfficeDocumentList = z.object({ items: z.array(LegalDocumentSummary) });
export type OfficeDocumentList = z.infer<typeof OfficeDocumentList>;

/** A kind with what its fields would hold if it were drafted now. */
export const DraftPreview = z.object({
  kind: z.string(),
  kindName: Words,
  approver: Approver,
  law: z.array(z.string()),
  unconfirmed: z.boolean(),
  form: z.enum(["placeholder", "office"]),
  fields: LegalDocument.shape.fields,
  paragraphs: z.array(ComposedParagraph),
  missingFields: LegalDocument.shape.missingFields,
});
export type DraftPreview = z.infer<typeof DraftPreview>;
export const PreviewQuery = z.object({ kind: z.string().max(60), procedureId: z.uuid().optional() });

export const DocumentKindSummary = z.object({
  id: z.string(),
  name: Words,
  group: z.enum(["criminal", "public-interest", "supervision", "transfer"]),
  law: z.array(z.string()),
  approver: Approver,
  word: z.string().nullable(),
  unconfirmed: z.boolean(),
  form: z.enum(["placeholder", "office"]),
});
export const DocumentKindList = z.object({ items: z.array(DocumentKindSummary) });
export type DocumentKindList = z.infer<typeof DocumentKindList>;

/** 文号登记 numbers of an office as they were given, gaps never, voided ones with their reason. */
export const DocumentNumberList = z.object({
  shortName: z.string(),
  /** whether the office set it, or it follows from its name */
  shortNameSet: z.boolean(),
  mayManage: z.boolean(),
  items: z.array(
    z.object({
      number: z.string(),
      kindName: Words,
      documentId: z.uuid(),
      givenOn: z.iso.date(),
      by: z.string(),
      voided: z.string().nullable(),
    }),
  ),
});
export type DocumentNumberList = z.infer<typeof DocumentNumberList>;
export const NumbersQuery = z.object({ year: z.coerce.number().int().min(2000).max(2100).optional() });
export const SetShortNameRequest = z.object({
  requestId: RequestId,
  shortName: z
    .string()
    .trim()
    .regex(/^\p{Script=Han}{1,8}$/u, "一至八个汉字，如“云岭”"),
});
export const ShortName = z.object({ shortName: z.string() });
export const LegalDocumentIdParams = z.object({ legalDocumentId: z.uuid() });
