-- 补正 readings from before a rule of masking or comparing: what is kept of them is brought to what a new reading would keep. Runs once for each reading and version of the rules.
create table reading_mends (
  reading_id uuid not null references document_readings (id),
  version integer not null check (version > 0),
  document_id uuid not null references case_documents (id),
  case_id uuid not null references cases (id),
  outcome text not null check (outcome in ('new', 'mended', 'unread')),
  problem jsonb,
  mended_at timestamptz not null,
  primary key (reading_id, version),
  check ((outcome = 'unread') = (problem is not null))
);
create index reading_mends_case on reading_mends (case_id);
comment on table reading_mends is 'readings that are as the rules of the version want them: made by them (new), mended, or not to be mended since the document can no longer be read';
create trigger reading_mends_append_only before update or delete on reading_mends for each row execute function refuse_change();
alter table reading_mends enable row level security;
create policy reading_mends_read on reading_mends for select to tandem_app using (acting_as_worker() or can_see_rows(case_id));
create policy reading_mends_insert on reading_mends for insert to tandem_app with check (acting_as_worker());
grant select, insert on reading_mends to tandem_app;

-- 遮蔽 the only change these tables allow: signs become 某, ×, or the number that tells two of one surname apart; length, shape and everything else stay.
create function is_masking(before text, after text) returns boolean language sql immutable set search_path = public, pg_temp as $$
  select length(before) = length(after) and not exists (
    select 1 from string_to_table(before, null) with ordinality b (sign, at) join string_to_table(after, null) with ordinality a (sign, at) using (at)
    where b.sign <> a.sign
      -- signs of JSON stay; a figure may be hidden and never become another one
      and (a.sign !~ '^[某×①②③④⑤⑥⑦⑧⑨0-9]$' or b.sign ~ '^[]["{}:,\\]$' or (a.sign ~ '[0-9]' and ascii(b.sign) < 128)))
$$;
-- Lets an update through in a function of the owner that says what it is; the application role never is the owner.
create function is_being_mended() returns boolean language sql stable as $$
  select coalesce(current_setting('tandem.mending', true), '') = 'on' and current_user <> 'tandem_app'
$$;
create function refuse_change_but_masking() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and is_being_mended() and is_masking(to_jsonb(old)::text, to_jsonb(new)::text) then return new; end if;
  raise exception '% of % is refused: the table is append-only', tg_op, tg_table_name using errcode = 'restrict_violation';
end $$;
drop trigger clue_events_append_only on clue_events;
create trigger clue_events_append_only before update or delete on clue_events for each row execute function refuse_change_but_masking();
drop trigger document_fact_events_append_only on document_fact_events;
create trigger document_fact_events_append_only before update or delete on document_fact_events for each row execute function refuse_change_but_masking();
drop trigger clue_contact_words_append_only on clue_contact_words;
create trigger clue_contact_words_append_only before update or delete on clue_contact_words for each row execute function refuse_change_but_masking();
create or replace function document_readings_settle_once() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and old.finished_at is not null and is_being_mended() and is_masking(to_jsonb(old)::text, to_jsonb(new)::text) then return new; end if;
  if tg_op = 'DELETE' or old.finished_at is not null then
    raise exception 'a reading that is over never changes: % is refused', tg_op using errcode = 'restrict_violation';
  end if;
  return new;
end $$;

-- What the worker masked afterwards. Each answers nothing; what is no masking is refused by the triggers.
create function mask_reading(reading uuid, masked jsonb) returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not acting_as_worker() then raise exception 'only the worker masks' using errcode = 'insufficient_privilege'; end if;
  perform set_config('tandem.mending', 'on', true);
  update document_readings set result = masked where id = reading and result is distinct from masked;
  perform set_config('tandem.mending', '', true);
end $$;
create function mask_fact_event(document uuid, number integer, masked text) returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not acting_as_worker() then raise exception 'only the worker masks' using errcode = 'insufficient_privilege'; end if;
  perform set_config('tandem.mending', 'on', true);
  update document_fact_events set fact_key = masked where document_id = document and seq = number and fact_key <> masked;
  perform set_config('tandem.mending', '', true);
end $$;
create function mask_clue_event(clue uuid, number integer, masked jsonb) returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not acting_as_worker() then raise exception 'only the worker masks' using errcode = 'insufficient_privilege'; end if;
  perform set_config('tandem.mending', 'on', true);
  update clue_events set data = masked where clue_id = clue and version = number and data is distinct from masked;
  perform set_config('tandem.mending', '', true);
end $$;
create function mask_clue_rule(clue uuid, of_rule text, masked text) returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not acting_as_worker() then raise exception 'only the worker masks' using errcode = 'insufficient_privilege'; end if;
  update clue_rules set term = masked where clue_id = clue and rule = of_rule and is_masking(term, masked) and term <> masked;
end $$;
-- What the offices of these clues have shown others, as it stands: the worker alone reads it, to mask it.
create function words_of_contacts(clues uuid[]) returns table (contact_id uuid, version integer, data jsonb) language sql stable security definer set search_path = public, pg_temp as $$
  select w.contact_id, w.version, w.data from clue_contact_sides s join clue_contact_words w on w.contact_id = s.contact_id and w.side = s.side
  where s.clue_id = any (clues) and acting_as_worker()
$$;
create function mask_contact_words(contact uuid, number integer, masked jsonb) returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not acting_as_worker() then raise exception 'only the worker masks' using errcode = 'insufficient_privilege'; end if;
  perform set_config('tandem.mending', 'on', true);
  update clue_contact_words set data = masked where contact_id = contact and version = number and data is distinct from masked;
  perform set_config('tandem.mending', '', true);
end $$;
revoke all on function mask_reading, mask_fact_event, mask_clue_event, mask_clue_rule, words_of_contacts, mask_contact_words from public;
grant execute on function mask_reading, mask_fact_event, mask_clue_event, mask_clue_rule, words_of_contacts, mask_contact_words to tandem_app;
