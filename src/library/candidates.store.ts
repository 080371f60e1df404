import { sql } from "kysely";
import type { Tx } from "#database/database.ts";
import type { Sought } from "#library/list-features.ts";

export type Candidate = { readonly id: number; readonly fingerprint: Buffer; readonly likeness: Buffer; readonly profile: Buffer };
export type Bounds = {
  /** of each list of postings, the strongest read */
  readonly depth: number;
  /** candidates whose scores are worked out */
  readonly candidates: number;
};

/** Bounds whatever the library's size: 40 to 70 lists of 500 make at most 35,000 postings. What is lost by it is measured on LeCaRD (bench/results/library.json). */
export const BOUNDS: Bounds = { depth: 500, candidates: 500 };

/**
 * 召回 the documents that might be most like the question, of those the acting person may see: the strongest postings of every sought feature, added up, the best kept;
 * and the documents of single cases the person works on. `rules`: documents read by another model are left out.
 */
export async function findCandidates(
  tx: Tx,
  sought: readonly Sought[],
  scope: "all" | "published" | "own",
  rules: number,
  { depth, candidates }: Bounds = BOUNDS,
): Promise<Candidate[]> {
  const answer = await sql<Candidate>`
    with asked (feature, weight) as (
      select * from unnest(${sought.map(({ feature }) => feature)}::int[], ${sought.map(({ weight }) => weight)}::real[])),
    holders (holder) as (
      select -1 where ${scope} <> 'own'
      union all select library_office() where ${scope} <> 'published' and library_office() is not null),
    best as (
      select p.document from holders h cross join asked a
      cross join lateral (
        select document, impact from library_postings
        where holder = h.holder and feature = a.feature order by impact desc limit ${depth}) p
      group by p.document order by sum(a.weight * p.impact) desc, p.document limit ${candidates}),
    mine as (
      select id from library_documents
      where ${scope} <> 'published' and case_id in (select library_cases()) order by id desc limit ${candidates})
    select d.id, d.fingerprint, d.likeness, d.profile
    from (select document as id from best union select id from mine) c join library_documents d on d.id = c.id
    where d.rules = ${rules}`.execute(tx);
  return answer.rows;
}

/** Documents with this very fingerprint or likeness, ten at most: a duplicate is found however it ranks. */
export async function findDuplicates(tx: Tx, fingerprint: Buffer, likeness: Buffer, rules: number): Promise<Candidate[]> {
  const rows = (column: "fingerprint" | "likeness", value: Buffer) =>
    tx
      .selectFrom("library_documents")
      .select(["id", "fingerprint", "likeness", "profile"])
      .where(column, "=", value)
      .where("rules", "=", rules)
      .limit(10)
      .execute();
  return [...(await rows("fingerprint", fingerprint)), ...(await rows("likeness", likeness))];
}
