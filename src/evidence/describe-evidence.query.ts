import type { Tx } from "#database/database.ts";
import type { EvidenceDetail, EvidenceItem } from "#evidence/evidence.contract.ts";
import { findItem, findItemEvents, findItems, findTwins, type ItemRow } from "#evidence/evidence.store.ts";
import type { RecordedEvent } from "#evidence/evidence-event.contract.ts";
import { buildTimeline, defectsOf, foldEvidence } from "#evidence/evidence-record.ts";

/** One item with custody record, defects and timeline; undefined when there is none or it is not visible. */
export async function describeEvidence(tx: Tx, id: string): Promise<EvidenceDetail | undefined> {
  const item = await findItem(tx, id, "none");
  if (!item) return undefined;
  const events = (await findItemEvents(tx, [id])).get(id) ?? [];
  const twinsOf = await findTwins(tx, item.caseId, item.sha256);
  const record = foldEvidence(events);
  const defects = defectsOf(record);
  return {
    ...presentItem(item, events, twinsOf),
    custody: record.custody,
    transfers: [...record.transfers],
    timeline: buildTimeline(events, record, defects),
  };
}

/** Every item of a visible case. */
export async function describeItems(tx: Tx, caseId: string): Promise<EvidenceItem[]> {
  const items = await findItems(tx, caseId);
  const events = await findItemEvents(
    tx,
    items.map(({ id }) => id),
  );
  const twinsOf = await findTwins(tx, caseId, null);
  return items.map((item) => presentItem(item, events.get(item.id) ?? [], twinsOf));
}

function presentItem(item: ItemRow, events: readonly RecordedEvent[], twinsOf: (id: string, sha256: string) => string[]): EvidenceItem {
  return { ...item, sameAs: twinsOf(item.id, item.sha256), defects: defectsOf(foldEvidence(events)) };
}
