import type { Database } from "#database/database.ts";
import type { DocumentKind, DocumentKinds } from "#legal-documents/document-kind.contract.ts";
import type { ProcedureTables } from "#procedures/procedure-table.contract.ts";

/** What the operations on documents are given. */
export type DocumentParts = { readonly database: Database; readonly kinds: DocumentKinds; readonly tables: ProcedureTables };
/** The same in another slice's transaction. */
export type DocumentPartsIn = Omit<DocumentParts, "database">;

/** @throws when a recorded document is of a kind that no file names any more: the server would lose what it wrote */
export function kindOf({ kinds }: DocumentKinds, id: string): DocumentKind {
  const kind = kinds.get(id);
  if (kind === undefined) throw new Error(`no kind of document ${id}`);
  return kind;
}
