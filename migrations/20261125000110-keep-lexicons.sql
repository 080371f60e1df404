-- 词库: what an office changes of the lexicon that ships, as a list of events: proposed, withdrawn, published, rolled back. Drafts and versions follow from it.
create table lexicon_events (
  office_code char(6) not null references offices (code),
  seq integer not null check (seq > 0),
  type text not null check (type in ('proposed', 'withdrawn', 'published', 'rolled-back')),
  data jsonb not null,
  person_id uuid not null references persons (id),
  at timestamptz not null,
  request_id uuid not null,
  primary key (office_code, seq)
);
comment on table lexicon_events is 'changes of an office to the lexicon: who proposed what and why, who published it, what was rolled back';
create trigger lexicon_events_append_only before update or delete on lexicon_events for each row execute function refuse_change();
create trigger lexicon_events_no_truncate before truncate on lexicon_events for each statement execute function refuse_change();

-- The office a person works in; people of one office see one lexicon.
create function acting_office() returns char(6) language sql stable security definer set search_path = public, pg_temp as $$
  select office_code from persons where id = acting_person() and disabled_at is null
$$;
-- Cases whose rows the person may see (can_see_rows), asked once a query and not once a row.
create function row_cases() returns setof uuid language sql stable security definer set search_path = public, pg_temp as $$
  select c.id from cases c where c.office_code = acting_office()
    and exists (select 1 from persons p where p.id = acting_person() and p.roles && array['case-manager', 'leader'])
  union
  select m.case_id from case_members m join persons p on p.id = m.person_id and p.disabled_at is null
  where m.person_id = acting_person() and is_member_today(m.case_id)
$$;

alter table lexicon_events enable row level security;
create policy lexicon_events_read on lexicon_events for select to tandem_app
  using ((select acting_as_worker()) or office_code = (select acting_office()));
create policy lexicon_events_insert on lexicon_events for insert to tandem_app
  with check (person_id = acting_person() and office_code = acting_office());
grant select, insert on lexicon_events to tandem_app;

-- Which version a reading went by; a reading without a row was made before terms were counted.
create table reading_lexicons (
  reading_id uuid primary key references document_readings (id),
  document_id uuid not null references case_documents (id),
  case_id uuid not null references cases (id),
  office_code char(6) not null references offices (code),
  version integer not null check (version >= 0),
  counted_at timestamptz not null
);
create index reading_lexicons_office on reading_lexicons (office_code, document_id);
create index reading_lexicons_case on reading_lexicons (case_id);
comment on column reading_lexicons.version is 'of the lexicon of the case''s office; 0 = as it ships';
create table reading_term_counts (
  reading_id uuid not null references reading_lexicons (reading_id),
  case_id uuid not null references cases (id),
  list text not null check (list in ('industries', 'fields', 'groups', 'conducts', 'downstream')),
  term text not null check (length(term) <= 60),
  hits integer not null check (hits > 0),
  prompts integer not null check (prompts >= 0),
  primary key (reading_id, list, term)
);
create index reading_term_counts_term on reading_term_counts (list, term);
comment on table reading_term_counts is 'how often each term of the lexicon stood in the document, 1,000 terms a reading at most';
comment on column reading_term_counts.prompts is 'clues of the reading with a reason that is this very word';
create trigger reading_lexicons_append_only before update or delete on reading_lexicons for each row execute function refuse_change();
create trigger reading_term_counts_append_only before update or delete on reading_term_counts for each row execute function refuse_change();

alter table reading_lexicons enable row level security;
create policy reading_lexicons_read on reading_lexicons for select to tandem_app
  using ((select acting_as_worker()) or case_id in (select row_cases()));
create policy reading_lexicons_insert on reading_lexicons for insert to tandem_app with check (acting_as_worker());
alter table reading_term_counts enable row level security;
create policy reading_term_counts_read on reading_term_counts for select to tandem_app
  using ((select acting_as_worker()) or case_id in (select row_cases()));
create policy reading_term_counts_insert on reading_term_counts for insert to tandem_app with check (acting_as_worker());
grant select, insert on reading_lexicons, reading_term_counts to tandem_app;
