-- Lines of a count's evidence in which the scan found nothing, drawn by chance for a person to look whether something was missed. Masked.

create table null_sets (
  id uuid primary key,
  case_id uuid not null references cases (id),
  count_id uuid not null references counts (id),
  seed text not null,
  size integer not null check (size between 1 and 2000),
  status text not null check (status in ('waiting', 'done', 'failed')),
  sample jsonb,
  problem jsonb,
  requested_by uuid not null references persons (id),
  requested_at timestamptz not null,
  finished_at timestamptz,
  check ((status = 'done') = (sample is not null)),
  check ((status = 'failed') = (problem is not null)),
  check ((status = 'waiting') = (finished_at is null))
);
comment on table null_sets is '阴性样本 drawn by the worker once; then it never changes';
create index null_sets_case on null_sets (case_id, requested_at desc);

create table null_set_checks (
  null_set_id uuid not null references null_sets (id),
  case_id uuid not null references cases (id),
  version integer not null check (version > 1),
  checks jsonb not null,
  checked_by uuid not null references persons (id),
  checked_at timestamptz not null,
  primary key (null_set_id, version)
);

create function null_sets_settle_once() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.status <> 'waiting' then
    raise exception 'a null set is drawn once: % is refused', tg_op using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger null_sets_settle_once before update or delete on null_sets for each row execute function null_sets_settle_once();
create trigger null_set_checks_append_only before update or delete on null_set_checks for each row execute function refuse_change();

alter table null_sets enable row level security;
create policy null_sets_read on null_sets for select to tandem_app using (can_see_rows(case_id));
create policy null_sets_insert on null_sets for insert to tandem_app with check (
  can_see_rows(case_id) and requested_by = acting_person() and status = 'waiting'
  and exists (select 1 from counts c where c.id = count_id and c.case_id = null_sets.case_id));
create policy null_sets_settle on null_sets for update to tandem_app using (acting_as_worker()) with check (acting_as_worker());
alter table null_set_checks enable row level security;
create policy null_set_checks_read on null_set_checks for select to tandem_app using (can_see_rows(case_id));
create policy null_set_checks_insert on null_set_checks for insert to tandem_app with check (
  can_see_rows(case_id) and checked_by = acting_person()
  and exists (select 1 from null_sets n where n.id = null_set_id and n.case_id = null_set_checks.case_id));

grant select, insert on null_sets, null_set_checks to tandem_app;
grant update (status, sample, problem, finished_at) on null_sets to tandem_app;
