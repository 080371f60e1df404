import { appendEntry } from "#audit/append-entry.command.ts";
import type { Asking } from "#cases/asking.ts";
import type { Database } from "#database/database.ts";
import { findDocument, findOwn, findText } from "#library/documents.store.ts";
import { type LibraryDocument, LibraryFacts, type OwnDocuments } from "#library/library.contract.ts";
import { canSearchLibrary } from "#library/library.policy.ts";
import { presentOrigin } from "#library/present-origin.ts";
import { redactText } from "#redaction/redact-text.ts";
import { done, type Outcome, refuse } from "#refusals/refusal.ts";

/**
 * 库内文书 a document with what was read of it. A published one with its text, persons and numbers hidden once more; the text of a case document stays with its
 * case: null. Audited.
 */
export async function getDocument(database: Database, { actor, requestId }: Asking, id: number): Promise<Outcome<LibraryDocument>> {
  const decision = canSearchLibrary(actor);
  if (!decision.allowed) return decision.refusal;
  return database.transact({ as: "person", actor }, async (tx) => {
    const row = await findDocument(tx, { id });
    if (!row) return refuse("not-found", { what: "document" });
    const text = await findText(tx, id);
    await appendEntry(tx, { event: { kind: "work-read", thing: "library-document", found: 1 }, actor, caseId: row.case_id, requestId });
    return done({
      id,
      name: row.name,
      origin: presentOrigin(row),
      enteredAt: row.entered_at.toISOString(),
      facts: LibraryFacts.parse(row.facts),
      text: text === null ? null : redactText(null, text).text,
    });
  });
}

/** Documents of the cases the person sees, to ask by. */
export async function listOwnDocuments(
  database: Database,
  { actor, requestId }: Asking,
  words: string | undefined,
): Promise<Outcome<OwnDocuments>> {
  const decision = canSearchLibrary(actor);
  if (!decision.allowed) return decision.refusal;
  return database.transact({ as: "person", actor }, async (tx) => {
    const rows = await findOwn(tx, words, 50);
    await appendEntry(tx, { event: { kind: "work-read", thing: "library-document", found: rows.length }, actor, caseId: null, requestId });
    return done({
      items: rows.map(({ id, name, case_number, entered_at }) => ({
        id,
        name,
        caseNumber: case_number,
        enteredAt: entered_at.toISOString(),
      })),
    });
  });
}
