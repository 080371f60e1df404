-- 强制措施 what holds a suspect, apart from the clocks of the case: each version is kept, a correction says why.
create table measures (
  id uuid not null,
  version integer not null check (version > 0),
  case_id uuid not null references cases (id),
  state jsonb not null,
  in_force boolean not null,
  reason text,
  changed_by uuid not null references persons (id),
  changed_at timestamptz not null,
  primary key (id, version)
);
create index measures_case on measures (case_id);
comment on table measures is '强制措施 every version of a compulsory measure; the highest version is what holds';
alter table measures enable row level security;
create policy measures_visible on measures to tandem_app using (can_see_case(case_id))
  with check (can_see_case(case_id) and changed_by = acting_person());
grant select, insert on measures to tandem_app;
create trigger measures_append_only before update or delete on measures for each row execute function refuse_change();
create trigger measures_no_truncate before truncate on measures for each statement execute function refuse_change();

-- 在押核对 who signed off which list of which day; a list that changed later the same day is signed again, the first one stays.
create table custody_sign_offs (
  office_code char(6) not null references offices (code),
  day date not null,
  number integer not null check (number > 0),
  list_hash bytea not null check (octet_length(list_hash) = 32),
  entries jsonb not null,
  in_force integer not null check (in_force >= 0),
  signed_by uuid not null references persons (id),
  signed_at timestamptz not null,
  primary key (office_code, day, number)
);
create function keeps_custody_of(office char(6)) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select exists (
    select 1 from persons p
    where p.id = acting_person() and p.disabled_at is null
      and p.office_code = office and p.roles && array['case-manager', 'leader'])
$$;
alter table custody_sign_offs enable row level security;
create policy custody_sign_offs_visible on custody_sign_offs to tandem_app using (keeps_custody_of(office_code))
  with check (keeps_custody_of(office_code) and signed_by = acting_person());
grant select, insert on custody_sign_offs to tandem_app;
create trigger custody_sign_offs_append_only before update or delete on custody_sign_offs for each row execute function refuse_change();
create trigger custody_sign_offs_no_truncate before truncate on custody_sign_offs for each statement execute function refuse_change();
