-- The second wall behind the policies of the slices: what a mistake in a query must not be able to do. Each line takes a right away that
-- no operation needs.

-- Temporary tables come before `public` on the search path unless it says otherwise: whoever runs SQL could put a table `persons` or
-- `audit_entries` of their own before ours and so see every case or tear the chain.
alter function audit_chain() set search_path = public, pg_temp;
alter function offices_below(char) set search_path = public, pg_temp;
alter function can_see_case(uuid) set search_path = public, pg_temp;

create function is_member_today(id uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select exists (
    select 1 from case_members m
    where m.case_id = is_member_today.id and m.person_id = acting_person()
      and m.from_day <= (now() at time zone 'Asia/Shanghai')::date and (m.until_day is null or m.until_day >= (now() at time zone 'Asia/Shanghai')::date))
$$;

-- As before, and whoever was disabled sees nothing, members included: a transaction that began before, or an event stream, ends there.
create or replace function can_see_case(id uuid, office char(6)) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select acting_as_worker()
    or exists (
      select 1 from persons p
      where p.id = acting_person() and p.disabled_at is null
        and (is_member_today(can_see_case.id)
          or (p.office_code = office and p.roles && array['case-manager', 'leader'])
          or ('leader' = any (p.roles) and office in (select offices_below(p.office_code)))))
$$;

-- Rows behind the figures: not for leaders of the offices above.
create function can_see_rows(id uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select acting_as_worker()
    or exists (
      select 1 from cases c join persons p on p.id = acting_person() and p.disabled_at is null
      where c.id = can_see_rows.id
        and (is_member_today(c.id) or (p.office_code = c.office_code and p.roles && array['case-manager', 'leader'])))
$$;
drop policy count_rows_visible on count_rows;
create policy count_rows_visible on count_rows to tandem_app
  using (exists (select 1 from counts c where c.id = count_id and can_see_rows(c.case_id)))
  with check (exists (select 1 from counts c where c.id = count_id and can_see_rows(c.case_id)));

-- First answers hold what a person saw of a case: theirs alone.
alter table requests enable row level security;
create policy requests_own on requests to tandem_app using (person_id = acting_person()) with check (person_id = acting_person());

-- A case that has no event yet is being opened: only then may its first members be set by someone who does not see it.
create function is_being_opened(id uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select not exists (select 1 from case_events e where e.case_id = is_being_opened.id)
$$;
drop policy case_members_insert on case_members;
create policy case_members_insert on case_members for insert to tandem_app with check (can_see_case(case_id) or is_being_opened(case_id));
drop policy case_events_insert on case_events;
create policy case_events_insert on case_events for insert to tandem_app
  with check (person_id = acting_person() and (version = 1 or can_see_case(case_id)));
drop policy case_parties_visible on case_parties;
create policy case_parties_visible on case_parties to tandem_app using (can_see_case(case_id)) with check (can_see_case(case_id));

-- Nobody drafts or signs in another person's name.
drop policy assessments_visible on assessments;
create policy assessments_visible on assessments to tandem_app using (can_see_case(case_id))
  with check (can_see_case(case_id) and (signed_by = acting_person() or (signed_by is null and drafted_by = acting_person())));

-- What never changes cannot be changed: the number and the office of a case, whose evidence it is and which bytes, who asked for a count,
-- whose session it is.
revoke update on cases, case_parties, case_members, evidence_items, counts, assessments, sessions from tandem_app;
grant update (title, stage, version, updated_at) on cases to tandem_app;
grant update (kind, role, name, note) on case_parties to tandem_app;
grant update (until_day) on case_members to tandem_app;
grant update (custody, version, verified_at, verified_intact, verified_problem) on evidence_items to tandem_app;
grant update (status, finished_at, problem, progress, result) on counts to tandem_app;
grant update (version, signed_by, signed_at, signed_note) on assessments to tandem_app;
grant update (last_seen_at, ended_at) on sessions to tandem_app;

-- The hash of a password leaves the table only where sign-in asks for it by name; a `select *` cannot carry it along.
create function password_hash_of(id uuid) returns text language sql stable security definer set search_path = public, pg_temp as $$
  select p.password_hash from persons p where p.id = password_hash_of.id
$$;
revoke execute on function password_hash_of(uuid) from public;
grant execute on function password_hash_of(uuid) to tandem_app;
revoke select on persons from tandem_app;
grant select (id, account, name, office_code, department, roles, disabled_at, created_at) on persons to tandem_app;
