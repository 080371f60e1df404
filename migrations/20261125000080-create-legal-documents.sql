-- 法律文书: documents an office writes. The record is the list of events; `legal_documents` is its fold, kept in the same transaction.
create function works_in_office(office char(6)) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select acting_as_worker()
    or exists (
      select 1 from persons p
      where p.id = acting_person() and p.disabled_at is null
        and ((p.office_code = office and p.roles && array['case-manager', 'leader', 'pil-prosecutor', 'criminal-prosecutor'])
          or ('leader' = any (p.roles) and office in (select offices_below(p.office_code)))))
$$;

create table legal_documents (
  id uuid primary key,
  case_id uuid references cases (id),
  procedure_id uuid references procedures (id),
  office_code char(6) not null references offices (code),
  to_office char(6) references offices (code),
  kind text not null,
  status text not null check (status in ('draft', 'submitted', 'approved', 'issued', 'served', 'withdrawn')),
  number text,
  issued boolean not null,
  addressee text,
  missing integer not null check (missing >= 0),
  drafted_by uuid not null references persons (id),
  version integer not null check (version > 0),
  updated_at timestamptz not null
);
create index legal_documents_case on legal_documents (case_id, updated_at desc) where case_id is not null;
create index legal_documents_office on legal_documents (office_code, status, updated_at desc);
create unique index legal_documents_number on legal_documents (office_code, number) where number is not null;
comment on table legal_documents is '法律文书; case_id null: about a clue that lies in no case, then it is the office''s own. An office named in to_office reads it once it is issued';

create function can_see_legal_document(of_case uuid, office char(6), receiving char(6), is_issued boolean) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select (of_case is not null and can_see_case(of_case))
    or (of_case is null and works_in_office(office))
    or (receiving is not null and is_issued and works_in_office(receiving))
$$;

create table legal_document_events (
  document_id uuid not null references legal_documents (id) deferrable initially deferred,
  version integer not null check (version > 0),
  type text not null,
  data jsonb not null,
  person_id uuid not null references persons (id),
  at timestamptz not null,
  request_id uuid not null,
  primary key (document_id, version)
);
create trigger legal_document_events_append_only before update or delete on legal_document_events
  for each row execute function refuse_change();
create trigger legal_document_events_no_truncate before truncate on legal_document_events for each statement execute function refuse_change();

-- What went out, byte by byte.
create table legal_document_files (
  document_id uuid primary key references legal_documents (id),
  docx bytea not null,
  sha256 bytea not null check (length(sha256) = 32)
);
create trigger legal_document_files_append_only before update or delete on legal_document_files for each row execute function refuse_change();
create trigger legal_document_files_no_truncate before truncate on legal_document_files for each statement execute function refuse_change();

-- 文号: the counter of an office, word and year is one row; its lock makes two at once wait for each other, and a transaction that fails
-- gives its number back. A number is never used twice, also where its document is withdrawn.
create table legal_document_counters (
  office_code char(6) not null references offices (code),
  word text not null,
  year integer not null check (year between 2000 and 2100),
  last integer not null check (last > 0),
  primary key (office_code, word, year)
);
create table legal_document_numbers (
  office_code char(6) not null references offices (code),
  word text not null,
  year integer not null,
  running integer not null check (running > 0),
  number text not null,
  kind text not null,
  document_id uuid not null unique references legal_documents (id),
  given_by uuid not null references persons (id),
  given_on date not null,
  voided text,
  primary key (office_code, word, year, running)
);
create function keep_document_number() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and old.voided is null and new.voided is not null and to_jsonb(old) - 'voided' = to_jsonb(new) - 'voided' then
    return new;
  end if;
  raise exception 'a number that was given stays: it can only be marked as void, once';
end $$;
create trigger legal_document_numbers_kept before update or delete on legal_document_numbers for each row execute function keep_document_number();
create trigger legal_document_numbers_no_truncate before truncate on legal_document_numbers for each statement execute function refuse_change();

-- Gives the next number to a document that the acting person sees and that has none yet.
create function give_document_number(of_document uuid, short_name text, of_word text, of_year integer, given date) returns text
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  document legal_documents;
  next integer;
  written text;
begin
  select * into document from legal_documents d where d.id = of_document for update;
  if not found or not can_see_legal_document(document.case_id, document.office_code, null, false) then
    raise exception 'no such document';
  end if;
  if document.number is not null or document.status not in ('draft', 'approved') then
    raise exception 'the document has its number already, or is not to be issued';
  end if;
  insert into legal_document_counters as c (office_code, word, year, last) values (document.office_code, of_word, of_year, 1)
    on conflict (office_code, word, year) do update set last = c.last + 1
    returning last into next;
  written := short_name || of_word || '〔' || of_year || '〕' || next || '号';
  insert into legal_document_numbers (office_code, word, year, running, number, kind, document_id, given_by, given_on)
    values (document.office_code, of_word, of_year, next, written, document.kind, of_document, acting_person(), given);
  return written;
