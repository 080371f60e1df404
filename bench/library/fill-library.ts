import type { Client } from "pg";

/** Space between the numbers of one round of copies and the next. */
const ROUND = 10_000;

/**
 * Fills the library up to `documents` with copies of those that stand in it, each posting a tenth stronger or weaker by chance, so that lists of postings grow as long as
 * those of a library of that size. Profiles are the originals', fingerprints are not. As the owner; the index is built afterwards, as an operator would.
 */
export async function fillLibrary(client: Client, documents: number, tell: (done: number) => void): Promise<void> {
  const base = Number((await client.query<{ n: string }>("select count(*) as n from library_documents")).rows[0]?.n ?? 0);
  const rounds = Math.ceil(documents / base) - 1;
  await client.query("set synchronous_commit = off; set maintenance_work_mem = '512MB'; set statement_timeout = 0; select setseed(0.5)");
  await client.query("drop index library_postings_strongest");
  for (let round = 1; round <= rounds; round++) {
    const many = Math.min(base, documents - base * round);
    await client.query(
      `insert into library_documents (id, holder, source_id, name, fingerprint, likeness, rules, features, facts, profile, entered_at)
        overriding system value
        select id + $1::int * ${ROUND}, -1, source_id || '-' || $1, name, sha256(fingerprint || $1::text::bytea), sha256(likeness || $1::text::bytea),
          rules, features, facts, profile, entered_at
        from library_documents where id <= $2`,
      [round, many],
    );
    await client.query(
      `insert into library_postings (holder, feature, impact, document)
        select holder, feature, least(1000, greatest(1, round(impact * (0.9 + 0.2 * random()))))::smallint, document + $1::int * ${ROUND}
        from library_postings where document <= $2`,
      [round, many],
    );
    if (round % 10 === 0) tell(base + round * base);
  }
  await client.query("create index library_postings_strongest on library_postings (holder, feature, impact desc, document)");
  await client.query("update library_totals set documents = (select count(*) from library_documents where holder = -1) where holder = -1");
  await client.query("vacuum analyze library_documents");
  await client.query("vacuum analyze library_postings");
}
