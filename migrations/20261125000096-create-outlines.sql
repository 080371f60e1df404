-- 取证提纲: which evidence proves which element on which track, said by a person, and the outlines made from what is not proved. Of both every
-- version is kept; the highest one holds.
create table evidence_links (
  id uuid not null,
  version integer not null check (version > 0),
  case_id uuid not null references cases (id),
  evidence_id uuid not null references evidence_items (id),
  state jsonb not null,
  reason text,
  changed_by uuid not null references persons (id),
  changed_at timestamptz not null,
  request_id uuid not null,
  primary key (id, version)
);
create index evidence_links_case on evidence_links (case_id, id, version desc);
comment on table evidence_links is '证明关系 every version of a link from an item of evidence to elements; the highest version holds, a removed one says so in its state';

create table outlines (
  id uuid not null,
  version integer not null check (version > 0),
  case_id uuid not null references cases (id),
  state jsonb not null,
  reason text,
  changed_by uuid not null references persons (id),
  changed_at timestamptz not null,
  request_id uuid not null,
  primary key (id, version)
);
create index outlines_case on outlines (case_id, id, version desc);
comment on table outlines is '提纲 every version of a supplementary-investigation outline (补充侦查提纲) or of an investigation outline (调查提纲)';

alter table evidence_links enable row level security;
create policy evidence_links_visible on evidence_links for select to tandem_app using (exists (select 1 from cases c where c.id = case_id));
create policy evidence_links_insert on evidence_links for insert to tandem_app
  with check (can_see_case(case_id) and changed_by = acting_person());
alter table outlines enable row level security;
create policy outlines_visible on outlines for select to tandem_app using (exists (select 1 from cases c where c.id = case_id));
create policy outlines_insert on outlines for insert to tandem_app with check (can_see_case(case_id) and changed_by = acting_person());
grant select, insert on evidence_links, outlines to tandem_app;
create trigger evidence_links_append_only before update or delete on evidence_links for each row execute function refuse_change();
create trigger evidence_links_no_truncate before truncate on evidence_links for each statement execute function refuse_change();
create trigger outlines_append_only before update or delete on outlines for each row execute function refuse_change();
create trigger outlines_no_truncate before truncate on outlines for each statement execute function refuse_change();
