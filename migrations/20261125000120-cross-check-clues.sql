-- 线索串并: whether clues of different offices share values (a unit, a domain, a suspect's number), told by kind and number alone. What is compared are keyed
-- fingerprints, made by the worker; the key lies outside the database and the values are never stored. No person reads fingerprints: matches come out of the
-- functions below, for clues the acting person sees, and there is none to which a value could be given.
create table clue_traits (
  clue_id uuid not null references clues (id),
  source text not null check (source in ('text', 'document')),
  kind text not null,
  fingerprint bytea not null check (octet_length(fingerprint) = 32),
  primary key (clue_id, source, kind, fingerprint)
);
create index clue_traits_shared on clue_traits (kind, fingerprint);
comment on table clue_traits is '特征指纹 HMAC-SHA256 under a key of the installation, one key a kind; for the worker only';

create table clue_comparisons (
  clue_id uuid not null references clues (id),
  source text not null check (source in ('text', 'document')),
  found integer not null check (found >= 0),
  kept integer not null check (kept between 0 and found),
  compared_at timestamptz not null,
  primary key (clue_id, source)
);
comment on table clue_comparisons is 'when fingerprints of a clue were last made, how many values there were and how many are compared';

-- A clue that was registered or corrected waits here until the worker has made the fingerprints of its text; clues there are already wait from the beginning.
create table clues_to_compare (clue_id uuid primary key references clues (id) deferrable initially deferred, since timestamptz not null default now());
create index clues_to_compare_since on clues_to_compare (since);
insert into clues_to_compare (clue_id) select id from clues;
create function note_clue_to_compare() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into clues_to_compare (clue_id) values (new.clue_id) on conflict (clue_id) do nothing;
  return new;
end
$$;
create trigger clue_events_to_compare after insert on clue_events for each row when (new.type in ('registered', 'corrected')) execute function note_clue_to_compare();

alter table clue_traits enable row level security;
create policy clue_traits_worker on clue_traits to tandem_app using (acting_as_worker()) with check (acting_as_worker());
alter table clue_comparisons enable row level security;
create policy clue_comparisons_read on clue_comparisons for select to tandem_app using (acting_as_worker() or exists (select 1 from clues c where c.id = clue_id));
create policy clue_comparisons_insert on clue_comparisons for insert to tandem_app with check (acting_as_worker());
create policy clue_comparisons_update on clue_comparisons for update to tandem_app using (acting_as_worker()) with check (acting_as_worker());
alter table clues_to_compare enable row level security;
create policy clues_to_compare_read on clues_to_compare for select to tandem_app using (acting_as_worker() or exists (select 1 from clues c where c.id = clue_id));
create policy clues_to_compare_worker on clues_to_compare for update to tandem_app using (acting_as_worker());
create policy clues_to_compare_done on clues_to_compare for delete to tandem_app using (acting_as_worker());
grant select, insert, delete on clue_traits to tandem_app;
grant select, insert, update on clue_comparisons to tandem_app;
grant select, delete on clues_to_compare to tandem_app;
grant update (since) on clues_to_compare to tandem_app; -- for the lock the worker takes

-- 参加比对 a prompt of the machine is no clue yet; what was dismissed, merged, split or handed away is none any more.
create function takes_part(state text) returns boolean language sql immutable as $$ select state in ('queued', 'held', 'accepted') $$;

-- What the given clues share with others, of the same or other offices, by kind. Clues of one case are one matter; what more than `most` matters carry is noise.
create function shared_traits(of_clues uuid[], most integer)
returns table (clue_id uuid, matter uuid, other_id uuid, other_matter uuid, kind text, many integer)
language sql stable security definer set search_path = public, pg_temp as $$
  with mine as (
    select distinct c.id, coalesce(c.case_id, c.id) as matter, t.kind, t.fingerprint
    from clues c join clue_traits t on t.clue_id = c.id
    where c.id = any (of_clues)
  ), noise as (
    select m.kind, m.fingerprint
    from (select distinct kind, fingerprint from mine) m
    join clue_traits t on t.kind = m.kind and t.fingerprint = m.fingerprint
    join clues c on c.id = t.clue_id
    where takes_part(c.state)
    group by m.kind, m.fingerprint
    having count(distinct coalesce(c.case_id, c.id)) > most
  )
  select m.id, m.matter, o.id, coalesce(o.case_id, o.id), m.kind, count(distinct m.fingerprint)::integer
  from mine m
  join clue_traits t on t.kind = m.kind and t.fingerprint = m.fingerprint
  join clues o on o.id = t.clue_id
  where o.id <> m.id and coalesce(o.case_id, o.id) <> m.matter and o.state <> 'split'
    and not exists (select 1 from noise n where n.kind = m.kind and n.fingerprint = m.fingerprint)
  group by m.id, m.matter, o.id, o.case_id, m.kind
$$;
revoke execute on function shared_traits(uuid[], integer) from public;

-- How many values of each kind of a visible clue are compared.
create function count_traits(of_clue uuid) returns table (kind text, many integer)
language sql stable security definer set search_path = public, pg_temp as $$
  select t.kind, count(distinct t.fingerprint)::integer from clue_traits t where t.clue_id = of_clue and can_see_clue(of_clue) group by t.kind
$$;

-- 联系: two offices about what their clues share. Neither knows the other until both agree, therefore the record is in three parts: what both may know
-- (`clue_contacts`, its events), whose side it is (`clue_contact_sides`), and who wrote what (`clue_contact_words`).
create table clue_contacts (
  id uuid primary key,
  status text not null check (status in ('asked', 'agreed', 'declined', 'withdrawn', 'ended')),
  purpose text not null,
  traits jsonb not null,
  asking_level text not null check (asking_level in ('supreme', 'provincial', 'city', 'county')),
  until date not null,
  asked_at timestamptz not null,
  version integer not null check (version > 0),
  updated_at timestamptz not null
);
comment on table clue_contacts is '联系 the fold of the events: nothing in it tells who the sides are';
create table clue_contact_sides (
  contact_id uuid not null references clue_contacts (id),
  side text not null check (side in ('asking', 'answering')),
  clue_id uuid not null references clues (id),
  office_code char(6) not null references offices (code),
  primary key (contact_id, side)
);
create index clue_contact_sides_clue on clue_contact_sides (clue_id);
create index clue_contact_sides_office on clue_contact_sides (office_code);
comment on table clue_contact_sides is 'whose clue a contact is about; each office reads its own side alone, also after both agreed';
create table clue_contact_events (
  contact_id uuid not null references clue_contacts (id),
  version integer not null check (version > 0),
  side text not null check (side in ('asking', 'answering')),
  type text not null check (type in ('asked', 'agreed', 'declined', 'withdrawn', 'ended')),
  data jsonb not null,
  at timestamptz not null,
  request_id uuid not null,
  primary key (contact_id, version),
  check ((type in ('asked', 'withdrawn') and side = 'asking') or (type in ('agreed', 'declined') and side = 'answering') or type = 'ended')
);
comment on table clue_contact_events is 'what both sides may know; who did it stands in clue_contact_words';
create table clue_contact_words (
  contact_id uuid not null,
  version integer not null,
  side text not null,
  person_id uuid not null references persons (id),
  data jsonb not null,
  primary key (contact_id, version),
  foreign key (contact_id, version) references clue_contact_events (contact_id, version)
);
comment on table clue_contact_words is 'who acted, the reason, and what the side shows: read by the other side only while both agree';
create trigger clue_contact_sides_append_only before update or delete on clue_contact_sides for each row execute function refuse_change();
create trigger clue_contact_events_append_only before update or delete on clue_contact_events for each row execute function refuse_change();
create trigger clue_contact_events_no_truncate before truncate on clue_contact_events for each statement execute function refuse_change();
create trigger clue_contact_words_append_only before update or delete on clue_contact_words for each row execute function refuse_change();
create trigger clue_contact_words_no_truncate before truncate on clue_contact_words for each statement execute function refuse_change();

-- Does the acting person speak for this side: a prosecutor or leader of its own office?
create function speaks_for_side(contact uuid, of_side text) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select exists (
    select 1 from clue_contact_sides s join persons p on p.id = acting_person() and p.disabled_at is null
    where s.contact_id = contact and s.side = of_side and p.office_code = s.office_code
      and p.roles && array['leader', 'pil-prosecutor', 'criminal-prosecutor'])
$$;
-- Both agree today: from the events, which nobody changes and which a side writes only for itself; never from the status, which is a convenience.
create function is_contact_open(contact uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select not exists (select 1 from clue_contact_events e where e.contact_id = contact and e.type in ('ended', 'declined', 'withdrawn'))
    and exists (
      select 1 from clue_contact_events a join clue_contact_events b on b.contact_id = a.contact_id and b.type = 'agreed' and b.side = 'answering'
      where a.contact_id = contact and a.type = 'asked' and a.side = 'asking'
        and least((a.data ->> 'until')::date, (b.data ->> 'until')::date) >= (now() at time zone 'Asia/Shanghai')::date)
$$;

alter table clue_contact_sides enable row level security;
create policy clue_contact_sides_own on clue_contact_sides for select to tandem_app using (office_code in (select visible_clue_offices()));
alter table clue_contacts enable row level security;
create policy clue_contacts_visible on clue_contacts for select to tandem_app
  using (exists (select 1 from clue_contact_sides s where s.contact_id = id));
create policy clue_contacts_update on clue_contacts for update to tandem_app
  using (speaks_for_side(id, 'asking') or speaks_for_side(id, 'answering')) with check (speaks_for_side(id, 'asking') or speaks_for_side(id, 'answering'));
alter table clue_contact_events enable row level security;
create policy clue_contact_events_visible on clue_contact_events for select to tandem_app
  using (exists (select 1 from clue_contact_sides s where s.contact_id = clue_contact_events.contact_id));
create policy clue_contact_events_insert on clue_contact_events for insert to tandem_app with check (speaks_for_side(contact_id, side));
alter table clue_contact_words enable row level security;
create policy clue_contact_words_visible on clue_contact_words for select to tandem_app
  using (exists (
    select 1 from clue_contact_sides s
    where s.contact_id = clue_contact_words.contact_id and (s.side = clue_contact_words.side or is_contact_open(s.contact_id))));
create policy clue_contact_words_insert on clue_contact_words for insert to tandem_app
  with check (speaks_for_side(contact_id, side) and person_id = acting_person()
    and exists (select 1 from clue_contact_events e where e.contact_id = clue_contact_words.contact_id and e.version = clue_contact_words.version and e.side = clue_contact_words.side));
grant select on clue_contact_sides to tandem_app;
grant select on clue_contacts to tandem_app;
grant update (status, until, version, updated_at) on clue_contacts to tandem_app;
grant select, insert on clue_contact_events, clue_contact_words to tandem_app;

-- The newest contact between two matters, whichever side asked.
create function contact_between(one uuid, other uuid) returns uuid language sql stable security definer set search_path = public, pg_temp as $$
  select k.id
  from clue_contacts k
  join clue_contact_sides a on a.contact_id = k.id join clues ac on ac.id = a.clue_id
  join clue_contact_sides b on b.contact_id = k.id and b.side <> a.side join clues bc on bc.id = b.clue_id
  where coalesce(ac.case_id, ac.id) = one and coalesce(bc.case_id, bc.id) = other
  order by k.asked_at desc, k.id limit 1
$$;
revoke execute on function contact_between(uuid, uuid) from public;

-- A hit is named by one's own clue and the other matter together, one way: from it nobody learns the other.
create function hit_id(of_clue uuid, other_matter uuid) returns uuid language sql immutable as $$
  select encode(substring(sha256(convert_to(of_clue::text || ' ' || other_matter::text, 'UTF8')) for 16), 'hex')::uuid
$$;

-- 命中 for clues the acting person sees: clues they see too by their id, all others as a hit that tells kinds and number.
create function find_hits(of_clues uuid[], most integer)
returns table (clue_id uuid, hit uuid, seen uuid, kind text, many integer, contact uuid)
language sql stable security definer set search_path = public, pg_temp as $$
  with shared as (
    select s.*, can_see_clue(o.office_code, o.case_id) as is_seen, takes_part(c.state) and takes_part(o.state) as takes_part
    from shared_traits(of_clues, most) s join clues o on o.id = s.other_id join clues c on c.id = s.clue_id
    where can_see_clue(c.office_code, c.case_id)
  )
  select s.clue_id, null::uuid, s.other_id, s.kind, s.many, null::uuid from shared s where s.is_seen
  union all
  select s.clue_id, hit_id(s.clue_id, s.other_matter), null, s.kind, max(s.many), contact_between(s.matter, s.other_matter)
  from shared s where not s.is_seen and s.takes_part
  group by s.clue_id, s.matter, s.other_matter, s.kind
$$;

-- 请求联系 opens a contact about a hit of one's own clue. Answers 'asked'; 'no-hit' when there is none (any more); 'open' when the two are in contact already.
create function ask_contact(contact uuid, of_clue uuid, of_hit uuid, most integer, why text, last_day date, moment timestamptz)
returns text language plpgsql security definer set search_path = public, pg_temp as $$
declare mine clues; other clues; before clue_contacts; kinds jsonb;
begin
  select c.* into mine from clues c join persons p on p.id = acting_person() and p.disabled_at is null
  where c.id = of_clue and c.office_code = p.office_code and p.roles && array['leader', 'pil-prosecutor', 'criminal-prosecutor'];
  if mine.id is null or not takes_part(mine.state) then return 'no-hit'; end if;
  select o.* into other from shared_traits(array[of_clue], most) s join clues o on o.id = s.other_id
  where hit_id(of_clue, s.other_matter) = of_hit and takes_part(o.state) and not can_see_clue(o.office_code, o.case_id)
  order by o.registered_at, o.id limit 1;
  if other.id is null then return 'no-hit'; end if;
  -- Two at once, from both sides even: the second sees what the first one made.
  perform pg_advisory_xact_lock(hashtextextended('contact ' || least(coalesce(mine.case_id, mine.id), coalesce(other.case_id, other.id))::text
    || ' ' || greatest(coalesce(mine.case_id, mine.id), coalesce(other.case_id, other.id))::text, 7242120));
  select k.* into before from clue_contacts k where k.id = contact_between(coalesce(mine.case_id, mine.id), coalesce(other.case_id, other.id));
  if before.status in ('asked', 'agreed') and before.until >= (moment at time zone 'Asia/Shanghai')::date then return 'open'; end if;
  select jsonb_agg(jsonb_build_object('kind', t.kind, 'many', t.many) order by t.kind) into kinds
  from (select s.kind, max(s.many) as many from shared_traits(array[of_clue], most) s
    where hit_id(of_clue, s.other_matter) = of_hit group by s.kind) t;
  insert into clue_contacts (id, status, purpose, traits, asking_level, until, asked_at, version, updated_at)
  select contact, 'asked', why, kinds, o.level, last_day, moment, 1, moment from offices o where o.code = mine.office_code;
  insert into clue_contact_sides (contact_id, side, clue_id, office_code)
  values (contact, 'asking', mine.id, mine.office_code), (contact, 'answering', other.id, other.office_code);
  return 'asked';
end
$$;
