-- 成批文书: a JSONL or a ZIP of the evidence whose lines or files are documents of the case, each with its own reading. The chain of custody stays that of the
-- piece of evidence; a document of it is told by the number of its part.

create table document_batches (
  id uuid primary key,
  case_id uuid not null references cases (id),
  evidence_id uuid not null references evidence_items (id),
  kind text check (kind in ('opinion-on-prosecution', 'arrest-request', 'indictment', 'judgment', 'record', 'report', 'other')),
  status text not null check (status in ('waiting', 'running', 'cancelling', 'cancelled', 'failed', 'done')),
  attempt integer not null default 0,
  next_part integer not null default 1 check (next_part > 0),
  done bigint not null default 0 check (done >= 0),
  total bigint check (total >= 0),
  entered integer not null default 0,
  refused integer not null default 0,
  asked_by uuid not null references persons (id),
  asked_at timestamptz not null,
  updated_at timestamptz not null,
  finished_at timestamptz,
  problem jsonb,
  unique (case_id, evidence_id),
  check ((status = 'failed') = (problem is not null)),
  check ((status in ('cancelled', 'failed', 'done')) = (finished_at is not null))
);
comment on table document_batches is '成批文书 many documents out of one piece of evidence; next_part and done (bytes of a JSONL, files of a ZIP) are where the next attempt goes on';

create table document_batch_problems (
  batch_id uuid not null references document_batches (id),
  case_id uuid not null references cases (id),
  part integer not null check (part > 0),
  name text,
  problem jsonb not null,
  primary key (batch_id, part)
);
comment on table document_batch_problems is 'lines or files of a batch that are no document, with the sentence why; never their content';
create trigger document_batch_problems_append_only before update or delete on document_batch_problems for each row execute function refuse_change();

alter table case_documents
  add column batch_id uuid references document_batches (id),
  add column part integer not null default 0 check (part >= 0),
  add column part_name text check (length(part_name) <= 300),
  add column part_from bigint check (part_from >= 0),
  add column part_to bigint check (part_to >= part_from),
  add check ((part = 0) = (batch_id is null)),
  add check ((part = 0) = (part_name is null)),
  drop constraint case_documents_case_id_evidence_id_key,
  add unique (case_id, evidence_id, part);
comment on column case_documents.part is '0: the whole piece of evidence; otherwise the line of a JSONL or the place of the file in a ZIP';
comment on column case_documents.part_from is 'bytes of the line in the piece of evidence; null for a file of a ZIP';
create index case_documents_newest on case_documents (case_id, attached_at desc, part, id);

alter table document_batches enable row level security;
create policy document_batches_read on document_batches for select to tandem_app using (can_see_rows(case_id));
create policy document_batches_insert on document_batches for insert to tandem_app with check (
  can_see_rows(case_id) and asked_by = acting_person() and status = 'waiting'
  and exists (select 1 from evidence_items e where e.id = evidence_id and e.case_id = document_batches.case_id));
-- A person may only ask that it be given up or gone on with; everything else is the worker's.
create policy document_batches_update on document_batches for update to tandem_app using (can_see_rows(case_id))
  with check (acting_as_worker() or (can_see_rows(case_id) and status in ('cancelling', 'cancelled', 'waiting')));
alter table document_batch_problems enable row level security;
create policy document_batch_problems_read on document_batch_problems for select to tandem_app using (can_see_rows(case_id));
create policy document_batch_problems_insert on document_batch_problems for insert to tandem_app with check (acting_as_worker());
grant select, insert on document_batches, document_batch_problems to tandem_app;
grant update (status, attempt, next_part, done, total, entered, refused, updated_at, finished_at, problem) on document_batches to tandem_app;

-- Documents of a batch are entered by the worker in the name of whoever asked for it, with their readings done.
drop policy case_documents_insert on case_documents;
create policy case_documents_insert on case_documents for insert to tandem_app with check (
  can_see_rows(case_id) and (attached_by = acting_person() or (acting_as_worker() and batch_id is not null))
  and exists (select 1 from evidence_items e where e.id = evidence_id and e.case_id = case_documents.case_id));
drop policy document_readings_insert on document_readings;
create policy document_readings_insert on document_readings for insert to tandem_app with check (
  (acting_as_worker() or (can_see_rows(case_id) and asked_by = acting_person() and status = 'waiting'))
  and exists (select 1 from case_documents d where d.id = document_id and d.case_id = document_readings.case_id));
