create table counts (
  id uuid primary key,
  case_id uuid not null references cases (id),
  status text not null check (status in ('waiting', 'running', 'cancelling', 'cancelled', 'failed', 'done')),
  options jsonb not null,
  evidence_ids uuid[] not null check (cardinality(evidence_ids) > 0),
  requested_by uuid not null references persons (id),
  requested_at timestamptz not null,
  finished_at timestamptz,
  problem jsonb,
  progress jsonb not null,
  result jsonb,
  check ((status = 'done') = (result is not null)),
  check ((status in ('cancelled', 'failed', 'done')) = (finished_at is not null))
);
create index counts_case on counts (case_id, requested_at desc);
create index counts_status on counts (status);

-- Masked rows behind the figures: no plain personal data, the way back to the evidence, the first rows of each step.
create table count_rows (
  count_id uuid not null references counts (id) on delete cascade,
  tier char(1) not null check (tier in ('A', 'B', 'C')),
  step text not null check (step in ('distinct', 'duplicate', 'excluded')),
  reason text not null default '',
  seq integer not null,
  row jsonb not null,
  primary key (count_id, tier, step, reason, seq)
);

create table assessments (
  id uuid primary key,
  case_id uuid not null references cases (id),
  count_id uuid references counts (id),
  facts jsonb not null,
  answer jsonb not null,
  drafted_by uuid not null references persons (id),
  drafted_at timestamptz not null,
  version integer not null check (version in (1, 2)),
  signed_by uuid references persons (id),
  signed_at timestamptz,
  signed_note text,
  check (num_nonnulls(signed_by, signed_at, signed_note) in (0, 3)),
  check ((version = 2) = (signed_by is not null))
);
comment on table assessments is '评估 version 1 = draft of the machine and the drafter, version 2 = signed by a named person';
create index assessments_case on assessments (case_id, drafted_at desc);

-- A draft's facts and answer never change; the only change there is, is the signature, once.
create function assessments_sign_only() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.signed_by is not null
    or (new.id, new.case_id, new.facts, new.answer, new.drafted_by, new.drafted_at) is distinct from (old.id, old.case_id, old.facts, old.answer, old.drafted_by, old.drafted_at)
    or new.count_id is distinct from old.count_id then
    raise exception 'an assessment is signed once and never changed otherwise' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger assessments_sign_only before update or delete on assessments for each row execute function assessments_sign_only();

alter table counts enable row level security;
create policy counts_visible on counts to tandem_app using (can_see_case(case_id)) with check (can_see_case(case_id));
alter table count_rows enable row level security;
create policy count_rows_visible on count_rows to tandem_app
  using (exists (select 1 from counts c where c.id = count_id)) with check (exists (select 1 from counts c where c.id = count_id));
alter table assessments enable row level security;
create policy assessments_visible on assessments to tandem_app using (can_see_case(case_id)) with check (can_see_case(case_id));

grant select, insert, update on counts to tandem_app;
grant select, insert, delete on count_rows to tandem_app;
grant select, insert, update on assessments to tandem_app;
