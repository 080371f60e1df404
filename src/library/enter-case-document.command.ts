import type { Tx } from "#database/database.ts";
import { putDocument } from "#library/documents.store.ts";
import type { LibraryEntry } from "#library/read-library-text.ts";

/** A document of a case that was read, with what the library keeps of it: the plain text is not handed over. */
export type ReadCaseDocument = {
  readonly caseId: string;
  readonly officeCode: string;
  readonly documentId: string;
  readonly name: string;
  readonly entry: LibraryEntry;
};

/** 入库 enters a case document into the library, or renews it after another reading, in the worker's transaction that settles the reading. Repeating is safe. */
export async function enterCaseDocument(tx: Tx, { entry, name, ...source }: ReadCaseDocument, now: Date): Promise<void> {
  await putDocument(tx, name, { kind: "case", ...source }, entry, now);
}
