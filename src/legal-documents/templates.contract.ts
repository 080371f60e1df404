import { z } from "zod";
import { RequestId } from "#cases/cases.contract.ts";
import { Words } from "#legal-documents/document-kind.contract.ts";

/** 文书模板 an office's own forms: a DOCX with fields `{{field}}` for a kind. */
export const UploadTemplateQuery = z.object({ requestId: RequestId, kind: z.string().max(60), name: z.string().trim().min(1).max(120) });
export const TemplateFileQuery = z.object({ templateId: z.uuid() });
export const KindQuery = z.object({ kind: z.string().max(60) });
export const UseStandardRequest = z.object({ requestId: RequestId, kind: z.string().max(60) });

/** One version; `standard`: the office went back to the standard text with it. */
const TemplateVersion = z.object({
  id: z.uuid(),
  version: z.number().int(),
  name: z.string(),
  standard: z.boolean(),
  fields: z.array(z.string()),
  by: z.string(),
  at: z.iso.datetime(),
});

/** 一种文书的模板 what an office uses for a kind, every version kept, newest first; and the fields a template may have. */
export const KindTemplates = z.object({
  kind: z.string(),
  kindName: Words,
  mayManage: z.boolean(),
  versions: z.array(TemplateVersion),
  fields: z.array(z.object({ id: z.string(), name: Words, inStandard: z.boolean() })),
  /** fields of the standard text that the template used now does not have */
  lacks: z.array(z.string()),
});
export type KindTemplates = z.infer<typeof KindTemplates>;
export const DocumentFileQuery = z.object({ format: z.enum(["docx", "pdf"]) });
