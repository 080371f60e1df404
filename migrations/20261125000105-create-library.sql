-- 类案库: documents of an office's own cases and published judgments, as they are compared and found. Lists of postings, the strongest first, bound what a question
-- reads however many documents there are.

create table library_imports (
  id uuid primary key,
  name text not null check (length(name) <= 200),
  status text not null check (status in ('receiving', 'waiting', 'running', 'done', 'failed')),
  lines integer not null default 0 check (lines >= 0),
  entered integer not null default 0 check (entered >= 0),
  repeated integer not null default 0 check (repeated >= 0),
  refused integer not null default 0 check (refused >= 0),
  problems jsonb not null default '[]',
  asked_by uuid references persons (id),
  asked_at timestamptz not null,
  updated_at timestamptz not null,
  finished_at timestamptz,
  check ((status in ('done', 'failed')) = (finished_at is not null))
);
create index library_imports_asked on library_imports (asked_at desc, id);
comment on table library_imports is 'published judgments taken in: how many lines, how many are new; asked_by null = by the command line on the server';
comment on column library_imports.problems is 'the first lines that were no document, by number, without their content';

-- Lines that wait for the worker; each goes away in the transaction that enters it.
create table library_import_lines (
  import_id uuid not null references library_imports (id),
  number integer not null check (number > 0),
  content text not null,
  primary key (import_id, number)
);

create table library_documents (
  id integer generated always as identity primary key,
  holder integer not null check (holder between -1 and 999999),
  case_id uuid references cases (id),
  document_id uuid,
  source_id text check (length(source_id) <= 200),
  name text not null,
  fingerprint bytea not null check (octet_length(fingerprint) = 32),
  likeness bytea not null check (octet_length(likeness) = 32),
  rules integer not null,
  features integer[] not null,
  facts jsonb not null,
  profile bytea not null,
  import_id uuid references library_imports (id),
  entered_at timestamptz not null,
  check ((holder = -1) = (case_id is null)),
  check ((holder = -1) = (source_id is not null)),
  check ((case_id is null) = (document_id is null))
);
-- A question opens some hundred profiles: they stay in the row, what is shown of a few goes out of it.
alter table library_documents alter column profile set storage main;
create unique index library_documents_source on library_documents (source_id) where holder = -1;
create unique index library_documents_document on library_documents (document_id) where document_id is not null;
create index library_documents_case on library_documents (case_id) where case_id is not null;
create index library_documents_fingerprint on library_documents (fingerprint);
create index library_documents_likeness on library_documents (likeness);
comment on column library_documents.holder is '-1 = published; else the code of the office whose case the document lies in';
comment on column library_documents.fingerprint is 'SHA-256 of the text without spaces';
comment on column library_documents.likeness is 'SHA-256 of its elements, charges and quantities: two texts that tell the same';
comment on column library_documents.rules is 'of the model that read it; documents read by another one are not compared until they are read again';
comment on column library_documents.features is 'what it is found by; the postings follow from it';

-- Published texts only; the text of a case document stays in the vault, its masked pages with its reading.
create table library_texts (
  document integer primary key references library_documents (id) on delete cascade,
  text text not null
);

create table library_postings (
  holder integer not null,
  feature integer not null,
  impact smallint not null,
  document integer not null
);
create index library_postings_strongest on library_postings (holder, feature, impact desc, document);
comment on table library_postings is 'by what a document is found, each with how strongly (0 to 1000)';

-- How many there are, without counting a million.
create table library_totals (holder integer primary key, documents integer not null check (documents >= 0));

-- The wall of a case document is that of the rows of its case (can_see_rows), asked once a question.
create function library_office() returns integer language sql stable security definer set search_path = public, pg_temp as $$
  select office_code::integer from persons where id = acting_person() and disabled_at is null and roles && array['case-manager', 'leader']
$$;
create function library_cases() returns setof uuid language sql stable security definer set search_path = public, pg_temp as $$
  select m.case_id from case_members m join persons p on p.id = m.person_id and p.disabled_at is null
  where m.person_id = acting_person()
    and m.from_day <= (now() at time zone 'Asia/Shanghai')::date and (m.until_day is null or m.until_day >= (now() at time zone 'Asia/Shanghai')::date)
$$;

alter table library_documents enable row level security;
create policy library_documents_read on library_documents for select to tandem_app
  using (holder = -1 or holder = (select library_office()) or case_id in (select library_cases()) or (select acting_as_worker()));
create policy library_documents_enter on library_documents for insert to tandem_app with check (acting_as_worker());
create policy library_documents_renew on library_documents for update to tandem_app using (acting_as_worker()) with check (acting_as_worker());
alter table library_texts enable row level security;
create policy library_texts_read on library_texts for select to tandem_app using (true);
create policy library_texts_enter on library_texts for insert to tandem_app with check (acting_as_worker());
alter table library_postings enable row level security;
create policy library_postings_read on library_postings for select to tandem_app
  using (holder = -1 or holder = (select library_office()) or (select acting_as_worker()));
create policy library_postings_enter on library_postings for insert to tandem_app with check (acting_as_worker());
create policy library_postings_leave on library_postings for delete to tandem_app using (acting_as_worker());

create policy library_texts_renew on library_texts for update to tandem_app using (acting_as_worker()) with check (acting_as_worker());
alter table library_totals enable row level security;
create policy library_totals_read on library_totals for select to tandem_app
  using (holder = -1 or holder = (select library_office()) or (select acting_as_worker()));
create policy library_totals_insert on library_totals for insert to tandem_app with check (acting_as_worker());
create policy library_totals_update on library_totals for update to tandem_app using (acting_as_worker()) with check (acting_as_worker());

-- Who takes judgments in is judged by the operation; everybody may see what was taken in.
alter table library_imports enable row level security;
create policy library_imports_read on library_imports for select to tandem_app using (acting_as_worker() or acting_person() is not null);
create policy library_imports_insert on library_imports for insert to tandem_app with check (acting_as_worker() or asked_by = acting_person());
create policy library_imports_update on library_imports for update to tandem_app
  using (acting_as_worker() or (asked_by = acting_person() and status = 'receiving')) with check (acting_as_worker() or asked_by = acting_person());
alter table library_import_lines enable row level security;
create policy library_import_lines_read on library_import_lines for select to tandem_app using (acting_as_worker());
create policy library_import_lines_insert on library_import_lines for insert to tandem_app with check (
  acting_as_worker() or exists (select 1 from library_imports i where i.id = import_id and i.asked_by = acting_person() and i.status = 'receiving'));
create policy library_import_lines_delete on library_import_lines for delete to tandem_app using (acting_as_worker());

grant select, insert on library_imports, library_documents, library_texts, library_totals to tandem_app;
grant update (status, lines, entered, repeated, refused, problems, updated_at, finished_at) on library_imports to tandem_app;
grant update (name, fingerprint, likeness, rules, features, facts, profile, entered_at) on library_documents to tandem_app;
grant update (text) on library_texts to tandem_app;
grant update (documents) on library_totals to tandem_app;
grant select, insert, delete on library_import_lines, library_postings to tandem_app;
