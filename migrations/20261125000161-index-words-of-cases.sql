-- 按字词查案 cases found by the words of their number, title and parties from an index (docs/decisions/0008). Row-level security keeps every comparison that is
-- not leakproof behind the question whose row it is, so under it no text index is used. The words therefore stand in a table that the application role cannot
-- read at all; one function looks them up, and looks only where the acting person sees.

-- What is compared: letters folded (width, case), so that （ finds ( and ａ finds a.
create function fold_words(words text) returns text language sql immutable parallel safe set search_path = pg_catalog, pg_temp as $$
  select lower(normalize(words, nfkc))
$$;

-- 单字与双字 characters and pairs of neighbours of a text; none crosses a space or the end of a line.
create function word_grams(folded text) returns text[] language sql immutable parallel safe set search_path = pg_catalog, pg_temp as $$
  select coalesce(array_agg(distinct gram), '{}')
  from generate_series(1, length(folded)) at, (values (1), (2)) n(long), lateral substr(folded, at, n.long) gram
  where length(gram) = n.long and gram !~ '\s'
$$;

-- What the index holds of a row: its grams, and its office as one element more (longer than any gram), so that one look reads both lists together and stays as
-- short as the shorter. Told dear, so that it is never reckoned again row by row where the index can answer.
create function case_grams(office char(6), folded text) returns text[] language sql immutable parallel safe cost 10000
  set search_path = public, pg_catalog, pg_temp as $$
  select word_grams(folded) || ('@' || office)::text
$$;

create table case_words (
  case_id uuid primary key references cases (id) deferrable initially deferred,
  office_code char(6) not null,
  folded text not null
);
comment on table case_words is 'number, title and parties of a case as one folded text, one line each; kept by triggers, read by find_cases_by_words only';
alter table case_words enable row level security;
revoke all on case_words from public;

create function note_case_words(of_case uuid) returns void language sql security definer set search_path = public, pg_temp as $$
  insert into case_words (case_id, office_code, folded)
  select c.id, c.office_code,
    fold_words(concat_ws(e'\n', c.number, c.title, (select string_agg(p.name, e'\n' order by p.id) from case_parties p where p.case_id = c.id)))
  from cases c where c.id = of_case
  on conflict (case_id) do update set folded = excluded.folded where case_words.folded <> excluded.folded
$$;
revoke execute on function note_case_words(uuid) from public;
create function note_words_of_case() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform note_case_words(new.id);
  return null;
end
$$;
create function note_words_of_party() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform note_case_words(case when tg_op = 'DELETE' then old.case_id else new.case_id end);
  return null;
end
$$;
create trigger cases_note_words after insert or update of number, title on cases for each row execute function note_words_of_case();
create trigger case_parties_note_words after insert or update of name or delete on case_parties for each row execute function note_words_of_party();

select note_case_words(id) from cases;
-- Entries go into the index at once: a list of pending ones would have to be read through by every search.
create index case_words_grams on case_words using gin (case_grams(office_code, folded)) with (fastupdate = off);

/*
 * Ids of the cases that contain every word (parted by spaces) and that the acting person sees, one page in the order asked for, and how many there are
 * (`most` and no further). Who is acting is asked here and not given. No row out of sight is looked at, so neither rows nor counts, errors or time can tell of one.
 * - A person who sees no whole office: their single cases are read by key.
 * - Offices: the lists of the words and of the offices are read together from the index.
 * - Words that stand in many cases are met at once when the cases are walked in the order asked for; the first ones are tried that way.
 */
create function find_cases_by_words(words text, in_stage text, in_office text, on_team boolean, sorted text, page_size int, skipped bigint, most int)
returns table (total int, ids uuid[])
language plpgsql stable security definer set search_path = public, pg_temp set work_mem = '32MB' set jit = off set max_parallel_workers_per_gather = 0 as $$
declare
  asked text[] := array(select part from regexp_split_to_table(fold_words(words), '\s+') part where part <> '');
  -- of a word of two characters and more its pairs say all that its characters say
  grams text[] := array(select distinct gram from unnest(asked) part, unnest(word_grams(part)) gram where length(gram) = least(length(part), 2));
  seen_offices char(6)[] := array(select o from visible_offices() o where in_office is null or o = in_office);
  seen_cases uuid[] := array(select visible_cases());
  sees_all constant boolean := in_office is null and cardinality(seen_offices) >= (select count(*) from offices);
  -- Fragments are fixed here; what was asked comes as parameters ($1 words, $2 grams, $3 offices, $4 cases, $5 stage, $6 office).
  holds constant text := (select string_agg(format('strpos(w.folded, $1[%s]) <> 0', at), ' and ') from generate_subscripts(asked, 1) at);
  by_key constant text := '(w.case_id = any ($4))';
  by_office constant text := '(case_grams(w.office_code, w.folded) @> $2 and case_grams(w.office_code, w.folded) && array(select ''@'' || o from unnest($3) o))';
  in_order constant text := case sorted when 'number' then 'c.number, c.id' when 'accepted' then 'c.accepted_on desc, c.id' else 'c.updated_at desc, c.id' end;
  narrowed text := '';
  seen text;
  walked text;
  tried constant bigint := least(2000 + 2 * (skipped + page_size), 25000);
  first constant int := least(skipped, 1000000) + 1;
  rows_tried int;
  met uuid[];
  frequent boolean := false;
begin
  total := 0;
  ids := '{}';
  if cardinality(asked) = 0 then return next; return; end if;
  if in_stage is not null then narrowed := narrowed || ' and c.stage = $5'; end if;
  if in_office is not null then narrowed := narrowed || ' and c.office_code = $6::char(6)'; end if;
  if on_team then
    seen_cases := array(
      select m.case_id from case_members m
      where m.person_id = acting_person() and m.case_id in (select visible_cases())
        and m.from_day <= (now() at time zone 'Asia/Shanghai')::date and (m.until_day is null or m.until_day >= (now() at time zone 'Asia/Shanghai')::date));
    seen := by_key;
  elsif sees_all then
    seen := '(case_grams(w.office_code, w.folded) @> $2)';
    walked := 'true';
  elsif cardinality(seen_offices) = 0 then
    seen := by_key;
  else
    seen := case when cardinality(seen_cases) = 0 then by_office else '(' || by_office || ' or ' || by_key || ')' end;
    walked := '(c.office_code = any ($3) or c.id = any ($4))';
  end if;

  if walked is not null then
    execute format(
      'select count(*), coalesce(array_agg(t.id order by t.at) filter (where t.met), ''{}'') from (
         select c.id, row_number() over (order by %1$s) as at, %2$s as met
         from (select * from cases c where %3$s %4$s order by %1$s limit %5$s) c join case_words w on w.case_id = c.id) t',
      in_order, holds, walked, narrowed, tried)
    into rows_tried, met using asked, grams, seen_offices, seen_cases, in_stage, in_office;
    if rows_tried < tried then  -- these were all there are
      ids := met[first : first + page_size - 1];
      total := least(cardinality(met), most);
      return next;
      return;
    end if;
    frequent := cardinality(met) >= tried / 5;
  end if;

  if walked is not null and cardinality(met) >= skipped + page_size then
    ids := met[first : first + page_size - 1];
    execute format(
      'select count(*) from (select 1 from case_words w %1$s where %2$s and %3$s %4$s limit %5$s) t',
      case when narrowed = '' then '' else 'join cases c on c.id = w.case_id' end, case when frequent and sees_all then 'true' else seen end, holds, narrowed, most)
    into total using asked, grams, seen_offices, seen_cases, in_stage, in_office;
  else
    -- Materialized: the planner must not walk the cases in order here, asking each for its words; that was tried above.
    execute format(
      'with held as materialized (select w.case_id from case_words w where %2$s and %3$s),
         met as materialized (select c.id, c.number, c.accepted_on, c.updated_at from held h join cases c on c.id = h.case_id where true %4$s)
       select (select count(*) from (select 1 from met limit %7$s) t),
         array(select c.id from met c order by %1$s limit %5$s offset %6$s)',
      in_order, seen, holds, narrowed, page_size, skipped, most)
    into total, ids using asked, grams, seen_offices, seen_cases, in_stage, in_office;
  end if;
  return next;
end
$$;
revoke execute on function find_cases_by_words(text, text, text, boolean, text, int, bigint, int) from public;
grant execute on function find_cases_by_words(text, text, text, boolean, text, int, bigint, int) to tandem_app;
comment on function find_cases_by_words is 'one page of the visible cases with these words, and their number up to `most`; SECURITY DEFINER because row-level security keeps the index from use';
