import { randomUUID } from "node:crypto";
import { appendEntry } from "#audit/append-entry.command.ts";
import type { Asking } from "#cases/asking.ts";
import type { Tx } from "#database/database.ts";
import type { DocumentParts } from "#legal-documents/document-parts.ts";
import { canManageTemplates } from "#legal-documents/legal-document.policy.ts";
import { describeTemplates } from "#legal-documents/list-templates.query.ts";
import { checkTemplate } from "#legal-documents/output/check-template.ts";
import { TEMPLATE_LIMITS } from "#legal-documents/output/open-template.ts";
import type { KindTemplates } from "#legal-documents/templates.contract.ts";
import { insertTemplate } from "#legal-documents/templates.store.ts";
import { done, type Outcome, type Refusal, refuse } from "#refusals/refusal.ts";
import { answerOnce } from "#requests/answer-once.command.ts";

type Upload = {
  readonly requestId: string;
  readonly kind: string;
  readonly name: string;
  readonly stream: AsyncIterable<Uint8Array>;
};

/** 上传模板 takes in an office's own DOCX for a kind: from now on its documents of the kind are written in it. Earlier versions stay. */
export async function uploadTemplate(parts: DocumentParts, asking: Asking, upload: Upload): Promise<Outcome<KindTemplates>> {
  const refused = refuseManaging(parts, asking, upload.kind);
  if (refused) return refused;
  const bytes = await readAll(upload.stream);
  if (bytes === null) return refuse("too-large", { limit: `${TEMPLATE_LIMITS.bytes / 1_000_000} MB` });
  const checked = await checkTemplate(bytes, parts.kinds.fields);
  if (!checked.ok) return checked;
  const { kind, name, requestId: changeId } = upload;
  return parts.database.transact({ as: "person", actor: asking.actor }, (tx) =>
    answerOnce(tx, asking.actor, changeId, `upload-template ${kind}`, () =>
      keep(tx, parts, asking, { kind, name, docx: bytes, fields: checked.value, action: "upload" }),
    ),
  );
}

/** 恢复标准文本 goes back to the standard text for a kind; the office's versions stay. */
export async function useStandardText(
  parts: DocumentParts,
  asking: Asking,
  { requestId: changeId, kind }: { readonly requestId: string; readonly kind: string },
): Promise<Outcome<KindTemplates>> {
  const refused = refuseManaging(parts, asking, kind);
  if (refused) return refused;
  return parts.database.transact({ as: "person", actor: asking.actor }, (tx) =>
    answerOnce(tx, asking.actor, changeId, `use-standard-text ${kind}`, () =>
      keep(tx, parts, asking, { kind, name: "标准文本", docx: null, fields: [], action: "use-standard" }),
    ),
  );
}

type Kept = {
  readonly kind: string;
  readonly name: string;
  readonly docx: Buffer | null;
  readonly fields: readonly string[];
  readonly action: string;
};

async function keep(
  tx: Tx,
  parts: DocumentParts,
  { actor, now, requestId }: Asking,
  { action, ...made }: Kept,
): Promise<Outcome<KindTemplates>> {
  const id = randomUUID();
  const version = await insertTemplate(tx, { id, officeCode: actor.officeCode, ...made, by: actor.personId, at: now });
  const noted = { kind: "work-changed" as const, thing: "document-template", thingId: id, action, version };
  await appendEntry(tx, { event: noted, actor, caseId: null, requestId });
  return done(await describeTemplates(tx, parts, actor, made.kind));
}

function refuseManaging({ kinds }: DocumentParts, { actor }: Asking, kind: string): Refusal | null {
  const decision = canManageTemplates(actor);
  if (!decision.allowed) return decision.refusal;
  return kinds.kinds.has(kind)
    ? null
    : refuse("invalid-input", { place: "kind", expected: "文书种类", "expected.en": "a kind of document", found: kind });
}

/** The bytes, or null when there are more than a template may have: the rest is read and let go, so that the answer can be heard. */
async function readAll(stream: AsyncIterable<Uint8Array>): Promise<Buffer | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.length;
    if (size <= TEMPLATE_LIMITS.bytes) chunks.push(chunk);
  }
  return size <= TEMPLATE_LIMITS.bytes ? Buffer.concat(chunks) : null;
}
