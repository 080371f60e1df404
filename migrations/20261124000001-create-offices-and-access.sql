-- Runs as the owner role. The application role `tandem_app` owns nothing and gets the least it needs, table by table.
-- Row-level security asks current_setting('tandem.person'): every transaction sets it (see src/database).

create table offices (
  code char(6) primary key check (code ~ '^[0-9]{6}$'),
  level text not null check (level in ('supreme', 'provincial', 'city', 'county')),
  parent_code char(6) references offices (code),
  name_zh text not null,
  name_en text not null,
  check ((level = 'supreme') = (parent_code is null))
);
comment on table offices is '人民检察院 procuratorates as a tree; code = division code (GB/T 2260)';

create table persons (
  id uuid primary key,
  account text not null unique check (account = lower(account)),
  name text not null,
  password_hash text not null,
  office_code char(6) not null references offices (code),
  department text not null check (department in ('criminal', 'pil', 'juvenile', 'case-management', 'technology', 'inspection')),
  roles text[] not null check (roles <@ array['criminal-prosecutor', 'pil-prosecutor', 'technician', 'case-manager', 'leader', 'auditor', 'administrator']),
  disabled_at timestamptz,
  created_at timestamptz not null default now()
);
comment on table persons is '办案人员 persons who work in an office; password_hash is argon2id';

create table sessions (
  token_hash bytea primary key check (octet_length(token_hash) = 32),
  person_id uuid not null references persons (id),
  csrf_hash bytea not null check (octet_length(csrf_hash) = 32),
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz
);
comment on table sessions is 'server-side sessions: only hashes of the cookie and of the CSRF token are stored';
create index sessions_person on sessions (person_id);

create table sign_in_failures (
  account_hash bytea not null,
  at timestamptz not null
);
create index sign_in_failures_account on sign_in_failures (account_hash, at);

-- First answers of changes: the same request id of the same person again returns the first answer and changes nothing.
create table requests (
  person_id uuid not null references persons (id),
  request_id uuid not null,
  operation text not null,
  response jsonb not null,
  at timestamptz not null default now(),
  primary key (person_id, request_id)
);

-- Everything below an office, itself included.
create function offices_below(root char(6)) returns setof char(6) language sql stable as $$
  with recursive below as (
    select code from offices where code = root
    union all
    select o.code from offices o join below b on o.parent_code = b.code
  )
  select code from below
$$;

create function acting_person() returns uuid language sql stable as $$
  select nullif(current_setting('tandem.person', true), '')::uuid
$$;
-- The worker acts for nobody in particular; it says so itself and its entries carry no person.
create function acting_as_worker() returns boolean language sql stable as $$
  select coalesce(current_setting('tandem.worker', true), '') = 'on'
$$;

grant select on offices, persons to tandem_app;
grant insert on offices, persons to tandem_app;
grant select, insert, update on sessions to tandem_app;
grant select, insert, delete on sign_in_failures to tandem_app;
grant select, insert on requests to tandem_app;