end $$;
revoke all on function give_document_number(uuid, text, text, integer, date) from public;
grant execute on function give_document_number(uuid, text, text, integer, date) to tandem_app;

-- 代字 of an office, every version kept; none: it follows from the office's name.
create table office_short_names (
  office_code char(6) not null references offices (code),
  version integer not null check (version > 0),
  short_name text not null,
  set_by uuid not null references persons (id),
  set_at timestamptz not null,
  primary key (office_code, version)
);
create trigger office_short_names_append_only before update or delete on office_short_names for each row execute function refuse_change();
create trigger office_short_names_no_truncate before truncate on office_short_names for each statement execute function refuse_change();

-- 本院模板: a DOCX with fields for a kind; the newest version is used. Without bytes: back to the standard text.
create table legal_document_templates (
  id uuid primary key,
  office_code char(6) not null references offices (code),
  kind text not null,
  version integer not null check (version > 0),
  name text not null,
  docx bytea,
  sha256 bytea check (length(sha256) = 32),
  fields text[] not null,
  uploaded_by uuid not null references persons (id),
  uploaded_at timestamptz not null,
  unique (office_code, kind, version),
  check ((docx is null) = (sha256 is null))
);
create trigger legal_document_templates_append_only before update or delete on legal_document_templates
  for each row execute function refuse_change();
create trigger legal_document_templates_no_truncate before truncate on legal_document_templates
  for each statement execute function refuse_change();
comment on table legal_document_templates is 'templates hold no case data: every signed-in person may read them';

create function is_of_office(office char(6)) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select exists (
    select 1 from persons p
    where p.id = acting_person() and p.disabled_at is null and p.office_code = office and p.roles && array['case-manager', 'leader'])
$$;

alter table legal_documents enable row level security;
create policy legal_documents_read on legal_documents for select to tandem_app using (
  exists (select 1 from cases c where c.id = case_id)
  or (case_id is null and works_in_office(office_code))
  or (to_office is not null and issued and works_in_office(to_office)));
create policy legal_documents_insert on legal_documents for insert to tandem_app
  with check (drafted_by = acting_person() and can_see_legal_document(case_id, office_code, null, false));
create policy legal_documents_update on legal_documents for update to tandem_app
  using (can_see_legal_document(case_id, office_code, null, false)) with check (can_see_legal_document(case_id, office_code, null, false));
alter table legal_document_events enable row level security;
create policy legal_document_events_read on legal_document_events for select to tandem_app
  using (exists (select 1 from legal_documents d where d.id = document_id));
create policy legal_document_events_insert on legal_document_events for insert to tandem_app
  with check (person_id = acting_person() and exists (select 1 from legal_documents d where d.id = document_id));
alter table legal_document_files enable row level security;
create policy legal_document_files_read on legal_document_files for select to tandem_app
  using (exists (select 1 from legal_documents d where d.id = document_id));
create policy legal_document_files_insert on legal_document_files for insert to tandem_app
  with check (exists (select 1 from legal_documents d where d.id = document_id));
alter table legal_document_counters enable row level security;
alter table legal_document_numbers enable row level security;
create policy legal_document_numbers_read on legal_document_numbers for select to tandem_app using (
  works_in_office(office_code) or exists (select 1 from legal_documents d where d.id = document_id));
create policy legal_document_numbers_void on legal_document_numbers for update to tandem_app
  using (exists (select 1 from legal_documents d where d.id = document_id))
  with check (exists (select 1 from legal_documents d where d.id = document_id));
alter table office_short_names enable row level security;
create policy office_short_names_read on office_short_names for select to tandem_app using (acting_person() is not null);
create policy office_short_names_insert on office_short_names for insert to tandem_app
  with check (set_by = acting_person() and is_of_office(office_code));
alter table legal_document_templates enable row level security;
create policy legal_document_templates_read on legal_document_templates for select to tandem_app using (acting_person() is not null);
create policy legal_document_templates_insert on legal_document_templates for insert to tandem_app
  with check (uploaded_by = acting_person() and is_of_office(office_code));

grant select, insert on legal_documents, legal_document_events, legal_document_files, office_short_names, legal_document_templates to tandem_app;
grant update (status, number, issued, addressee, missing, version, updated_at) on legal_documents to tandem_app;
grant select on legal_document_numbers to tandem_app;
grant update (voided) on legal_document_numbers to tandem_app;
