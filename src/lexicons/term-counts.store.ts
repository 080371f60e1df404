import { sql } from "kysely";
import type { Tx } from "#database/database.ts";
import type { TermFigures } from "#lexicons/lexicons.contract.ts";
import type { TermCount } from "#reading/terms/count-terms.ts";

export type ReadingOfOffice = {
  readonly readingId: string;
  readonly documentId: string;
  readonly caseId: string;
  readonly officeCode: string;
};

export async function insertTermCounts(
  tx: Tx,
  { readingId, documentId, caseId, officeCode }: ReadingOfOffice,
  version: number,
  counts: readonly TermCount[],
  now: Date,
): Promise<void> {
  await tx
    .insertInto("reading_lexicons")
    .values({ reading_id: readingId, document_id: documentId, case_id: caseId, office_code: officeCode, version, counted_at: now })
    .execute();
  if (counts.length === 0) return;
  await sql`
    insert into reading_term_counts (reading_id, case_id, list, term, hits, prompts)
    select ${readingId}::uuid, ${caseId}::uuid, list, term, hits, prompts
    from unnest(${counts.map(({ list }) => list)}::text[], ${counts.map(({ term }) => term)}::text[],
      ${counts.map(({ hits }) => hits)}::int[], ${counts.map(({ clues }) => clues)}::int[]) as c (list, term, hits, prompts)`.execute(tx);
}

/** The newest finished reading of each document of the office that the reader may see. */
const NEWEST = (officeCode: string) => sql`
  select distinct on (r.document_id) r.id, r.document_id, r.case_id
  from document_readings r join cases c on c.id = r.case_id
  where r.status = 'done' and c.office_code = ${officeCode}
  order by r.document_id, r.number desc`;

/** 命中 figures of every term that stood anywhere, by `list\tterm`. */
export async function sumTerms(tx: Tx, officeCode: string): Promise<ReadonlyMap<string, TermFigures>> {
  const { rows } = await sql<{ list: string; term: string; hits: string; documents: string; cases: string; prompts: string }>`
    with newest as (${NEWEST(officeCode)})
    select t.list, t.term, sum(t.hits) as hits, count(distinct n.document_id) as documents, count(distinct n.case_id) as cases, sum(t.prompts) as prompts
    from newest n join reading_term_counts t on t.reading_id = n.id
    group by t.list, t.term`.execute(tx);
  return new Map(
    rows.map(({ list, term, hits, documents, cases, prompts }) => [
      `${list}\t${term}`,
      { hits: Number(hits), documents: Number(documents), cases: Number(cases), prompts: Number(prompts) },
    ]),
  );
}

type NamedTerm = { readonly list: string; readonly value: string; readonly term: string };

/** 取值命中 hits of the given terms by value, `list\tvalue`; a document or case that holds several terms of a value is counted once. */
export async function sumValues(
  tx: Tx,
  officeCode: string,
  terms: readonly NamedTerm[],
): Promise<ReadonlyMap<string, Omit<TermFigures, "prompts">>> {
  const { rows } = await sql<{ list: string; value: string; hits: string; documents: string; cases: string }>`
    with newest as (${NEWEST(officeCode)}),
    entries as (
      select * from unnest(${terms.map(({ list }) => list)}::text[], ${terms.map(({ value }) => value)}::text[],
        ${terms.map(({ term }) => term)}::text[]) as e (list, value, term))
    select e.list, e.value, sum(t.hits) as hits, count(distinct n.document_id) as documents, count(distinct n.case_id) as cases
    from newest n join reading_term_counts t on t.reading_id = n.id join entries e on e.list = t.list and e.term = t.term
    group by e.list, e.value`.execute(tx);
  return new Map(
    rows.map(({ list, value, hits, documents, cases }) => [
      `${list}\t${value}`,
      { hits: Number(hits), documents: Number(documents), cases: Number(cases) },
    ]),
  );
}

/** How many documents were read with each version, how many before terms were counted, and since when they are. */
export async function countByVersion(tx: Tx, officeCode: string) {
  const { rows } = await sql<{ version: number | null; documents: string; since: Date | null }>`
    with newest as (${NEWEST(officeCode)})
    select l.version, count(*) as documents, min(l.counted_at) as since
    from newest n left join reading_lexicons l on l.reading_id = n.id
    group by l.version`.execute(tx);
  const counted = rows.flatMap(({ version, documents }) => (version === null ? [] : [{ version, documents: Number(documents) }]));
  const since = rows.flatMap((row) => (row.since === null ? [] : [row.since])).sort((a, b) => a.getTime() - b.getTime())[0] ?? null;
  return { counted, uncounted: Number(rows.find(({ version }) => version === null)?.documents ?? 0), since };
}
