import { z } from "zod";
import { findSuspects } from "#cases/find-suspects.query.ts";
import type { Tx } from "#database/database.ts";
import type { RemedyBooks } from "#remedies/books/books.contract.ts";
import { foldRemedy, type StoredEvent } from "#remedies/fold-remedy.ts";
import type { RemedyRecord } from "#remedies/remedies.contract.ts";
import { findRemedyEvents, type RemedyRow } from "#remedies/remedies.store.ts";

const Noted = z.object({ type: z.string(), reason: z.string().optional(), note: z.string().optional(), document: z.string().optional() });

/** Records with their state and history as they are shown. */
export async function describeRemedies(
  tx: Tx,
  rows: readonly RemedyRow[],
  knowing: { readonly books: RemedyBooks; readonly today: string },
): Promise<RemedyRecord[]> {
  const events = await findRemedyEvents(
    tx,
    rows.map(({ id }) => id),
  );
  const suspects = await findSuspects(tx, [...new Set(rows.map(({ caseId }) => caseId))]);
  return rows.map(({ id, caseId, kind, version }) => {
    const own = events.get(id) ?? [];
    const common = { id, caseId, version, history: own.map(tellEvent) };
    const folded = foldRemedy(kind, own, knowing);
    if (folded.kind !== "leniency") return { ...folded, ...common };
    const person = suspects.find((one) => one.id === folded.state.content.partyId)?.name ?? null;
    return { ...folded, ...common, person };
  });
}

function tellEvent({ version, at, by, event }: StoredEvent): RemedyRecord["history"][number] {
  const { type, reason, note, document } = Noted.parse(event);
  return { version, at, by, type, note: reason ?? note ?? document ?? null };
}
