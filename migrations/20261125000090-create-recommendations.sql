-- 检察建议: what was found, what is asked for, and whether it was done. The record is the list of events; `recommendations` is its fold, kept
-- in the same transaction. A recommendation belongs to a case and, where there is one, to a procedure, whose table says which step may come.
create table recommendations (
  id uuid primary key,
  case_id uuid not null references cases (id),
  case_office char(6) not null,
  procedure_id uuid references procedures (id),
  office_code char(6) not null references offices (code),
  type text not null check (type in ('public-interest', 'social-governance', 'correction', 'retrial', 'other')),
  status text not null check (status in ('drafting', 'approved', 'issued', 'withdrawn', 'closed')),
  title text not null,
  addressee text not null,
  number text unique,
  delivered_on date,
  reply_clock uuid,
  reply_by date,
  replied_on date,
  next_recheck date,
  measures integer not null check (measures >= 0),
  met integer not null check (met >= 0),
  partly integer not null check (partly >= 0),
  not_met integer not null check (not_met >= 0),
  replies integer not null check (replies >= 0),
  version integer not null check (version > 0),
  updated_at timestamptz not null,
  check (met + partly + not_met <= measures),
  check ((status in ('drafting', 'approved', 'withdrawn')) or (number is not null and delivered_on is not null and reply_clock is not null))
);
create index recommendations_case on recommendations (case_id);
create index recommendations_office on recommendations (office_code, status, updated_at desc);
create index recommendations_case_office on recommendations (case_office, status, updated_at desc);
comment on table recommendations is '检察建议; met, partly, not_met: by the last check of each measure; a reply moves none of them';
comment on column recommendations.reply_by is 'a shorter day to reply, set case by case; null: the clock alone says it';
create trigger recommendations_note_case_office before insert on recommendations for each row execute function note_case_office();

create table recommendation_events (
  recommendation_id uuid not null references recommendations (id) deferrable initially deferred,
  version integer not null check (version > 0),
  type text not null,
  data jsonb not null,
  person_id uuid not null references persons (id),
  at timestamptz not null,
  request_id uuid not null,
  primary key (recommendation_id, version)
);
create trigger recommendation_events_append_only before update or delete on recommendation_events for each row execute function refuse_change();
create trigger recommendation_events_no_truncate before truncate on recommendation_events for each statement execute function refuse_change();
comment on table recommendation_events is '检察建议 everything that was recorded, oldest first; never changed';

alter table recommendations enable row level security;
create policy recommendations_visible on recommendations for select to tandem_app
  using (case_office in (select visible_offices()) or office_code in (select visible_offices()) or case_id in (select visible_cases()));
create policy recommendations_insert on recommendations for insert to tandem_app with check (can_see_case(case_id));
create policy recommendations_update on recommendations for update to tandem_app using (can_see_case(case_id)) with check (can_see_case(case_id));
alter table recommendation_events enable row level security;
create policy recommendation_events_visible on recommendation_events for select to tandem_app
  using (exists (select 1 from recommendations r where r.id = recommendation_id));
create policy recommendation_events_insert on recommendation_events for insert to tandem_app with check (person_id = acting_person());

grant select, insert on recommendations to tandem_app;
grant update (type, status, title, addressee, number, delivered_on, reply_clock, reply_by, replied_on, next_recheck, measures, met, partly, not_met,
  replies, version, updated_at) on recommendations to tandem_app;
grant select, insert on recommendation_events to tandem_app;

-- A number stands once, also where the other recommendation is not visible.
create function is_recommendation_number_taken(wanted text, but uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select 1 from recommendations where number = wanted and id <> but)
$$;
