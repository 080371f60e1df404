import { appendEntry } from "#audit/append-entry.command.ts";
import type { Asking } from "#cases/asking.ts";
import { shortNameOf } from "#legal-documents/document-number.ts";
import { type DocumentParts, kindOf } from "#legal-documents/document-parts.ts";
import { canManageTemplates } from "#legal-documents/legal-document.policy.ts";
import type { DocumentKindList, DocumentNumberList } from "#legal-documents/legal-documents.contract.ts";
import { findNumbers, findOffice } from "#legal-documents/legal-documents.store.ts";
import { findTemplateKinds } from "#legal-documents/templates.store.ts";
import { done, type Outcome } from "#refusals/refusal.ts";

/** 文号登记 the numbers that the actor's own office gave, voided ones with their reason. */
export async function listNumbers(
  { database, kinds }: DocumentParts,
  { actor, requestId }: Asking,
  year: number | undefined,
): Promise<Outcome<DocumentNumberList>> {
  return database.transact({ as: "person", actor }, async (tx) => {
    const office = await findOffice(tx, actor.officeCode);
    if (office === undefined) throw new Error("the office of a person is not there");
    const rows = await findNumbers(tx, actor.officeCode, year);
    const read = { kind: "work-read" as const, thing: "document-number", filters: {}, found: rows.length };
    await appendEntry(tx, { event: read, actor, caseId: null, requestId });
    return done({
      shortName: office.shortName ?? shortNameOf(office.name_zh),
      shortNameSet: office.shortName !== null,
      mayManage: canManageTemplates(actor).allowed,
      items: rows.map(({ number, kind, document_id, given_on, voided, by }) => ({
        number,
        kindName: kindOf(kinds, kind).name,
        documentId: document_id,
        givenOn: given_on,
        by,
        voided,
      })),
    });
  });
}

/** 文书种类 every kind, and whether the actor's own office has a form of its own for it. */
export async function listKinds({ database, kinds }: DocumentParts, { actor }: Asking): Promise<Outcome<DocumentKindList>> {
  return database.transact({ as: "person", actor }, async (tx) => {
    const own = await findTemplateKinds(tx, actor.officeCode);
    return done({
      items: [...kinds.kinds.values()].map(({ id, name, group, law, approver, word, unconfirmed }) => ({
        id,
        name,
        group,
        law,
        approver,
        word,
        unconfirmed: unconfirmed === true,
        form: own.has(id) ? ("office" as const) : ("placeholder" as const),
      })),
    });
  });
}
