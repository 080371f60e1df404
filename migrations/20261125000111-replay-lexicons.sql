-- 重放: a draft of the lexicon read over documents that were read before, before it goes live.
create table lexicon_replays (
  id uuid primary key,
  office_code char(6) not null references offices (code),
  revision integer not null check (revision > 0),
  newest integer not null check (newest between 1 and 2000),
  status text not null check (status in ('waiting', 'running', 'cancelling', 'cancelled', 'failed', 'done')),
  progress jsonb not null,
  asked_by uuid not null references persons (id),
  asked_at timestamptz not null,
  finished_at timestamptz,
  problem jsonb,
  totals jsonb,
  check ((status = 'failed') = (problem is not null)),
  check (status <> 'done' or totals is not null),
  check ((status in ('cancelled', 'failed', 'done')) = (finished_at is not null))
);
create index lexicon_replays_office on lexicon_replays (office_code, asked_at desc);
create unique index lexicon_replays_one_open on lexicon_replays (office_code) where finished_at is null;
comment on column lexicon_replays.revision is 'the last event of the lexicon the draft was taken at';

create function lexicon_replays_settle_once() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.finished_at is not null then
    raise exception 'a replay that is over never changes: % is refused', tg_op using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger lexicon_replays_settle_once before update or delete on lexicon_replays for each row execute function lexicon_replays_settle_once();

-- The documents a replay opens, chosen when it begins; what would change is written as each is read, so that another worker goes on where one died.
create table lexicon_replay_documents (
  replay_id uuid not null references lexicon_replays (id),
  place integer not null check (place > 0),
  document_id uuid not null references case_documents (id),
  case_id uuid not null references cases (id),
  outcome jsonb,
  primary key (replay_id, place),
  unique (replay_id, document_id)
);
create index lexicon_replay_documents_case on lexicon_replay_documents (case_id);
comment on column lexicon_replay_documents.outcome is 'terms, facts and clues gained and lost, or why it could not be read; null = not read yet';

alter table lexicon_replays enable row level security;
create policy lexicon_replays_read on lexicon_replays for select to tandem_app
  using ((select acting_as_worker()) or office_code = (select acting_office()));
create policy lexicon_replays_insert on lexicon_replays for insert to tandem_app
  with check (asked_by = acting_person() and office_code = acting_office() and status = 'waiting');
-- A person may only ask that a replay be given up; everything else is the worker's.
create policy lexicon_replays_update on lexicon_replays for update to tandem_app
  using (acting_as_worker() or office_code = acting_office())
  with check (acting_as_worker() or (office_code = acting_office() and status in ('cancelling', 'cancelled')));
alter table lexicon_replay_documents enable row level security;
create policy lexicon_replay_documents_read on lexicon_replay_documents for select to tandem_app
  using ((select acting_as_worker()) or case_id in (select row_cases()));
create policy lexicon_replay_documents_insert on lexicon_replay_documents for insert to tandem_app with check (acting_as_worker());
create policy lexicon_replay_documents_update on lexicon_replay_documents for update to tandem_app
  using (acting_as_worker()) with check (acting_as_worker());
grant select, insert on lexicon_replays, lexicon_replay_documents to tandem_app;
grant update (status, progress, problem, totals, finished_at) on lexicon_replays to tandem_app;
grant update (outcome) on lexicon_replay_documents to tandem_app;
