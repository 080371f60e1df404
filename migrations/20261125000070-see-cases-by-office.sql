-- Lists over a million cases: what a person sees is asked once a query (which offices, which single cases: a hashed set), not once a row. The same answer as
-- can_see_case gives, which stays for single rows.

-- 上级院 an office and every office above it: four steps, where offices_below walks the whole country.
create function offices_above(leaf char(6)) returns setof char(6) language sql stable as $$
  with recursive above as (
    select code, parent_code from offices where code = leaf
    union all
    select o.code, o.parent_code from offices o join above a on o.code = a.parent_code
  )
  select code from above
$$;
create or replace function can_see_case(id uuid, office char(6)) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select acting_as_worker()
    or exists (
      select 1 from persons p
      where p.id = acting_person() and p.disabled_at is null
        and (is_member_today(can_see_case.id)
          or (p.office_code = office and p.roles && array['case-manager', 'leader'])
          or ('leader' = any (p.roles) and p.office_code in (select offices_above(office)))
          or exists (
            select 1 from procedures q
            where q.case_id = can_see_case.id
              and ((p.office_code = q.office_code and p.roles && array['case-manager', 'leader'])
                or ('leader' = any (p.roles) and p.office_code in (select offices_above(q.office_code)))))))
$$;
create or replace function can_see_clue(office char(6), of_case uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select acting_as_worker()
    or exists (
      select 1 from persons p
      where p.id = acting_person() and p.disabled_at is null
        and ((p.office_code = office and p.roles && array['case-manager', 'leader', 'pil-prosecutor', 'criminal-prosecutor'])
          or ('leader' = any (p.roles) and p.office_code in (select offices_above(office)))))
    or (of_case is not null and can_see_case(of_case))
$$;

-- 可见的院 offices all of whose cases the acting person sees: their own as case manager or leader, those below a leader's; of the worker: all.
create function visible_offices() returns setof char(6) language sql stable security definer set search_path = public, pg_temp as $$
  with acting as (select office_code, roles from persons where id = acting_person() and disabled_at is null)
  select code from offices where acting_as_worker()
  union
  select office_code from acting where roles && array['case-manager', 'leader']
  union
  select o.code from acting, lateral offices_below(acting.office_code) o(code) where 'leader' = any (acting.roles)
$$;

-- A procedure knows the office of its case: one that lies elsewhere opens the case to its own office, and there are few of them.
alter table procedures add column case_office char(6);
update procedures q set case_office = (select c.office_code from cases c where c.id = q.case_id);
alter table procedures alter column case_office set not null;
create function note_case_office() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  new.case_office := (select c.office_code from cases c where c.id = new.case_id);
  return new;
end
$$;
create trigger procedures_note_case_office before insert on procedures for each row execute function note_case_office();
create index procedures_elsewhere on procedures (office_code) where case_office <> office_code;
create index procedures_case_office on procedures (case_office, updated_at desc);
comment on column procedures.case_office is 'office of the case, which never changes; set by a trigger';

-- 可见的个案 single cases: those the acting person works on today, and those with a procedure in an office they see.
create function visible_cases() returns setof uuid language sql stable security definer set search_path = public, pg_temp as $$
  select m.case_id from case_members m join persons p on p.id = m.person_id and p.disabled_at is null
  where m.person_id = acting_person()
    and m.from_day <= (now() at time zone 'Asia/Shanghai')::date and (m.until_day is null or m.until_day >= (now() at time zone 'Asia/Shanghai')::date)
  union
  select q.case_id from procedures q where q.case_office <> q.office_code and q.office_code in (select visible_offices())
$$;

drop policy cases_visible on cases;
create policy cases_visible on cases for select to tandem_app
  using (office_code in (select visible_offices()) or id in (select visible_cases()));
create index cases_updated on cases (updated_at desc, id);
create index cases_accepted on cases (accepted_on desc, id);
create index cases_stage on cases (stage, updated_at desc);

drop policy case_members_visible on case_members;
create policy case_members_visible on case_members for select to tandem_app
  using (person_id = (select acting_person()) or exists (select 1 from cases c where c.id = case_id));

-- What hangs on a case is seen with it.
drop policy procedures_visible on procedures;
create policy procedures_visible on procedures for select to tandem_app
  using (case_office in (select visible_offices()) or office_code in (select visible_offices()) or case_id in (select visible_cases()));
create policy procedures_insert on procedures for insert to tandem_app with check (can_see_case(case_id));
create policy procedures_update on procedures for update to tandem_app using (can_see_case(case_id)) with check (can_see_case(case_id));
create index procedures_updated on procedures (updated_at desc, id);

drop policy deadlines_visible on deadlines;
create policy deadlines_insert on deadlines for insert to tandem_app with check (can_see_case(case_id) and changed_by = acting_person());
alter table deadlines disable trigger deadlines_append_only;
alter table deadlines add column case_office char(6);
update deadlines d set case_office = (select c.office_code from cases c where c.id = d.case_id);
alter table deadlines alter column case_office set not null;
alter table deadlines enable trigger deadlines_append_only;
create policy deadlines_visible on deadlines for select to tandem_app
  using (case_office in (select visible_offices()) or case_id in (select visible_cases()));
create trigger deadlines_note_case_office before insert on deadlines for each row execute function note_case_office();
create index deadlines_wall on deadlines (case_office, custody desc, due, id) where open;
create index deadlines_open on deadlines (custody desc, due, id) where open;
comment on column deadlines.case_office is 'office of the case, which never changes; set by a trigger';

-- Clues: prosecutors of an office see its queue too.
create function visible_clue_offices() returns setof char(6) language sql stable security definer set search_path = public, pg_temp as $$
  select * from visible_offices()
  union
  select office_code from persons
  where id = acting_person() and disabled_at is null and roles && array['pil-prosecutor', 'criminal-prosecutor']
$$;
drop policy clues_visible on clues;
create policy clues_visible on clues for select to tandem_app
  using (office_code in (select visible_clue_offices()) or exists (select 1 from cases c where c.id = case_id));
create policy clues_insert on clues for insert to tandem_app with check (can_see_clue(office_code, case_id));
create policy clues_update on clues for update to tandem_app using (can_see_clue(office_code, case_id)) with check (can_see_clue(office_code, case_id));
create index clues_updated on clues (updated_at desc, id);
