-- 线索: what may become a case or a track. The record is the list of events; `clues` is its fold, kept in the same transaction.
create table clues (
  id uuid primary key,
  office_code char(6) not null references offices (code),
  state text not null check (state in ('prompted', 'queued', 'held', 'accepted', 'dismissed', 'merged', 'split', 'transferred')),
  title text not null,
  field text not null,
  insider boolean not null,
  score numeric,
  case_id uuid references cases (id),
  merged_into uuid references clues (id),
  split_from uuid references clues (id),
  version integer not null check (version > 0),
  registered_at timestamptz not null,
  updated_at timestamptz not null
);
create index clues_office on clues (office_code, state, updated_at desc);
create index clues_case on clues (case_id) where case_id is not null;
create index clues_split on clues (split_from) where split_from is not null;
comment on table clues is '线索 in the queue of an office; `prompted` = suggested by the machine, not yet a clue until a person says so';

create table clue_events (
  clue_id uuid not null references clues (id) deferrable initially deferred,
  version integer not null check (version > 0),
  type text not null,
  data jsonb not null,
  person_id uuid not null references persons (id),
  at timestamptz not null,
  request_id uuid not null,
  primary key (clue_id, version)
);
create trigger clue_events_append_only before update or delete on clue_events for each row execute function refuse_change();
create trigger clue_events_no_truncate before truncate on clue_events for each statement execute function refuse_change();

-- Who sees a clue: case managers, leaders and prosecutors of the office that holds it, leaders of offices above. A clue that lies in a case is
-- seen by whoever sees the case as well.
create function can_see_clue(office char(6), of_case uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select acting_as_worker()
    or exists (
      select 1 from persons p
      where p.id = acting_person() and p.disabled_at is null
        and ((p.office_code = office and p.roles && array['case-manager', 'leader', 'pil-prosecutor', 'criminal-prosecutor'])
          or ('leader' = any (p.roles) and office in (select offices_below(p.office_code)))))
    or (of_case is not null and can_see_case(of_case))
$$;
create function can_see_clue(of_clue uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select can_see_clue(c.office_code, c.case_id) from clues c where c.id = of_clue
$$;

alter table clues enable row level security;
create policy clues_visible on clues to tandem_app using (can_see_clue(office_code, case_id)) with check (can_see_clue(office_code, case_id));
alter table clue_events enable row level security;
create policy clue_events_visible on clue_events for select to tandem_app using (can_see_clue(clue_id));
create policy clue_events_insert on clue_events for insert to tandem_app with check (person_id = acting_person());

grant select, insert on clues to tandem_app;
grant update (office_code, state, title, case_id, merged_into, version, updated_at) on clues to tandem_app;
grant select, insert on clue_events to tandem_app;
