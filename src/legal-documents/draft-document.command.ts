import { createHash, randomUUID } from "node:crypto";
import { appendEntry } from "#audit/append-entry.command.ts";
import type { Asking } from "#cases/asking.ts";
import { officeDay } from "#cases/case-day.ts";
import { findCaseFacts } from "#cases/find-case-facts.query.ts";
import type { Tx } from "#database/database.ts";
import { type About, collectFacts } from "#legal-documents/collect-facts.query.ts";
import { findMissing, type MissingField } from "#legal-documents/compose-document.ts";
import { describeDocument } from "#legal-documents/describe-document.query.ts";
import { type BodyParagraph, textOfParagraph } from "#legal-documents/document-kind.contract.ts";
import type { DocumentParts, DocumentPartsIn } from "#legal-documents/document-parts.ts";
import { canHandleDocument } from "#legal-documents/legal-document.policy.ts";
import { evolve, valuesOf } from "#legal-documents/legal-document.ts";
import type { DraftDocumentRequest, LegalDocument, LegalDocumentEvent } from "#legal-documents/legal-documents.contract.ts";
import { insertDocument } from "#legal-documents/legal-documents.store.ts";
import { fillFields, tellFacts } from "#legal-documents/tell-facts.ts";
import { findNewestTemplate } from "#legal-documents/templates.store.ts";
import { kindOfTemplate } from "#legal-documents/write-document.query.ts";
import { done, type Outcome, refuse } from "#refusals/refusal.ts";
import { answerOnce } from "#requests/answer-once.command.ts";

/** What a draft is made from. `given`: values of fields that another slice knows (a transfer's addressee, a recommendation's measures). */
export type NewDocument = About & {
  readonly kind: string;
  /** an office that may read it once it is issued; null: none beside those of the case */
  readonly toOffice: string | null;
  readonly fields: Readonly<Record<string, string>>;
};

/** 拟制文书 drafts a document of a case with the facts the case knows; what is missing is listed, nothing is invented. */
export async function draftDocument(
  parts: DocumentParts,
  asking: Asking,
  caseId: string,
  { requestId: changeId, kind, procedureId, fields }: DraftDocumentRequest,
): Promise<Outcome<LegalDocument>> {
  const { actor } = asking;
  return parts.database.transact({ as: "person", actor }, (tx) =>
    answerOnce(tx, actor, changeId, `draft-document ${caseId}`, async () => {
      const made = { caseId, procedureId, kind, toOffice: null, fields };
      const drafted = await addDocument(tx, parts, asking, made, changeId, "written");
      if (!drafted.ok) return drafted;
      const document = await describeDocument(tx, parts, asking, drafted.value.id);
      if (!document) throw new Error("a document that was just drafted is not visible to the person who did");
      return done(document);
    }),
  );
}

/**
 * The same in the caller's transaction, with facts the caller gives: `draftDocumentIn(tx, { kinds, tables }, asking, { kind: "clue-transfer",
 * caseId: null, procedureId: null, toOffice: "990102", fields: { addressee, summary, … } }, changeId)`. Answers its id and what is missing.
 */
export function draftDocumentIn(
  tx: Tx,
  parts: DocumentPartsIn,
  asking: Asking,
  made: NewDocument,
  changeId: string,
): Promise<Outcome<{ readonly id: string; readonly missing: readonly MissingField[] }>> {
  return addDocument(tx, parts, asking, made, changeId, "given");
}

async function addDocument(
  tx: Tx,
  parts: DocumentPartsIn,
  asking: Asking,
  { caseId, procedureId, kind: kindId, toOffice, fields: given }: NewDocument,
  changeId: string,
  givenAs: "given" | "written",
): Promise<Outcome<{ readonly id: string; readonly missing: readonly MissingField[] }>> {
  const { actor, now, requestId } = asking;
  const collected = await collectFacts(tx, parts, asking, { caseId, procedureId });
  if (!collected.ok) return collected;
  const { officeCode, known } = collected.value;
  const facts = caseId === null ? null : ((await findCaseFacts(tx, caseId, "share")) ?? null);
  const decision = canHandleDocument("draft", actor, { officeCode, facts }, officeDay(now));
  if (!decision.allowed) return decision.refusal;
  const standard = parts.kinds.kinds.get(kindId);
  if (standard === undefined)
    return refuse("invalid-input", { place: "kind", expected: "文书种类", "expected.en": "a kind of document", found: kindId });
  const stray = unknownField(parts, given);
  if (stray !== null) return stray;
  const template = await findNewestTemplate(tx, officeCode, kindId);
  const kind = template === undefined ? standard : kindOfTemplate(standard, template.fields);
  const told = tellFacts(kind, known);
  const fields = fillFields(kind, parts.kinds.fields, told, given, givenAs);
  const event: LegalDocumentEvent = {
    type: "drafted",
    kind: kindId,
    caseId,
    procedureId,
    officeCode,
    toOffice,
    fields,
    factsHash: createHash("sha256")
      .update(JSON.stringify([...told].sort()))
      .digest("hex"),
    templateId: template?.id ?? null,
  };
  const [id, state, missing] = [randomUUID(), evolve(null, event), findMissing(kind, parts.kinds.fields, valuesOf(fields))];
  const shown = { addressee: fields["addressee"]?.value ?? null, missing: missing.filter(({ mandatory }) => mandatory).length };
  await insertDocument(tx, id, event, state, shown, { personId: actor.personId, at: now, requestId: changeId });
  await appendEntry(tx, {
    event: { kind: "work-changed", thing: "legal-document", thingId: id, action: "draft", version: 1 },
    actor,
    caseId,
    requestId,
  });
  return done({ id, missing });
}

/** A value for a field that no template knows would be lost without a word: refused. */
export function unknownField({ kinds }: Pick<DocumentPartsIn, "kinds">, given: Readonly<Record<string, string>>) {
  const unknown = Object.keys(given).find((id) => !kinds.fields.has(id));
  return unknown === undefined
    ? null
    : refuse("invalid-input", {
        place: `fields.${unknown}`,
        expected: "模板中的填写项",
        "expected.en": "a field of the templates",
        found: unknown,
      });
}

/** The same for a text that people changed: a field in it must be one that can be filled. */
export function unknownInText({ kinds }: Pick<DocumentPartsIn, "kinds">, body: readonly BodyParagraph[]) {
  const unknown = body.flatMap((paragraph) => [...textOfParagraph(paragraph).matchAll(/\{\{([^}]*)\}\}/g)].map(([, name]) => name ?? ""));
  const stray = unknown.find((name) => !kinds.fields.has(name));
  return stray === undefined
    ? null
    : refuse("invalid-input", {
        place: "正文",
        "place.en": "the text",
        expected: "模板中的填写项",
        "expected.en": "a field of the templates",
        found: `{{${stray}}}`,
      });
}
