-- 线索移送: a clue on its way to another department, procuratorate or organ. The record is the list of events; `clue_transfers` is its fold.
create table clue_transfers (
  id uuid primary key,
  clue_id uuid not null references clues (id),
  kind text not null check (kind in ('department', 'procuratorate', 'outside')),
  direction text check (direction in ('sideways', 'upward')),
  from_office char(6) not null references offices (code),
  from_department text not null,
  to_office char(6) references offices (code),
  to_department text,
  to_organ text,
  status text not null check (status in ('handed', 'registered', 'forwarded', 'received', 'reported', 'accepted', 'declined', 'closed', 'withdrawn')),
  forwarded boolean not null,
  number text,
  title text not null,
  leg text check (leg in ('register', 'forward', 'receive', 'decide', 'settle', 'feedback')),
  due date,
  document_id uuid references legal_documents (id),
  sent_at timestamptz not null,
  version integer not null check (version > 0),
  updated_at timestamptz not null
);
-- One holder, one way at a time: a clue that is under way cannot be handed over a second time.
create unique index clue_transfers_under_way on clue_transfers (clue_id) where status in ('handed', 'registered', 'forwarded', 'received', 'reported');
create unique index clue_transfers_number on clue_transfers (from_office, number) where number is not null;
create index clue_transfers_from on clue_transfers (from_office, status, due);
create index clue_transfers_to on clue_transfers (to_office, status, due) where forwarded;
comment on table clue_transfers is '线索移送; the receiving side sees it once case management has forwarded it';

create table clue_transfer_events (
  transfer_id uuid not null references clue_transfers (id) deferrable initially deferred,
  version integer not null check (version > 0),
  type text not null,
  data jsonb not null,
  person_id uuid not null references persons (id),
  at timestamptz not null,
  request_id uuid not null,
  primary key (transfer_id, version)
);
create trigger clue_transfer_events_append_only before update or delete on clue_transfer_events for each row execute function refuse_change();
create trigger clue_transfer_events_no_truncate before truncate on clue_transfer_events for each statement execute function refuse_change();

alter table clue_transfers enable row level security;
create policy clue_transfers_visible on clue_transfers for select to tandem_app
  using (from_office in (select visible_clue_offices()) or (forwarded and to_office in (select visible_clue_offices())));
create policy clue_transfers_insert on clue_transfers for insert to tandem_app with check (works_in_office(from_office));
create policy clue_transfers_update on clue_transfers for update to tandem_app
  using (works_in_office(from_office) or (forwarded and works_in_office(to_office)))
  with check (works_in_office(from_office) or (forwarded and (works_in_office(to_office))));
alter table clue_transfer_events enable row level security;
create policy clue_transfer_events_visible on clue_transfer_events for select to tandem_app
  using (exists (select 1 from clue_transfers t where t.id = transfer_id));
create policy clue_transfer_events_insert on clue_transfer_events for insert to tandem_app with check (person_id = acting_person());

grant select, insert on clue_transfers to tandem_app;
grant update (to_office, status, forwarded, number, leg, due, version, updated_at) on clue_transfers to tandem_app;
grant select, insert on clue_transfer_events to tandem_app;

-- While a clue waits for the receiving side, that side sees it and can take it or give it back.
create function receives_clue(of_clue uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select exists (
    select 1 from clue_transfers t
    where t.clue_id = of_clue and t.forwarded and t.status in ('forwarded', 'received', 'reported') and works_in_office(t.to_office))
$$;
create or replace function can_see_clue(of_clue uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select can_see_clue(c.office_code, c.case_id) or receives_clue(c.id) from clues c where c.id = of_clue
$$;
create policy clues_received on clues for select to tandem_app using (receives_clue(id));
create policy clues_taken on clues for update to tandem_app using (receives_clue(id)) with check (receives_clue(id) or can_see_clue(office_code, case_id));
