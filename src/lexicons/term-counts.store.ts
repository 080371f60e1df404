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

type NamedTerm = { readonly list: string; readonly value: string; readonly term: string };
type Sums = {
  /** by `list\tterm`, of every term that stood anywhere */
  readonly terms: ReadonlyMap<string, TermFigures>;
  /** by `list\tvalue`, of the given entries: a document or case that holds several terms of a value is counted once */
  readonly values: ReadonlyMap<string, Omit<TermFigures, "prompts">>;
};

/**
 * 命中 figures by term and by value, of the newest readings the reader may see. Gathered by case before cases are counted: counting distinct ones of half a million
 * rows would sort them all.
 */
export async function sumTerms(tx: Tx, officeCode: string, entries: readonly NamedTerm[]): Promise<Sums> {
  const { rows } = await sql<{ of: "term" | "value"; list: string; name: string } & Record<keyof TermFigures, string>>`
    with newest as materialized (select id, case_id, (row_number() over ())::int as document from newest_readings(${officeCode})),
    counted as materialized (
      select t.list, t.term, n.document, n.case_id, t.hits, t.prompts from newest n join reading_term_counts t on t.reading_id = n.id),
    entries as materialized (
      select list, term, (dense_rank() over (order by list, value))::int as entry, value
      from unnest(${entries.map(({ list }) => list)}::text[], ${entries.map(({ value }) => value)}::text[],
        ${entries.map(({ term }) => term)}::text[]) as e (list, value, term)),
    by_case as (
      select list, term, case_id, sum(hits) as hits, count(*) as documents, sum(prompts) as prompts from counted group by list, term, case_id),
    by_document as (
      select e.entry, c.document, c.case_id, sum(c.hits) as hits
      from counted c join entries e on e.list = c.list and e.term = c.term group by e.entry, c.document, c.case_id),
    value_by_case as (
      select entry, case_id, sum(hits) as hits, count(*) as documents from by_document group by entry, case_id),
    by_value as (
      select entry, sum(hits) as hits, sum(documents) as documents, count(*) as cases from value_by_case group by entry)
    select 'term' as of, list, term as name, sum(hits) as hits, sum(documents) as documents, count(*) as cases, sum(prompts) as prompts
    from by_case group by list, term
    union all
    select 'value', e.list, e.value, v.hits, v.documents, v.cases, 0
    from by_value v join (select distinct entry, list, value from entries) e on e.entry = v.entry`.execute(tx);
  const figures = (row: (typeof rows)[number]) => ({ hits: Number(row.hits), documents: Number(row.documents), cases: Number(row.cases) });
  return {
    terms: new Map(
      rows.flatMap((row) =>
        row.of === "term" ? [[`${row.list}\t${row.name}`, { ...figures(row), prompts: Number(row.prompts) }] as const] : [],
      ),
    ),
    values: new Map(rows.flatMap((row) => (row.of === "value" ? [[`${row.list}\t${row.name}`, figures(row)] as const] : []))),
  };
}

/** How many documents were read with each version, how many before terms were counted, and since when they are. */
export async function countByVersion(tx: Tx, officeCode: string) {
  const { rows } = await sql<{ version: number | null; documents: string; since: Date | null }>`
    select l.version, count(*) as documents, min(l.counted_at) as since
    from newest_readings(${officeCode}) n left join reading_lexicons l on l.reading_id = n.id
    group by l.version`.execute(tx);
  const counted = rows.flatMap(({ version, documents }) => (version === null ? [] : [{ version, documents: Number(documents) }]));
  const since = rows.flatMap((row) => (row.since === null ? [] : [row.since])).sort((a, b) => a.getTime() - b.getTime())[0] ?? null;
  return { counted, uncounted: Number(rows.find(({ version }) => version === null)?.documents ?? 0), since };
}
