-- 办案程序: the tracks of a case (criminal, civil and administrative public-interest litigation, …). Facts and evidence stay with the case
-- and are referenced, never copied. The record is the list of events; `procedures` is its fold, kept in the same transaction.
create table procedures (
  id uuid primary key,
  case_id uuid not null references cases (id),
  kind text not null check (kind in
    ('criminal', 'incidental-civil-pil', 'civil-pil', 'administrative-pil', 'supervision', 'recommendation', 'juvenile')),
  number text unique,
  title text not null,
  office_code char(6) not null references offices (code),
  handler uuid not null references persons (id),
  state text not null,
  since date not null,
  open boolean not null,
  opened_on date not null,
  version integer not null check (version > 0),
  updated_at timestamptz not null
);
create index procedures_case on procedures (case_id);
create index procedures_office on procedures (office_code, open, updated_at desc);
comment on table procedures is '办案程序 one track of a case: its own office, handler, state and clocks; `open` = not in a final state';

create table procedure_events (
  procedure_id uuid not null references procedures (id) deferrable initially deferred,
  version integer not null check (version > 0),
  type text not null,
  data jsonb not null,
  person_id uuid not null references persons (id),
  at timestamptz not null,
  request_id uuid not null,
  primary key (procedure_id, version)
);
create trigger procedure_events_append_only before update or delete on procedure_events for each row execute function refuse_change();
create trigger procedure_events_no_truncate before truncate on procedure_events for each statement execute function refuse_change();

-- Which step started which clock.
create table procedure_clocks (
  procedure_id uuid not null references procedures (id),
  step_number integer not null check (step_number > 0),
  rule text not null,
  deadline_id uuid not null unique,
  primary key (procedure_id, step_number, rule)
);

-- An office that has a procedure on a case works on that case: its case managers and leaders see it, and leaders above it. The handler is a
-- member of the team. Rows of evidence stay with the team and the case's own office.
create or replace function can_see_case(id uuid, office char(6)) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select acting_as_worker()
    or exists (
      select 1 from persons p
      where p.id = acting_person() and p.disabled_at is null
        and (is_member_today(can_see_case.id)
          or (p.office_code = office and p.roles && array['case-manager', 'leader'])
          or ('leader' = any (p.roles) and office in (select offices_below(p.office_code)))
          or exists (
            select 1 from procedures q
            where q.case_id = can_see_case.id
              and ((p.office_code = q.office_code and p.roles && array['case-manager', 'leader'])
                or ('leader' = any (p.roles) and q.office_code in (select offices_below(p.office_code)))))))
$$;
create function can_see_procedure(of_procedure uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select can_see_case(q.case_id) from procedures q where q.id = of_procedure
$$;

alter table procedures enable row level security;
create policy procedures_visible on procedures to tandem_app using (can_see_case(case_id)) with check (can_see_case(case_id));
alter table procedure_events enable row level security;
create policy procedure_events_visible on procedure_events for select to tandem_app using (can_see_procedure(procedure_id));
create policy procedure_events_insert on procedure_events for insert to tandem_app with check (person_id = acting_person());
alter table procedure_clocks enable row level security;
create policy procedure_clocks_visible on procedure_clocks to tandem_app
  using (can_see_procedure(procedure_id)) with check (can_see_procedure(procedure_id));

grant select, insert on procedures to tandem_app;
grant update (state, since, handler, open, version, updated_at) on procedures to tandem_app;
grant select, insert on procedure_events to tandem_app;
grant select, insert on procedure_clocks to tandem_app;
