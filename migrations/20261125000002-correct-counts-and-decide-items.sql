-- What persons decide about a count: corrections of what the program took a column, tier, item or key for, and findings of single items.
-- Nothing here is ever changed or deleted; what is taken back has a row that says so.

create table case_corrections (
  id uuid primary key,
  case_id uuid not null references cases (id),
  seq bigint generated always as identity unique,
  correction jsonb not null,
  count_id uuid not null references counts (id),
  made_by uuid not null references persons (id),
  made_at timestamptz not null
);
comment on table case_corrections is '更正 corrections by a person, with the reason; later counts of the case follow them in the order of seq';
create index case_corrections_case on case_corrections (case_id, seq);

create table case_correction_withdrawals (
  correction_id uuid primary key references case_corrections (id),
  case_id uuid not null references cases (id),
  reason text not null check (reason <> ''),
  withdrawn_by uuid not null references persons (id),
  withdrawn_at timestamptz not null
);

-- The work-list of a count: items of tiers A and B, and excluded records that a person can put back. Masked rows, keyed fingerprints.
create table count_items (
  count_id uuid not null references counts (id) on delete cascade,
  case_id uuid not null references cases (id),
  seq integer not null,
  fingerprint bytea not null check (octet_length(fingerprint) = 32),
  tier char(1) not null check (tier in ('A', 'B', 'C')),
  step text not null check (step in ('valid', 'excluded')),
  rules text[] not null,
  row jsonb not null,
  -- the decision that the figures of this count already hold; null for none
  counted_as text check (counted_as in ('confirmed', 'rejected', 'anonymised', 'restored')),
  primary key (count_id, seq),
  unique (count_id, fingerprint)
);

create table item_decisions (
  id bigint generated always as identity primary key,
  case_id uuid not null references cases (id),
  count_id uuid not null references counts (id),
  fingerprint bytea not null check (octet_length(fingerprint) = 32),
  tier char(1) not null check (tier in ('A', 'B', 'C')),
  step text not null check (step in ('valid', 'excluded')),
  decision text not null check (decision in ('confirmed', 'rejected', 'anonymised', 'restored', 'undone')),
  reason text check (reason <> ''),
  wrong_rules text[] not null,
  rules text[] not null,
  place jsonb not null,
  decided_by uuid not null references persons (id),
  decided_at timestamptz not null,
  check (decision in ('confirmed', 'undone') or reason is not null)
);
comment on table item_decisions is '人工认定 what persons found of items; of an item the last row holds, `undone` is none';
create index item_decisions_item on item_decisions (case_id, fingerprint, id desc);
create index item_decisions_count on item_decisions (count_id);

create table proof_overrides (
  id uuid primary key,
  count_id uuid not null references counts (id),
  case_id uuid not null references cases (id),
  reason text not null check (reason <> ''),
  open_a integer not null check (open_a >= 0),
  open_b integer not null check (open_b >= 0),
  made_by uuid not null references persons (id),
  made_at timestamptz not null
);
comment on table proof_overrides is '未逐条核实即出具 a person took it upon themselves to print a count with open items of tiers A and B as proved';
create index proof_overrides_count on proof_overrides (count_id, made_at desc);

create trigger case_corrections_append_only before update or delete on case_corrections for each row execute function refuse_change();
create trigger case_corrections_no_truncate before truncate on case_corrections for each statement execute function refuse_change();
create trigger case_correction_withdrawals_append_only before update or delete on case_correction_withdrawals for each row execute function refuse_change();
create trigger case_correction_withdrawals_no_truncate before truncate on case_correction_withdrawals for each statement execute function refuse_change();
create trigger item_decisions_append_only before update or delete on item_decisions for each row execute function refuse_change();
create trigger item_decisions_no_truncate before truncate on item_decisions for each statement execute function refuse_change();
create trigger proof_overrides_append_only before update or delete on proof_overrides for each row execute function refuse_change();
create trigger proof_overrides_no_truncate before truncate on proof_overrides for each statement execute function refuse_change();

-- Nobody decides in another person's name.
alter table case_corrections enable row level security;
create policy case_corrections_read on case_corrections for select to tandem_app using (can_see_case(case_id));
create policy case_corrections_insert on case_corrections for insert to tandem_app with check (can_see_case(case_id) and made_by = acting_person());
alter table case_correction_withdrawals enable row level security;
create policy case_correction_withdrawals_read on case_correction_withdrawals for select to tandem_app using (can_see_case(case_id));
create policy case_correction_withdrawals_insert on case_correction_withdrawals for insert to tandem_app
  with check (can_see_case(case_id) and withdrawn_by = acting_person());
alter table count_items enable row level security;
create policy count_items_read on count_items for select to tandem_app using (can_see_rows(case_id));
create policy count_items_insert on count_items for insert to tandem_app with check (acting_as_worker());
create policy count_items_delete on count_items for delete to tandem_app using (can_see_rows(case_id));
alter table item_decisions enable row level security;
create policy item_decisions_read on item_decisions for select to tandem_app using (can_see_rows(case_id));
create policy item_decisions_insert on item_decisions for insert to tandem_app with check (can_see_rows(case_id) and decided_by = acting_person());
alter table proof_overrides enable row level security;
create policy proof_overrides_read on proof_overrides for select to tandem_app using (can_see_case(case_id));
create policy proof_overrides_insert on proof_overrides for insert to tandem_app with check (can_see_case(case_id) and made_by = acting_person());

grant select, insert on case_corrections, case_correction_withdrawals, item_decisions, proof_overrides to tandem_app;
grant select, insert, delete on count_items to tandem_app;
