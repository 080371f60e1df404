import { officeDay } from "#cases/case-day.ts";
import type { Tx } from "#database/database.ts";
import { fold } from "#legal-documents/legal-document.ts";
import type { DocumentStatus } from "#legal-documents/legal-documents.contract.ts";
import { findDocumentEvents } from "#legal-documents/legal-documents.store.ts";

/** How a document stands: its number and the days of its issue and of its service, null before; `draftedOn`: the day it was drafted here. */
export type DocumentStanding = {
  readonly status: DocumentStatus;
  readonly number: string | null;
  readonly issuedOn: string | null;
  readonly servedOn: string | null;
  readonly draftedOn: string;
};

/** The standing of a document that another slice works with; undefined when there is none or it is not visible. */
export async function findDocumentStanding(tx: Tx, id: string): Promise<DocumentStanding | undefined> {
  const events = await findDocumentEvents(tx, id);
  const [first] = events;
  if (first === undefined) return undefined;
  const { status, issued, service } = fold(events.map(({ event }) => event));
  return {
    status,
    number: issued?.number ?? null,
    issuedOn: issued?.on ?? null,
    servedOn: service?.on ?? null,
    draftedOn: officeDay(first.at),
  };
}
