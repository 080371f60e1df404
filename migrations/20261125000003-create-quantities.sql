-- Quantities that the law measures beside a count: who got which items, what was gained, what a sample says. Each row is a figure as it was
-- worked out, with what it was worked out from. None is ever changed or deleted: another choice is another row.

create table delivery_tables (
  id uuid primary key,
  case_id uuid not null references cases (id),
  name text not null,
  deliveries jsonb not null,
  count jsonb not null,
  recorded_by uuid not null references persons (id),
  recorded_at timestamptz not null
);
comment on table delivery_tables is '流转表 deliveries with what they come to under 法释〔2017〕10号 article 11; recipients are named, so only those who may see rows read it';
create index delivery_tables_case on delivery_tables (case_id, recorded_at desc);

create table money_flows (
  id uuid primary key,
  case_id uuid not null references cases (id),
  name text not null,
  sha256 bytea not null check (octet_length(sha256) = 32),
  line_count integer not null,
  lines jsonb not null,
  parties jsonb not null,
  columns jsonb not null,
  imported_by uuid not null references persons (id),
  imported_at timestamptz not null
);
comment on table money_flows is '流水表 lines of a money-flow table; payers and payees as keyed fingerprints, shown masked';
create index money_flows_case on money_flows (case_id, imported_at desc);

create table gains_calculations (
  id uuid primary key,
  case_id uuid not null references cases (id),
  money_flow_id uuid not null references money_flows (id),
  money_flow_name text not null,
  choices jsonb not null,
  figures jsonb not null,
  calculated_by uuid not null references persons (id),
  calculated_at timestamptz not null
);
create index gains_calculations_case on gains_calculations (case_id, calculated_at desc);

create table gains_lines (
  calculation_id uuid not null references gains_calculations (id),
  case_id uuid not null references cases (id),
  seq integer not null,
  treatment text not null,
  line jsonb not null,
  primary key (calculation_id, seq)
);

create table samples (
  id uuid primary key,
  case_id uuid not null references cases (id),
  count_id uuid references counts (id),
  plan jsonb not null,
  planned_by uuid not null references persons (id),
  planned_at timestamptz not null
);
create index samples_case on samples (case_id, planned_at desc);

create table sample_checks (
  sample_id uuid not null references samples (id),
  case_id uuid not null references cases (id),
  version integer not null check (version > 1),
  checks jsonb not null,
  checked_by uuid not null references persons (id),
  checked_at timestamptz not null,
  primary key (sample_id, version)
);
comment on table sample_checks is '核对结果 all findings of a sample at each recording; the highest version is what holds';

alter table delivery_tables enable row level security;
create policy delivery_tables_visible on delivery_tables to tandem_app using (can_see_rows(case_id))
  with check (can_see_rows(case_id) and recorded_by = acting_person());
alter table money_flows enable row level security;
create policy money_flows_visible on money_flows to tandem_app using (can_see_rows(case_id))
  with check (can_see_rows(case_id) and imported_by = acting_person());
alter table gains_calculations enable row level security;
create policy gains_calculations_visible on gains_calculations to tandem_app using (can_see_case(case_id))
  with check (can_see_case(case_id) and calculated_by = acting_person()
    and exists (select 1 from money_flows m where m.id = money_flow_id and m.case_id = gains_calculations.case_id));
alter table gains_lines enable row level security;
create policy gains_lines_visible on gains_lines to tandem_app using (can_see_rows(case_id))
  with check (can_see_rows(case_id)
    and exists (select 1 from gains_calculations g where g.id = calculation_id and g.case_id = gains_lines.case_id and g.calculated_by = acting_person()));
alter table samples enable row level security;
create policy samples_visible on samples to tandem_app using (can_see_case(case_id))
  with check (can_see_case(case_id) and planned_by = acting_person());
alter table sample_checks enable row level security;
create policy sample_checks_visible on sample_checks to tandem_app using (can_see_case(case_id))
  with check (can_see_case(case_id) and checked_by = acting_person()
    and exists (select 1 from samples s where s.id = sample_id and s.case_id = sample_checks.case_id));

grant select, insert on delivery_tables, money_flows, gains_calculations, gains_lines, samples, sample_checks to tandem_app;

create trigger delivery_tables_append_only before update or delete on delivery_tables for each row execute function refuse_change();
create trigger money_flows_append_only before update or delete on money_flows for each row execute function refuse_change();
create trigger gains_calculations_append_only before update or delete on gains_calculations for each row execute function refuse_change();
create trigger gains_lines_append_only before update or delete on gains_lines for each row execute function refuse_change();
create trigger samples_append_only before update or delete on samples for each row execute function refuse_change();
create trigger sample_checks_append_only before update or delete on sample_checks for each row execute function refuse_change();
