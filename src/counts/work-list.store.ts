import { sql } from "kysely";
import { CountRow } from "#counts/counts.contract.ts";
import { type ItemState, WorkItem, type WorkListProgress } from "#counts/work-list.contract.ts";
import type { Tx } from "#database/database.ts";
import { storable } from "#database/storable.ts";
import { ItemDecision, ItemPlace } from "#scan/decisions/decisions.contract.ts";

/** An item as the worker found it, masked; `countedAs`: the decision that the figures of the count hold. */
export type FoundItem = {
  readonly seq: number;
  readonly fingerprint: Buffer;
  readonly tier: "A" | "B" | "C";
  readonly step: "valid" | "excluded";
  readonly rules: readonly string[];
  readonly row: CountRow;
  readonly countedAs: ItemDecision | null;
};

const ROWS_AT_ONCE = 500;

export async function insertItems(tx: Tx, countId: string, caseId: string, items: readonly FoundItem[]): Promise<void> {
  for (let from = 0; from < items.length; from += ROWS_AT_ONCE) {
    const values = items.slice(from, from + ROWS_AT_ONCE).map(({ seq, fingerprint, tier, step, rules, row, countedAs }) => {
      return {
        count_id: countId,
        case_id: caseId,
        seq,
        fingerprint,
        tier,
        step,
        rules: [...rules],
        row: storable(row),
        counted_as: countedAs,
      };
    });
    await tx.insertInto("count_items").values(values).execute();
  }
}

/** Each listed item of a count with the decision that holds now (null: none, or it was undone). */
function items(tx: Tx, countId: string) {
  return tx
    .selectFrom("count_items as i")
    .leftJoinLateral(
      (from) =>
        from
          .selectFrom("item_decisions as d")
          .select(["d.decision", "d.reason", "d.wrong_rules", "d.decided_by", "d.decided_at"])
          .whereRef("d.case_id", "=", "i.case_id")
          .whereRef("d.fingerprint", "=", "i.fingerprint")
          .orderBy("d.id", "desc")
          .limit(1)
          .as("h"),
      (join) => join.onTrue(),
    )
    .where("i.count_id", "=", countId);
}

const HELD = sql<ItemDecision | null>`nullif(h.decision, 'undone')`;
const STATE = sql<ItemState>`coalesce(nullif(h.decision, 'undone'), case i.step when 'valid' then 'open' else 'excluded' end)`;

type Asked = { readonly state: ItemState; readonly tier?: "A" | "B" | "C" | undefined; readonly after: number; readonly size: number };

/** Items in a state, in the order of the evidence. */
export async function findItemRows(tx: Tx, countId: string, { state, tier, after, size }: Asked): Promise<WorkItem[]> {
  const { rows } = await sql<ItemRow>`
    select i.*, p.name from items_in_state(${countId}, ${state}, ${tier ?? null}, ${after}, ${size}) i
    left join persons p on p.id = i.decided_by order by i.seq`.execute(tx);
  return rows.map((row) => presentItem(row, state));
}

/** The listed items with these fingerprints. */
export async function findItemsByFingerprint(tx: Tx, countId: string, fingerprints: readonly string[]): Promise<WorkItem[]> {
  const asked = fingerprints.map((one) => Buffer.from(one, "hex"));
  return present(items(tx, countId).where("i.fingerprint", "in", asked).orderBy("i.seq"));
}

/** Every listed item on which a decision holds. */
export async function findDecidedItems(tx: Tx, countId: string): Promise<WorkItem[]> {
  return present(items(tx, countId).where(HELD, "is not", null).orderBy("i.seq"));
}

async function present(query: ReturnType<typeof items>): Promise<WorkItem[]> {
  const rows = await query
    .leftJoin("persons as p", "p.id", "h.decided_by")
    .select([
      "i.seq",
      "i.fingerprint",
      "i.tier",
      "i.step",
      "i.rules",
      "i.row",
      "h.decision",
      "h.reason",
      "h.wrong_rules",
      "h.decided_at",
      "p.name",
    ])
    .select(STATE.as("state"))
    .execute();
  return rows.map((row) => presentItem(row, row.state));
}

type ItemRow = {
  readonly seq: number;
  readonly fingerprint: Buffer;
  readonly tier: string;
  readonly step: string;
  readonly rules: string[];
  readonly row: object;
  readonly decision: string | null;
  readonly reason: string | null;
  readonly wrong_rules: string[] | null;
  readonly decided_at: Date | null;
  readonly name: string | null;
};

function presentItem(row: ItemRow, state: ItemState): WorkItem {
  const { decision, reason, wrong_rules: wrong, name: by } = row;
  return WorkItem.parse({
    seq: row.seq,
    fingerprint: row.fingerprint.toString("hex"),
    tier: row.tier,
    state,
    machine: { step: row.step, rules: row.rules },
    row: CountRow.parse(row.row),
    human:
      decision === null || decision === "undone" ? null : { decision, reason, wrong: wrong ?? [], by, at: row.decided_at?.toISOString() },
  });
}

/**
 * Listed items by tier and state; `listed`: those that were open when the count was made; `unsettled`: those whose decision changes
 * figures that do not hold it yet (confirming changes none).
 */
export async function countItemStates(tx: Tx, countId: string) {
  const { rows } = await sql<{ tier: string; state: string; items: string; listed: string; unsettled: string }>`
    select * from item_states(${countId})`.execute(tx);
  return rows.map(({ tier, state, items: n, listed, unsettled }) => ({
    tier,
    state,
    items: Number(n),
    listed: Number(listed),
    unsettled: Number(unsettled),
  }));
}

