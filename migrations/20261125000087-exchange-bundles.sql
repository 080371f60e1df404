-- 移送包: clues between installations that are not connected. A key whose fingerprint nobody confirmed opens nothing; a bundle is taken in once.
create table transfer_partners (
  fingerprint text primary key check (fingerprint ~ '^[0-9a-f]{64}$'),
  public_key text not null,
  office text not null,
  trusted_by uuid not null references persons (id),
  trusted_at timestamptz not null
);
comment on table transfer_partners is 'keys of other installations whose fingerprint a person confirmed';
create trigger transfer_partners_append_only before update or delete on transfer_partners for each row execute function refuse_change();
create trigger transfer_partners_no_truncate before truncate on transfer_partners for each statement execute function refuse_change();

create table transfer_bundles (
  bundle_id uuid not null,
  kind text not null check (kind in ('transfer', 'receipt')),
  fingerprint text not null references transfer_partners (fingerprint),
  office_code char(6) not null references offices (code),
  clue_id uuid references clues (id),
  transfer_id uuid references clue_transfers (id),
  imported_by uuid not null references persons (id),
  imported_at timestamptz not null,
  primary key (bundle_id, kind)
);
comment on table transfer_bundles is '移送包 and receipts that were taken in, each once';
create trigger transfer_bundles_append_only before update or delete on transfer_bundles for each row execute function refuse_change();
create trigger transfer_bundles_no_truncate before truncate on transfer_bundles for each statement execute function refuse_change();

alter table transfer_partners enable row level security;
create policy transfer_partners_visible on transfer_partners for select to tandem_app using (true);
create policy transfer_partners_insert on transfer_partners for insert to tandem_app with check (trusted_by = acting_person());
alter table transfer_bundles enable row level security;
create policy transfer_bundles_visible on transfer_bundles for select to tandem_app using (office_code in (select visible_clue_offices()));
create policy transfer_bundles_insert on transfer_bundles for insert to tandem_app
  with check (imported_by = acting_person() and works_in_office(office_code));
grant select, insert on transfer_partners, transfer_bundles to tandem_app;
