import type { Actor } from "#access/access.contract.ts";
import { appendEntry } from "#audit/append-entry.command.ts";
import type { Asking } from "#cases/asking.ts";
import type { Tx } from "#database/database.ts";
import type { RouteFile } from "#http/route.ts";
import { composeDocument } from "#legal-documents/compose-document.ts";
import { fieldsOfKind } from "#legal-documents/document-kind.contract.ts";
import { type DocumentParts, kindOf } from "#legal-documents/document-parts.ts";
import { canManageTemplates } from "#legal-documents/legal-document.policy.ts";
import { writeDocx } from "#legal-documents/output/write-docx.ts";
import { DOCX } from "#legal-documents/print-document.query.ts";
import type { KindTemplates } from "#legal-documents/templates.contract.ts";
import { findTemplate, findTemplateVersions } from "#legal-documents/templates.store.ts";
import { done, type Outcome, refuse } from "#refusals/refusal.ts";

/** 一种文书的模板 every version the actor's own office has of it. */
export async function listTemplates(parts: DocumentParts, { actor, requestId }: Asking, kind: string): Promise<Outcome<KindTemplates>> {
  if (!parts.kinds.kinds.has(kind)) return unknownKind(kind);
  return parts.database.transact({ as: "person", actor }, async (tx) => {
    const templates = await describeTemplates(tx, parts, actor, kind);
    const read = { kind: "work-read" as const, thing: "document-template", filters: { kind }, found: templates.versions.length };
    await appendEntry(tx, { event: read, actor, caseId: null, requestId });
    return done(templates);
  });
}

export async function describeTemplates(tx: Tx, { kinds }: DocumentParts, actor: Actor, kindId: string): Promise<KindTemplates> {
  const kind = kindOf(kinds, kindId);
  const versions = await findTemplateVersions(tx, actor.officeCode, kindId);
  const own = fieldsOfKind(kind);
  const [used] = versions;
  return {
    kind: kindId,
    kindName: kind.name,
    mayManage: canManageTemplates(actor).allowed,
    versions: versions.map(({ id, version, name, fields, uploaded_at, by, standard }) => ({
      id,
      version,
      name,
      standard: Boolean(standard),
      fields,
      by,
      at: uploaded_at.toISOString(),
    })),
    fields: [...kinds.fields.values()].map(({ id, name }) => ({ id, name, inStandard: own.includes(id) })),
    lacks: used === undefined || used.standard ? [] : own.filter((id) => !used.fields.includes(id)),
  };
}

/** 下载标准文本 the standard text of a kind as a DOCX with its fields: what an office starts its own form from. */
export function printStandard({ kinds }: DocumentParts, kindId: string): Outcome<RouteFile> {
  const kind = kinds.kinds.get(kindId);
  if (kind === undefined) return unknownKind(kindId);
  const values = Object.fromEntries(fieldsOfKind(kind).map((id) => [id, `{{${id}}}`]));
  const frame = { officeName: "{{officeName}}", number: "{{documentNumber}}", numberToCome: null, issuedOn: null };
  const { paragraphs } = composeDocument(kind, kinds.fields, values, frame);
  const dated = paragraphs.map((paragraph, at) =>
    kind.closing && at === paragraphs.length - 1 ? { ...paragraph, runs: [{ text: "{{issuedOn}}", missing: false }] } : paragraph,
  );
  return done({ name: `${kind.name.zh}-标准文本.docx`, contentType: DOCX, bytes: writeDocx(dated, { title: kind.name.zh, footing: "" }) });
}

/** 下载本院模板 a version as it was uploaded. */
export async function printTemplate({ database }: DocumentParts, { actor, requestId }: Asking, id: string): Promise<Outcome<RouteFile>> {
  return database.transact({ as: "person", actor }, async (tx) => {
    const template = await findTemplate(tx, id);
    if (template === undefined || template.office_code !== actor.officeCode) return refuse("not-found", { what: "template" });
    const read = { kind: "work-read" as const, thing: "document-template", filters: { file: "docx" }, found: 1 };
    await appendEntry(tx, { event: read, actor, caseId: null, requestId });
    return done({ name: `${template.name}-第${template.version}版.docx`, contentType: DOCX, bytes: template.docx });
  });
}

function unknownKind(kind: string) {
  return refuse("invalid-input", { place: "kind", expected: "文书种类", "expected.en": "a kind of document", found: kind });
}
