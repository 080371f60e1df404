-- 案卷文书: a piece of evidence that is read as a document. The plain text stays in the vault, encrypted; what stands here is its masked text, of the same length,
-- so that a place in one is the same place in the other.

create table case_documents (
  id uuid primary key,
  case_id uuid not null references cases (id),
  evidence_id uuid not null references evidence_items (id),
  kind text not null check (kind in ('opinion-on-prosecution', 'arrest-request', 'indictment', 'judgment', 'record', 'report', 'other')),
  attached_by uuid not null references persons (id),
  attached_at timestamptz not null,
  unique (case_id, evidence_id)
);
comment on table case_documents is '案卷文书 attached to a case out of its evidence; read by the worker, each reading is a version';

create table document_readings (
  id uuid primary key,
  document_id uuid not null references case_documents (id),
  case_id uuid not null references cases (id),
  number integer not null check (number > 0),
  status text not null check (status in ('waiting', 'running', 'cancelling', 'cancelled', 'failed', 'done')),
  progress jsonb not null,
  asked_by uuid not null references persons (id),
  asked_at timestamptz not null,
  finished_at timestamptz,
  problem jsonb,
  result jsonb,
  unique (document_id, number),
  check ((status = 'done') = (result is not null)),
  check ((status = 'failed') = (problem is not null)),
  check ((status in ('cancelled', 'failed', 'done')) = (finished_at is not null))
);
create index document_readings_case on document_readings (case_id);
create unique index document_readings_one_open on document_readings (document_id) where finished_at is null;
comment on column document_readings.result is 'rules, hash of the text, pages, gaps, masking, the answer of the reading and its facts with their places';

create function document_readings_settle_once() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.finished_at is not null then
    raise exception 'a reading that is over never changes: % is refused', tg_op using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger document_readings_settle_once before update or delete on document_readings for each row execute function document_readings_settle_once();

create table document_pages (
  reading_id uuid not null references document_readings (id),
  case_id uuid not null references cases (id),
  number integer not null check (number > 0),
  begins integer not null check (begins >= 0),
  text text not null,
  primary key (reading_id, number)
);
comment on table document_pages is 'masked text by pages; begins = UTF-16 offset of the page in the whole text';
create trigger document_pages_append_only before update or delete on document_pages for each row execute function refuse_change();

create table document_fact_events (
  document_id uuid not null references case_documents (id),
  case_id uuid not null references cases (id),
  seq integer not null check (seq > 0),
  fact_key text not null check (length(fact_key) <= 300),
  text_sha256 bytea not null check (octet_length(text_sha256) = 32),
  decision text not null check (decision in ('confirmed', 'rejected', 'undone')),
  reason text not null,
  decided_by uuid not null references persons (id),
  decided_at timestamptz not null,
  primary key (document_id, seq)
);
comment on table document_fact_events is 'what persons said of a fact that was read; holds for later readings of the same text';
create trigger document_fact_events_append_only before update or delete on document_fact_events for each row execute function refuse_change();
create trigger document_fact_events_no_truncate before truncate on document_fact_events for each statement execute function refuse_change();

-- One prompt a document, track and field, however often it is read.
create table document_prompts (
  document_id uuid not null references case_documents (id),
  case_id uuid not null references cases (id),
  track text not null,
  field text not null,
  clue_id uuid not null references clues (id),
  reading_id uuid not null references document_readings (id),
  primary key (document_id, track, field)
);
create index document_prompts_clue on document_prompts (clue_id);
create index document_prompts_case on document_prompts (case_id);
create trigger document_prompts_append_only before update or delete on document_prompts for each row execute function refuse_change();

alter table case_documents enable row level security;
create policy case_documents_read on case_documents for select to tandem_app using (can_see_rows(case_id));
create policy case_documents_insert on case_documents for insert to tandem_app with check (
  can_see_rows(case_id) and attached_by = acting_person()
  and exists (select 1 from evidence_items e where e.id = evidence_id and e.case_id = case_documents.case_id));
alter table document_readings enable row level security;
create policy document_readings_read on document_readings for select to tandem_app using (can_see_rows(case_id));
create policy document_readings_insert on document_readings for insert to tandem_app with check (
  can_see_rows(case_id) and asked_by = acting_person() and status = 'waiting'
  and exists (select 1 from case_documents d where d.id = document_id and d.case_id = document_readings.case_id));
-- A person may only ask that a reading be given up; everything else is the worker's.
create policy document_readings_update on document_readings for update to tandem_app using (can_see_rows(case_id))
  with check (acting_as_worker() or (can_see_rows(case_id) and status in ('cancelling', 'cancelled')));
alter table document_pages enable row level security;
create policy document_pages_read on document_pages for select to tandem_app using (can_see_rows(case_id));
create policy document_pages_insert on document_pages for insert to tandem_app with check (acting_as_worker());
alter table document_fact_events enable row level security;
create policy document_fact_events_read on document_fact_events for select to tandem_app using (can_see_rows(case_id));
create policy document_fact_events_insert on document_fact_events for insert to tandem_app with check (
  can_see_rows(case_id) and decided_by = acting_person()
  and exists (select 1 from case_documents d where d.id = document_id and d.case_id = document_fact_events.case_id));
alter table document_prompts enable row level security;
create policy document_prompts_read on document_prompts for select to tandem_app using (can_see_rows(case_id));
create policy document_prompts_insert on document_prompts for insert to tandem_app with check (acting_as_worker());

grant select, insert on case_documents, document_readings, document_pages, document_fact_events, document_prompts to tandem_app;
grant update (status, progress, problem, result, finished_at) on document_readings to tandem_app;

-- The worker enters the prompts of a reading in the name of whoever asked for it.
drop policy clue_events_insert on clue_events;
create policy clue_events_insert on clue_events for insert to tandem_app
  with check (person_id = acting_person() or (acting_as_worker() and type = 'registered' and (data ->> 'prompted')::boolean));

-- Who looked into evidence, and what for, stays known: now also for the reading of a document.
alter table evidence_events drop constraint evidence_events_type_check;
alter table evidence_events add constraint evidence_events_type_check
  check (type in ('taken-in', 'custody-recorded', 'transferred', 'defect-cured', 'verified', 'read-for-count', 'read-as-document'));
