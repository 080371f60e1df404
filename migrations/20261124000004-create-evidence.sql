-- 证据: objects are the stored bytes (once per content), items are what a case holds of them.
create table evidence_objects (
  sha256 bytea primary key check (octet_length(sha256) = 32),
  sm3 bytea not null check (octet_length(sm3) = 32),
  bytes bigint not null check (bytes >= 0),
  wrapped_key bytea not null,
  chunk_bytes integer not null check (chunk_bytes > 0),
  stored_at timestamptz not null
);
comment on column evidence_objects.wrapped_key is 'data key of this object, wrapped by the master key of the key file (AES-256-GCM)';

create table evidence_items (
  id uuid primary key,
  case_id uuid not null references cases (id),
  path text not null,
  sha256 bytea not null references evidence_objects (sha256),
  custody jsonb not null,
  version integer not null check (version > 0),
  taken_in_at timestamptz not null,
  taken_in_by uuid not null references persons (id),
  verified_at timestamptz,
  verified_intact boolean,
  verified_problem text
);
create index evidence_items_case on evidence_items (case_id, path);
create index evidence_items_object on evidence_items (sha256);

create table evidence_events (
  evidence_id uuid not null references evidence_items (id),
  version integer not null check (version > 0),
  type text not null check (type in ('taken-in', 'custody-recorded', 'transferred', 'defect-cured', 'verified', 'read-for-count')),
  data jsonb not null,
  person_id uuid references persons (id),
  at timestamptz not null,
  request_id text not null,
  primary key (evidence_id, version)
);
create trigger evidence_events_append_only before update or delete on evidence_events for each row execute function refuse_change();
create trigger evidence_events_no_truncate before truncate on evidence_events for each statement execute function refuse_change();

alter table evidence_items enable row level security;
create policy evidence_items_visible on evidence_items to tandem_app using (can_see_case(case_id)) with check (can_see_case(case_id));
alter table evidence_events enable row level security;
create policy evidence_events_visible on evidence_events to tandem_app
  using (exists (select 1 from evidence_items i where i.id = evidence_id)) with check (exists (select 1 from evidence_items i where i.id = evidence_id));

grant select, insert on evidence_objects to tandem_app;
grant select, insert, update on evidence_items to tandem_app;
grant select, insert on evidence_events to tandem_app;
