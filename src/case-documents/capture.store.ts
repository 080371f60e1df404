import { sql } from "kysely";
import type { CaptureFunnel } from "#case-documents/case-documents.contract.ts";
import type { Tx } from "#database/database.ts";

/** The funnel in one query over what row-level security shows. A clue that went on (held, merged, split, transferred, accepted) was confirmed before. */
export async function countCapture(tx: Tx): Promise<CaptureFunnel> {
  const answer = await sql<Record<keyof CaptureFunnel, string>>`
    with prompts as (
      select k.document_id, q.state,
        exists (select 1 from clue_events e where e.clue_id = q.id and e.type = 'confirmed') as confirmed
      from document_prompts k join clues q on q.id = k.clue_id
    )
    select
      (select count(*) from case_documents) as documents,
      (select count(distinct document_id) from document_readings where status = 'done') as read,
      (select count(distinct document_id) from prompts) as hits,
      count(*) as prompts,
      count(*) filter (where state = 'prompted') as waiting,
      count(*) filter (where state = 'dismissed' and not confirmed) as dismissed,
      count(*) filter (where confirmed) as clues,
      count(*) filter (where state = 'accepted') as accepted
    from prompts`.execute(tx);
  const [row] = answer.rows;
  if (!row) throw new Error("a query of counts answers a row");
  const { documents, read, hits, prompts, waiting, dismissed, clues, accepted } = row;
  return {
    documents: Number(documents),
    read: Number(read),
    hits: Number(hits),
    prompts: Number(prompts),
    waiting: Number(waiting),
    dismissed: Number(dismissed),
    clues: Number(clues),
    accepted: Number(accepted),
  };
}
