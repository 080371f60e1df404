import type { Client } from "pg";

/** How much casework is generated; every name and number is invented. */
export type Size = {
  readonly provinces: number;
  readonly citiesEach: number;
  readonly countiesEach: number;
  readonly cases: number;
  /** cases of the one office whose wall of deadlines is looked at */
  readonly wall: number;
};

/** People who look: one at each level, and one on the team of a few cases only. Codes are of invented divisions. */
export const WALL_OFFICE = "110101";

/**
 * Fills a migrated, empty database as its owner: a tree of offices, people in each, cases with an owner, a procedure, a clock, a clue for one
 * in five. The same size gives the same rows. Triggers and foreign keys are not asked while it runs.
 */
export async function fillDatabase(client: Client, { provinces, citiesEach, countiesEach, cases, wall }: Size): Promise<void> {
  await client.query("set session_replication_role = replica");
  const run = (text: string, values: unknown[] = []) => client.query(text, values);
  // Ids told by what they are of, in the form of a random one: the contracts take no other.
  await run(
    `create function pg_temp.id_of(of text) returns uuid language sql immutable as
     $$ select overlay(overlay(md5(of) placing '4' from 13) placing '8' from 17)::uuid $$`,
  );
  await run("insert into offices values ('000000', 'supreme', null, '最高人民检察院', 'Supreme')");
  await run(
    `insert into offices select lpad((10 + p)::text, 2, '0') || '0000', 'provincial', '000000', '虚构省' || p, 'Province ' || p
     from generate_series(1, $1::int) p`,
    [provinces],
  );
  await run(
    `insert into offices select lpad((10 + p)::text, 2, '0') || lpad(c::text, 2, '0') || '00', 'city', lpad((10 + p)::text, 2, '0') || '0000',
       '虚构市' || p || '-' || c, 'City ' || p || '-' || c from generate_series(1, $1::int) p, generate_series(1, $2::int) c`,
    [provinces, citiesEach],
  );
  await run(
    `insert into offices select left(code, 4) || lpad(n::text, 2, '0'), 'county', code, '虚构县' || left(code, 4) || n, 'County'
     from offices, generate_series(1, $1::int) n where level = 'city'`,
    [countiesEach],
  );
  await run(
    `insert into persons select pg_temp.id_of('p' || o.code || r.n), 'p' || o.code || r.n, '人员' || o.code || r.n, '-', o.code, r.department, array[r.role], null, now()
     from offices o, (values (1, 'case-manager', 'case-management'), (2, 'leader', 'criminal'), (3, 'criminal-prosecutor', 'criminal'),
       (4, 'criminal-prosecutor', 'criminal'), (5, 'pil-prosecutor', 'pil')) r(n, role, department)`,
  );
  // The big office has two dozen prosecutors more, and its cases are theirs.
  await run(
    `insert into persons select pg_temp.id_of('p' || $1 || n), 'p' || $1 || n, '人员' || $1 || n, '-', $1, 'criminal', array['criminal-prosecutor'], null, now()
     from generate_series(6, 29) n`,
    [WALL_OFFICE],
  );
  await run("create temp table counties as select code, row_number() over (order by code) - 1 as at from offices where level = 'county'");
  await run(
    `insert into cases select pg_temp.id_of('c' || n), '虚构检刑诉受〔2026〕' || n || '号', '某' || n || '侵犯公民个人信息案', 'infringing-personal-information',
       (array['arrest-review', 'prosecution-review', 'trial', 'closed'])[1 + n % 4], k.code, date '2024-01-01' + n % 1000, 1,
       timestamptz '2026-01-01' + (n % 400000) * interval '1 minute', timestamptz '2026-01-01' + (n % 400000) * interval '1 minute'
     from generate_series(1, $1::int) n join counties k on k.at = (case when n <= $2::int then 0 else n % (select count(*) from counties) end)`,
    [cases, wall],
  );
  await run(
    `insert into case_members select id, pg_temp.id_of('p' || office_code || case when office_code = $1 then 6 + ascii(substr(md5(id::text), 1, 1)) % 24 else 3 end),
       'owner', date '2020-01-01', null from cases`,
    [WALL_OFFICE],
  );
  // A party in each case: an invented name out of two dozen surnames and some hundred thousand pairs of characters.
  await run(
    `insert into case_parties select pg_temp.id_of('y' || id), id, 'natural-person', 'suspect',
       substr('赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张', 1 + h % 24, 1) || chr(20000 + h / 24 % 331) || chr(25000 + h / 7944 % 331), null
     from (select id, abs(('x' || left(md5(id::text), 8))::bit(32)::int) h from cases) c`,
  );
  await run("drop index case_words_grams");
  await run(
    `insert into case_words select c.id, c.office_code, fold_words(concat_ws(e'\\n', c.number, c.title, p.name))
     from cases c join case_parties p on p.case_id = c.id`,
  );
  await run("create index case_words_grams on case_words using gin (case_grams(office_code, folded)) with (fastupdate = off)");
  await run(
    `insert into case_events select id, 1, 'opened', jsonb_build_object('number', number, 'title', title, 'offence', offence, 'stage', stage,
       'officeCode', office_code, 'acceptedOn', accepted_on, 'owner', pg_temp.id_of('p' || office_code || 4)), pg_temp.id_of('p' || office_code || 4),
       created_at, gen_random_uuid() from cases`,
  );
  await run(
    `insert into procedures (id, case_id, kind, number, title, office_code, handler, state, since, open, opened_on, version, updated_at, case_office) select pg_temp.id_of('q' || id), id, 'criminal', null, title, office_code, pg_temp.id_of('p' || office_code || 4),
       case when stage = 'closed' then 'ended' else 'prosecution-review' end, accepted_on, stage <> 'closed', accepted_on, 1, updated_at, office_code from cases`,
  );
  const clock = `jsonb_build_object('rule', 'CR-PROS-1M', 'from', '2026-10-20', 'detained', false)`;
  await run(
    `insert into deadlines (id, version, case_id, state, due, custody, open, reason, changed_by, changed_at, case_office)
     select pg_temp.id_of('d' || id), 1, id, ${clock}, date '2026-11-20' + (ascii(right(number, 2)) % 30), false, stage <> 'closed', null,
       pg_temp.id_of('p' || office_code || 4), created_at, office_code from cases`,
  );
  await run(
    `insert into clues (id, office_code, state, title, field, insider, score, case_id, merged_into, split_from, version, registered_at, updated_at)
     select pg_temp.id_of('l' || id), office_code, (array['queued', 'held', 'dismissed', 'prompted'])[1 + ascii(right(number, 2)) % 4], title,
       'personal-information', false, null, null, null, null, 1, created_at, updated_at
     from cases where ascii(substr(md5(id::text), 1, 1)) % 5 = 0`,
  );
  await run("set session_replication_role = default");
  await run("analyze");
}
