import { sql } from "kysely";
import type { z } from "zod";
import { findSight, isInSight } from "#cases/find-sight.query.ts";
import type { ClueStatus, ClueTrack, FindCluesQuery } from "#clues/clues.contract.ts";
import { findClueSummaries } from "#clues/clues.store.ts";
import { findClueOffices } from "#clues/find-clue-offices.query.ts";
import type { Tx } from "#database/database.ts";

type Filter = {
  readonly status: ClueStatus | undefined;
  readonly insider: boolean | undefined;
  readonly field: string | undefined;
  readonly track: ClueTrack | undefined;
  readonly industry: string | undefined;
  readonly rule: string | undefined;
  readonly term: string | undefined;
  readonly outcome: z.infer<typeof FindCluesQuery>["outcome"];
  readonly promptedBy: string | undefined;
  /** moments: from this one, before that one */
  readonly since: Date | undefined;
  readonly before: Date | undefined;
  readonly caseId: string | undefined;
  readonly query: string | undefined;
  readonly page: number;
  readonly size: number;
};

/**
 * Up to so many offices the rows of the offices are gathered and then ordered: in the order of the index a rare filter would walk through the clues of the whole
 * country before it found a page.
 */
const FEW_OFFICES = 20;

/** One page of the clues the acting person sees, last changed first, and how many stand in each status under the other filters. */
export async function findClueRows(tx: Tx, filter: Filter) {
  const { status, page, size } = filter;
  const [sight, offices] = [await findSight(tx), await findClueOffices(tx)];
  const fitting = narrow(
    tx.selectFrom("clues as q").where(isInSight({ ...sight, offices }, "q.office_code", "q.case_id")),
    filter,
    offices,
  );
  const counts = await fitting
    .select(["q.state", sql<string>`count(*)`.as("many")])
    .groupBy("q.state")
    .execute();
  const chosen = status === undefined ? fitting : fitting.where("q.state", "=", status);
  const ids = await chosen
    .select("q.id")
    .orderBy(offices.length > FEW_OFFICES ? sql`q.updated_at` : sql`q.updated_at + interval '0'`, "desc")
    .orderBy("q.id")
    .limit(size)
    .offset((page - 1) * size)
    .execute();
  return {
    counts,
    rows: await findClueSummaries(
      tx,
      ids.map(({ id }) => id),
    ),
  };
}

type Fitting = ReturnType<typeof begin>;

function begin(tx: Tx) {
  return tx.selectFrom("clues as q");
}

/** `offices`: those whose rules the person sees; named, so that the index finds a rule of one office among those of all. */
function narrow(clues: Fitting, filter: Filter, offices: readonly string[]): Fitting {
  const { insider, field, track, industry, rule, term, outcome, promptedBy, since, before, caseId, query } = filter;
  let fitting = clues;
  if (insider !== undefined) fitting = fitting.where("q.insider", "=", insider);
  if (field !== undefined) fitting = fitting.where("q.field", "=", field);
  if (track !== undefined) fitting = fitting.where(sql<boolean>`${track} = any (q.tracks)`);
  if (industry !== undefined) fitting = fitting.where("q.industry", "=", industry);
  if (promptedBy !== undefined) fitting = fitting.where("q.prompted_by", "=", promptedBy);
  if (outcome === "any") fitting = fitting.where("q.outcome", "is not", null);
  else if (outcome === "clue") fitting = fitting.where("q.outcome", "in", ["confirmed", "accepted"]);
  else if (outcome !== undefined) fitting = fitting.where("q.outcome", "=", outcome);
  if (caseId !== undefined) fitting = fitting.where("q.case_id", "=", caseId);
  if (query) fitting = fitting.where(sql<boolean>`position(lower(${query}) in lower(q.title)) > 0`);
  if (rule !== undefined)
    fitting = fitting.where(({ exists, selectFrom }) => {
      const rests = selectFrom("clue_rules as r")
        .select("r.clue_id")
        .whereRef("r.clue_id", "=", "q.id")
        .where("r.rule", "=", rule)
        .where(sql<boolean>`r.office_code = any (${promptedBy === undefined ? offices : [promptedBy]}::char(6)[])`);
      return exists(term === undefined ? rests : rests.where("r.term", "=", term));
    });
  if (since !== undefined) fitting = fitting.where("q.document_at", ">=", since);
  if (before !== undefined) fitting = fitting.where("q.document_at", "<", before);
  return fitting;
}