type NewDecision = {
  readonly caseId: string;
  readonly countId: string;
  readonly items: readonly WorkItem[];
  readonly decision: ItemDecision | "undone";
  readonly reason: string | null;
  readonly wrong: readonly string[];
  readonly by: string;
  readonly at: Date;
};

/** Appends one decision for each of the items. */
export async function insertDecisions(
  tx: Tx,
  { caseId, countId, items: decided, decision, reason, wrong, by, at }: NewDecision,
): Promise<void> {
  const values = decided.map(({ fingerprint, tier, machine, row }) => {
    return {
      case_id: caseId,
      count_id: countId,
      fingerprint: Buffer.from(fingerprint, "hex"),
      tier,
      step: machine.step,
      decision,
      reason,
      wrong_rules: wrong.filter((rule) => machine.rules.includes(rule)),
      rules: machine.rules,
      place: storable(row.place),
      decided_by: by,
      decided_at: at,
    };
  });
  if (values.length > 0) await tx.insertInto("item_decisions").values(values).execute();
}

/** One after the other: whoever decides items of a case waits here for who decides others. */
export async function lockDecisions(tx: Tx, caseId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${caseId}, 7242004))`.execute(tx);
}

/** What holds for every item of a case that anybody decided: the rules behind it and whether they were right. */
export async function findHeldDecisions(tx: Tx, caseId: string) {
  const { rows } =
    await sql<HeldRow>`select fingerprint, decision, rules, wrong_rules, step, tier, place from held_decisions(${caseId})`.execute(tx);
  return rows.map(({ fingerprint, decision, rules, wrong_rules: wrong, step, tier, place }) => {
    const held = { fingerprint: fingerprint.toString("hex"), decision: ItemDecision.parse(decision), rules, wrong };
    return { ...held, place: ItemPlace.parse(place), single: tier === "C" && step === "valid" };
  });
}

type HeldRow = {
  readonly fingerprint: Buffer;
  readonly decision: string;
  readonly rules: string[];
  readonly wrong_rules: string[];
  readonly step: string;
  readonly tier: string;
  readonly place: unknown;
};

/** What holds of single records, by their marks, and who said so. */
export async function findHeldMarks(tx: Tx, caseId: string, marks: readonly string[]) {
  if (marks.length === 0) return new Map<string, never>();
  const rows = await tx
    .selectFrom("item_decisions as d")
    .innerJoin("persons as p", "p.id", "d.decided_by")
    .distinctOn("d.fingerprint")
    .select(["d.fingerprint", "d.decision", "p.name"])
    .where("d.case_id", "=", caseId)
    .where(
      "d.fingerprint",
      "in",
      marks.map((mark) => Buffer.from(mark, "hex")),
    )
    .orderBy("d.fingerprint")
    .orderBy("d.id", "desc")
    .execute();
  return new Map(
    rows.flatMap(({ fingerprint, decision, name }) =>
      decision === "undone" ? [] : [[fingerprint.toString("hex"), { decision, by: name }] as const],
    ),
  );
}

/** Rows of tier C that a count keeps, at these places. */
export async function findRowsAt(tx: Tx, countId: string, places: readonly ItemPlace[]): Promise<CountRow[]> {
  const rows = await tx
    .selectFrom("count_rows")
    .select("row")
    .where("count_id", "=", countId)
    .where("tier", "=", "C")
    .where((where) => where.or([where("step", "in", ["distinct", "duplicate"]), where("reason", "in", ["rejected", "anonymised"])]))
    .where((where) => where.or(places.map((place) => sql<boolean>`row -> 'place' = ${storable(place)}::jsonb`)))
    .execute();
  return rows.map(({ row }) => CountRow.parse(row));
}

/** Decisions about single records seen in a count whose figures do not hold them. */
export async function countUnsettledMarks(tx: Tx, countId: string): Promise<number> {
  const { rows } = await sql<{ n: string }>`
    select count(*) as n from (
      select distinct on (d.fingerprint) d.fingerprint, d.decision from item_decisions d
      where d.count_id = ${countId} and d.tier = 'C' and d.step = 'valid' order by d.fingerprint, d.id desc
    ) last
    where decision <> 'undone' and not exists (select 1 from count_items i where i.count_id = ${countId} and i.fingerprint = last.fingerprint)`.execute(
    tx,
  );
  return Number(rows[0]?.n ?? 0);
}

type NewOverride = { id: string; countId: string; caseId: string; reason: string; open: { A: number; B: number }; by: string; at: Date };

export async function insertOverride(tx: Tx, { id, countId, caseId, reason, open, by, at }: NewOverride): Promise<void> {
  await tx
    .insertInto("proof_overrides")
    .values({ id, count_id: countId, case_id: caseId, reason, open_a: open.A, open_b: open.B, made_by: by, made_at: at })
    .execute();
}

/** The last override of a count, with who made it. */
export async function findOverride(tx: Tx, countId: string): Promise<WorkListProgress["override"]> {
  const row = await tx
    .selectFrom("proof_overrides as o")
    .innerJoin("persons as p", "p.id", "o.made_by")
    .select(["o.reason", "o.made_at", "o.open_a", "o.open_b", "p.name"])
    .where("o.count_id", "=", countId)
    .orderBy("o.made_at", "desc")
    .limit(1)
    .executeTakeFirst();
  return row === undefined
    ? null
    : { reason: row.reason, by: row.name, at: row.made_at.toISOString(), open: { A: row.open_a, B: row.open_b } };
}
