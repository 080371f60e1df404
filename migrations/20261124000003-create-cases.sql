-- 案件: the record is the list of events; `cases` and the tables beside it are its fold, kept in the same transaction.
create table cases (
  id uuid primary key,
  number text not null unique,
  title text not null,
  offence text not null check (offence in ('infringing-personal-information')),
  stage text not null check (stage in ('early-intervention', 'arrest-review', 'prosecution-review', 'trial', 'closed')),
  office_code char(6) not null references offices (code),
  accepted_on date not null,
  version integer not null check (version > 0),
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index cases_office on cases (office_code, updated_at desc);

create table case_events (
  case_id uuid not null references cases (id) deferrable initially deferred,
  version integer not null check (version > 0),
  type text not null,
  data jsonb not null,
  person_id uuid not null references persons (id),
  at timestamptz not null,
  request_id uuid not null,
  primary key (case_id, version)
);
create trigger case_events_append_only before update or delete on case_events for each row execute function refuse_change();
create trigger case_events_no_truncate before truncate on case_events for each statement execute function refuse_change();

create table case_parties (
  id uuid primary key,
  case_id uuid not null references cases (id),
  kind text not null check (kind in ('natural-person', 'unit')),
  role text not null check (role in ('suspect', 'defendant', 'victim', 'counsel', 'representative')),
  name text not null,
  note text
);
create index case_parties_case on case_parties (case_id);

create table case_members (
  case_id uuid not null references cases (id),
  person_id uuid not null references persons (id),
  role text not null check (role in ('owner', 'criminal-prosecutor', 'pil-prosecutor', 'technician')),
  from_day date not null,
  until_day date,
  primary key (case_id, person_id, role, from_day),
  check (until_day is null or until_day >= from_day)
);
create index case_members_person on case_members (person_id);

-- Who may see a case: its members today, case managers and leaders of its office, leaders of offices above it. Security definer,
-- so that the answer does not depend on the policies it serves.
create function can_see_case(id uuid, office char(6)) returns boolean language sql stable security definer set search_path = public as $$
  select acting_as_worker()
    or exists (
      select 1 from case_members m
      where m.case_id = id and m.person_id = acting_person()
        and m.from_day <= (now() at time zone 'Asia/Shanghai')::date and (m.until_day is null or m.until_day >= (now() at time zone 'Asia/Shanghai')::date))
    or exists (
      select 1 from persons p
      where p.id = acting_person() and p.disabled_at is null
        and ((p.office_code = office and p.roles && array['case-manager', 'leader'])
          or ('leader' = any (p.roles) and office in (select offices_below(p.office_code)))))
$$;
create function can_see_case(id uuid) returns boolean language sql stable security definer set search_path = public as $$
  select can_see_case(c.id, c.office_code) from cases c where c.id = can_see_case.id
$$;

alter table cases enable row level security;
create policy cases_visible on cases for select to tandem_app using (can_see_case(id, office_code));
create policy cases_insert on cases for insert to tandem_app with check (
  exists (select 1 from persons p where p.id = acting_person() and p.office_code = cases.office_code));
create policy cases_update on cases for update to tandem_app using (can_see_case(id, office_code));

alter table case_events enable row level security;
create policy case_events_visible on case_events for select to tandem_app using (can_see_case(case_id));
create policy case_events_insert on case_events for insert to tandem_app with check (person_id = acting_person());
alter table case_parties enable row level security;
create policy case_parties_visible on case_parties to tandem_app using (can_see_case(case_id)) with check (true);
alter table case_members enable row level security;
create policy case_members_visible on case_members for select to tandem_app using (can_see_case(case_id) or person_id = acting_person());
create policy case_members_insert on case_members for insert to tandem_app with check (true);
create policy case_members_update on case_members for update to tandem_app using (can_see_case(case_id));

grant select, insert, update on cases to tandem_app;
grant select, insert on case_events to tandem_app;
grant select, insert, update, delete on case_parties to tandem_app;
grant select, insert, update on case_members to tandem_app;
