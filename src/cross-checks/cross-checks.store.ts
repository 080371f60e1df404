import { sql } from "kysely";
import { TraitKind } from "#cross-checks/cross-checks.contract.ts";
import type { MadeFingerprints } from "#cross-checks/make-fingerprints.ts";
import { MOST_MATTERS } from "#cross-checks/trait-kinds.data.ts";
import type { Tx } from "#database/database.ts";

/** Of the worker: replaces the fingerprints clues have from one source. */
export async function saveTraits(
  tx: Tx,
  clues: readonly string[],
  source: "text" | "document",
  { items, found }: MadeFingerprints,
  now: Date,
): Promise<void> {
  if (clues.length === 0) return;
  await tx
    .deleteFrom("clue_traits")
    .where("clue_id", "in", [...clues])
    .where("source", "=", source)
    .execute();
  const traits = clues.flatMap((clue_id) => items.map(({ kind, fingerprint }) => ({ clue_id, source, kind, fingerprint })));
  if (traits.length > 0) await tx.insertInto("clue_traits").values(traits).execute();
  const row = { found, kept: items.length, compared_at: now };
  await tx
    .insertInto("clue_comparisons")
    .values(clues.map((clue_id) => ({ clue_id, source, ...row })))
    .onConflict((conflict) => conflict.columns(["clue_id", "source"]).doUpdateSet(row))
    .execute();
}

/**
 * Of the worker: clues that wait to be compared, held until the end of the transaction. The clue is held beside its row: a correction of it, which holds the clue too,
 * comes before (and is read) or after (and lets it wait again), never between reading and forgetting. One somebody is at work on is left for the next round.
 */
export async function holdWaiting(tx: Tx, many: number): Promise<string[]> {
  const { rows } = await sql<{ clue_id: string }>`
    select w.clue_id from clues_to_compare w join clues q on q.id = w.clue_id
    order by w.since, w.clue_id limit ${many} for update of w skip locked for key share of q skip locked`.execute(tx);
  return rows.map(({ clue_id }) => clue_id);
}

export async function forgetWaiting(tx: Tx, clues: readonly string[]): Promise<void> {
  if (clues.length > 0)
    await tx
      .deleteFrom("clues_to_compare")
      .where("clue_id", "in", [...clues])
      .execute();
}

/** Whether a clue waits to be compared, and how many of its values the caps left out. */
export async function findComparison(tx: Tx, clueId: string): Promise<{ readonly waiting: boolean; readonly left: number }> {
  const waiting = await tx.selectFrom("clues_to_compare").select("clue_id").where("clue_id", "=", clueId).executeTakeFirst();
  const made = await tx.selectFrom("clue_comparisons").select(["found", "kept"]).where("clue_id", "=", clueId).execute();
  return { waiting: waiting !== undefined, left: made.reduce((sum, { found, kept }) => sum + found - kept, 0) };
}

/** How many values of each kind of a visible clue are compared. */
export async function countTraits(tx: Tx, clueId: string) {
  const { rows } = await sql<{ kind: string; many: number }>`select kind, many from count_traits(${clueId}::uuid) order by kind`.execute(
    tx,
  );
  return rows.map(({ kind, many }) => ({ kind: TraitKind.parse(kind), many }));
}

/** What visible clues share with others, one row a pair and kind. `hit` names a clue of another office, `seen` one that is visible anyway. */
export async function findHitRows(tx: Tx, clues: readonly string[]) {
  const { rows } = await sql<{
    clue_id: string;
    hit: string | null;
    seen: string | null;
    kind: string;
    many: number;
    contact: string | null;
  }>`
    select * from find_hits(${sql.val([...clues])}::uuid[], ${MOST_MATTERS}) order by clue_id, hit, seen, kind`.execute(tx);
  return rows.map(({ kind, ...row }) => ({ ...row, kind: TraitKind.parse(kind) }));
}

/** Clues of the person's own office that take part, the last changed first, and how many there are. */
export async function findLiveClues(tx: Tx, officeCode: string, most: number) {
  const live = tx.selectFrom("clues").where("office_code", "=", officeCode).where("state", "in", ["queued", "held", "accepted"]);
  const rows = await live.select(["id", "title", "state"]).orderBy("updated_at", "desc").orderBy("id").limit(most).execute();
  const { many } = await live.select(sql<string>`count(*)`.as("many")).executeTakeFirstOrThrow();
  return { rows, of: Number(many) };
}

/** Titles and states of visible clues. */
export async function findClueNames(tx: Tx, ids: readonly string[]) {
  if (ids.length === 0) return [];
  return tx
    .selectFrom("clues")
    .select(["id", "title", "state", "office_code", "case_id"])
    .where("id", "in", [...ids])
    .execute();
}
