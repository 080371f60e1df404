-- 流程监控通知书: case management asks whoever is in charge about a clock; the reply has a clock of its own. Every version is kept.
create table process_notices (
  id uuid not null,
  version integer not null check (version > 0),
  case_id uuid not null references cases (id),
  deadline_id uuid not null,
  addressee uuid not null references persons (id),
  state jsonb not null,
  open boolean not null,
  case_office char(6) not null,
  changed_by uuid not null references persons (id),
  changed_at timestamptz not null,
  request_id uuid not null,
  primary key (id, version)
);
create index process_notices_open on process_notices (case_office, changed_at desc, id) where open;
create index process_notices_addressee on process_notices (addressee, changed_at desc);
create index process_notices_case on process_notices (case_id);
comment on table process_notices is '流程监控通知书 every version of a notice from case management about a clock; the highest version holds';
alter table process_notices enable row level security;
create policy process_notices_visible on process_notices for select to tandem_app
  using (case_office in (select visible_offices()) or case_id in (select visible_cases()));
create policy process_notices_insert on process_notices for insert to tandem_app
  with check (can_see_case(case_id) and changed_by = acting_person());
create trigger process_notices_note_case_office before insert on process_notices for each row execute function note_case_office();
create trigger process_notices_append_only before update or delete on process_notices for each row execute function refuse_change();
create trigger process_notices_no_truncate before truncate on process_notices for each statement execute function refuse_change();
grant select, insert on process_notices to tandem_app;
