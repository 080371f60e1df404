-- 留痕: append-only by grant (no update, delete, truncate) and by trigger, hash-chained by the database itself.
create table audit_entries (
  seq bigint primary key,
  at timestamptz not null,
  kind text not null,
  data jsonb not null,
  person_id uuid,
  office_code char(6),
  case_id uuid,
  request_id text not null,
  previous_hash bytea not null check (octet_length(previous_hash) = 32),
  hash bytea not null unique check (octet_length(hash) = 32)
);
comment on table audit_entries is '留痕 one entry a row; hash = sha256(previous_hash || canonical text of the row), see audit_canonical';
create index audit_entries_case on audit_entries (case_id, seq);
create index audit_entries_person on audit_entries (person_id, seq);
create index audit_entries_kind on audit_entries (kind, seq);

-- The text that is hashed: fields joined by LF; null is the empty string; time in microseconds UTC; data as jsonb prints it.
create function audit_canonical(seq bigint, at timestamptz, kind text, data jsonb, person_id uuid, office_code char(6), case_id uuid, request_id text)
returns text language sql immutable as $$
  select concat_ws(E'\n', seq::text, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), kind, data::text,
    coalesce(person_id::text, ''), coalesce(office_code::text, ''), coalesce(case_id::text, ''), request_id)
$$;

-- Numbers and chains each entry under one lock, so that concurrent writers queue and cannot fork the chain. What the writer
-- gives for seq, previous_hash and hash is overwritten.
create function audit_chain() returns trigger language plpgsql as $$
declare last record;
begin
  perform pg_advisory_xact_lock(7242000);
  select e.seq, e.hash into last from audit_entries e order by e.seq desc limit 1;
  new.seq := coalesce(last.seq, 0) + 1;
  new.at := date_trunc('microseconds', clock_timestamp());
  new.previous_hash := coalesce(last.hash, decode(repeat('00', 32), 'hex'));
  new.hash := sha256(new.previous_hash || convert_to(audit_canonical(new.seq, new.at, new.kind, new.data, new.person_id, new.office_code, new.case_id, new.request_id), 'UTF8'));
  return new;
end $$;
create trigger audit_entries_chain before insert on audit_entries for each row execute function audit_chain();

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% of % is refused: the table is append-only', tg_op, tg_table_name using errcode = 'restrict_violation';
end $$;
create trigger audit_entries_append_only before update or delete on audit_entries for each row execute function refuse_change();
create trigger audit_entries_no_truncate before truncate on audit_entries for each statement execute function refuse_change();

grant select, insert on audit_entries to tandem_app;
