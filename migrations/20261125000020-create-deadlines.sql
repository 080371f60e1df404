-- 期限 the clocks of a case: each version is kept, a correction says why and what moved.
create table deadlines (
  id uuid not null,
  version integer not null check (version > 0),
  case_id uuid not null references cases (id),
  state jsonb not null,
  due date not null,
  custody boolean not null,
  open boolean not null,
  reason text,
  changed_by uuid not null references persons (id),
  changed_at timestamptz not null,
  primary key (id, version)
);
create index deadlines_case on deadlines (case_id);
create index deadlines_due on deadlines (due) where open;
comment on table deadlines is '期限 every version of a clock; the highest version is what holds, `due` the day that was told when it was written';

alter table deadlines enable row level security;
create policy deadlines_visible on deadlines to tandem_app using (can_see_case(case_id))
  with check (can_see_case(case_id) and changed_by = acting_person());
grant select, insert on deadlines to tandem_app;
create trigger deadlines_append_only before update or delete on deadlines for each row execute function refuse_change();
