import { appendEntry } from "#audit/append-entry.command.ts";
import type { Asking } from "#cases/asking.ts";
import { officeDay } from "#cases/case-day.ts";
import { canHandleContact } from "#cross-checks/contact.policy.ts";
import { statusOn } from "#cross-checks/contact.ts";
import { findContactRows } from "#cross-checks/contacts.store.ts";
import type { CrossCheck, Hit, TraitCount } from "#cross-checks/cross-checks.contract.ts";
import { countTraits, findClueNames, findComparison, findHitRows } from "#cross-checks/cross-checks.store.ts";
import { weighHit } from "#cross-checks/weigh-hit.ts";
import type { Database, Tx } from "#database/database.ts";
import { done, type Outcome, refuse } from "#refusals/refusal.ts";

/** 串并提示 what a clue shares with others: clues that are visible anyway by name, all others as hits that tell kinds and number. */
export async function checkClue(database: Database, asking: Asking, clueId: string): Promise<Outcome<CrossCheck>> {
  const { actor, requestId } = asking;
  return database.transact({ as: "person", actor }, async (tx) => {
    const [clue] = await findClueNames(tx, [clueId]);
    if (!clue) return refuse("not-found", { what: "clue" });
    const rows = await findHitRows(tx, [clueId]);
    const hits = await presentHits(tx, asking, rows);
    const seen = await findClueNames(tx, distinct(rows.map((row) => row.seen)));
    const duplicates = seen.flatMap(({ id, title, state }) => {
      const traits = countsOf(rows.filter((row) => row.seen === id));
      return weighHit(traits) === null ? [] : [{ id, title, status: state, traits }];
    });
    const live = isLive(clue.state);
    const event = { kind: "work-read" as const, thing: "cross-check", filters: {}, found: hits.length + duplicates.length };
    await appendEntry(tx, { event, actor, caseId: clue.case_id, requestId });
    return done({
      compared: { ...(await findComparison(tx, clueId)), traits: await countTraits(tx, clueId) },
      live,
      hits: hits.map(({ clueId: _, ...hit }) => hit),
      duplicates,
      mayAsk: live && canHandleContact(actor, clue.office_code).allowed,
    });
  });
}

type HitRows = Awaited<ReturnType<typeof findHitRows>>;

/** Hits strong enough to be told, the strongest first, each with the contact there is. */
export async function presentHits(tx: Tx, { actor, now }: Asking, rows: HitRows): Promise<(Hit & { clueId: string })[]> {
  const hits: (Hit & { clueId: string })[] = [];
  for (const id of distinct(rows.map(({ hit }) => hit))) {
    const own = rows.filter(({ hit }) => hit === id);
    const [first] = own;
    const traits = countsOf(own);
    const strength = weighHit(traits);
    if (first === undefined || strength === null) continue;
    const [contact] = first.contact === null ? [] : await findContactRows(tx, actor.officeCode, { id: first.contact });
    const known = contact === undefined ? null : { id: contact.id, status: statusOn(contact, officeDay(now)) };
    hits.push({ clueId: first.clue_id, id, strength, traits, contact: known });
  }
  return hits.sort((one, other) => sumOf(other) - sumOf(one));
}

/** Whether a clue in this state takes part across offices; the database holds the same (takes_part). */
export function isLive(state: string): boolean {
  return state === "queued" || state === "held" || state === "accepted";
}

function countsOf(rows: HitRows): TraitCount[] {
  return rows.map(({ kind, many }) => ({ kind, many }));
}

function sumOf({ strength, traits }: Hit): number {
  return (strength === "much" ? 1000 : 0) + traits.reduce((sum, { many }) => sum + many, 0);
}

function distinct(ids: readonly (string | null)[]): string[] {
  return [...new Set(ids.flatMap((id) => (id === null ? [] : [id])))];
}
