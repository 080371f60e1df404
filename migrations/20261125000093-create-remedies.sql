-- 修复与赔偿: damages, compensation, alternative remedies, leniency, compliance. The record is the list of events; `remedies` says which there are.
create table remedies (
  id uuid primary key,
  case_id uuid not null references cases (id),
  kind text not null check (kind in ('damages', 'compensation', 'alternative', 'leniency', 'compliance')),
  version integer not null check (version > 0),
  begun_at timestamptz not null,
  updated_at timestamptz not null
);
create index remedies_case on remedies (case_id);
comment on table remedies is '修复与赔偿 records of a case; what each says is the fold of its events';

create table remedy_events (
  remedy_id uuid not null references remedies (id) deferrable initially deferred,
  version integer not null check (version > 0),
  type text not null,
  data jsonb not null,
  person_id uuid not null references persons (id),
  at timestamptz not null,
  request_id uuid not null,
  primary key (remedy_id, version)
);
comment on table remedy_events is 'what happened to a record of remedies; money is corrected by another entry, never by changing one';
create trigger remedy_events_append_only before update or delete on remedy_events for each row execute function refuse_change();
create trigger remedy_events_no_truncate before truncate on remedy_events for each statement execute function refuse_change();

alter table remedies enable row level security;
create policy remedies_visible on remedies for select to tandem_app using (exists (select 1 from cases c where c.id = case_id));
create policy remedies_insert on remedies for insert to tandem_app with check (can_see_case(case_id));
create policy remedies_update on remedies for update to tandem_app using (can_see_case(case_id)) with check (can_see_case(case_id));
alter table remedy_events enable row level security;
create policy remedy_events_visible on remedy_events for select to tandem_app
  using (exists (select 1 from remedies r where r.id = remedy_id));
create policy remedy_events_insert on remedy_events for insert to tandem_app
  with check (person_id = acting_person() and exists (select 1 from remedies r where r.id = remedy_id and can_see_case(r.case_id)));

grant select, insert on remedies to tandem_app;
grant update (version, updated_at) on remedies to tandem_app;
grant select, insert on remedy_events to tandem_app;
