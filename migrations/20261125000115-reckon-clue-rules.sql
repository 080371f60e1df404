-- 规则效果: what became of the prompts each rule took part in. A prompt is counted for the office whose documents were read, wherever its clue went later.

-- What the queue and the capture funnel filter by, and what a person said of a prompt in the end.
alter table clues add column tracks text[] not null default '{}';
alter table clues add column industry text;
alter table clues add column document_id uuid references case_documents (id);
alter table clues add column document_at timestamptz;
alter table clues add column prompted_by char(6) references offices (code);
alter table clues add column outcome text check (outcome in ('waiting', 'confirmed', 'accepted', 'dismissed'));
alter table clues add column dismissed_for text;
comment on column clues.document_at is 'when the document that prompted it was attached: the period of the capture funnel';
comment on column clues.prompted_by is 'office whose reading prompted it, which never changes; null: entered by a person';
comment on column clues.outcome is 'what became of a prompt; null: entered by a person';
comment on column clues.dismissed_for is 'code of the reason, while it is dismissed';

create table clue_rules (
  clue_id uuid not null references clues (id),
  rule text not null check (length(rule) between 1 and 60),
  office_code char(6) not null references offices (code),
  track text not null,
  field text not null,
  term text check (length(term) <= 120),
  speaks_for boolean not null,
  outcome text not null check (outcome in ('waiting', 'confirmed', 'accepted', 'dismissed')),
  reason_code text not null,
  primary key (clue_id, rule)
);
comment on table clue_rules is 'the rules (signs of the reading) a prompt rests on, with what became of it; reason_code: empty unless dismissed';
comment on column clue_rules.term is 'word of the lexicon that was matched; null where the rule matches no single word';

create table clue_rule_counts (
  office_code char(6) not null references offices (code),
  rule text not null,
  track text not null,
  field text not null,
  outcome text not null,
  reason_code text not null,
  many integer not null check (many >= 0),
  primary key (office_code, rule, track, field, outcome, reason_code)
);
comment on table clue_rule_counts is 'clue_rules counted; kept by triggers at the end of each transaction';

create table clue_rule_decisions (
  office_code char(6) not null references offices (code),
  rule text not null check (length(rule) between 1 and 60),
  seq integer not null check (seq > 0),
  decision text not null check (decision in ('retire', 'keep')),
  reason text not null check (length(reason) between 1 and 1000),
  decided_by uuid not null references persons (id),
  decided_at timestamptz not null,
  primary key (office_code, rule, seq)
);
comment on table clue_rule_decisions is '停用 or 保留 of a rule in an office, by a named person; the newest holds for later readings';
create trigger clue_rule_decisions_append_only before update or delete on clue_rule_decisions for each row execute function refuse_change();
create trigger clue_rule_decisions_no_truncate before truncate on clue_rule_decisions for each statement execute function refuse_change();

create table document_prompts_withheld (
  reading_id uuid not null references document_readings (id),
  document_id uuid not null references case_documents (id),
  case_id uuid not null references cases (id),
  office_code char(6) not null references offices (code),
  track text not null,
  field text not null,
  rules text[] not null,
  withheld_at timestamptz not null,
  primary key (reading_id, track, field)
);
comment on table document_prompts_withheld is 'prompts of a reading that rest on nothing but rules the office has retired: not prompted, and not forgotten';
create index document_prompts_withheld_document on document_prompts_withheld (document_id);
create index document_prompts_withheld_office on document_prompts_withheld (office_code, withheld_at);
create trigger document_prompts_withheld_append_only before update or delete on document_prompts_withheld for each row execute function refuse_change();

-- What is known of clues there are already: the newest content, the office that read the document, the last reason of a dismissal.
update clues q set
  tracks = coalesce((select array_agg(t) from jsonb_array_elements_text(e.data -> 'content' -> 'tracks') t), '{}'),
  industry = e.data -> 'content' ->> 'industry'
from clue_events e
where e.clue_id = q.id and e.type in ('registered', 'corrected')
  and e.version = (select max(version) from clue_events m where m.clue_id = q.id and m.type in ('registered', 'corrected'));
update clues q set
  document_id = (select d.id from case_documents d where d.id = (e.data -> 'origin' ->> 'documentId')::uuid),
  prompted_by = e.data ->> 'officeCode',
  outcome = case q.state when 'prompted' then 'waiting' when 'accepted' then 'accepted' when 'dismissed' then 'dismissed' else 'confirmed' end
from clue_events e
where e.clue_id = q.id and e.type = 'registered' and (e.data ->> 'prompted')::boolean;
update clues q set document_at = d.attached_at from case_documents d where d.id = q.document_id;
update clues q set dismissed_for = (select e.data ->> 'code' from clue_events e
  where e.clue_id = q.id and e.type = 'dismissed' order by e.version desc limit 1)
where q.state = 'dismissed';

-- Until now a sentence of a prompt named its rule by Chinese words only, followed by the words of the document.
insert into clue_rules (clue_id, rule, office_code, track, field, term, speaks_for, outcome, reason_code)
select distinct on (q.id, r.rule) q.id, r.rule, q.prompted_by, coalesce(e.data -> 'content' -> 'tracks' ->> 0, 'none'), e.data -> 'content' ->> 'field',
  case when r.is_word then left(substr(s ->> 'term', length(r.words) + 2), 120) end,
  r.rule not in ('few-items', 'cards-only'), q.outcome, coalesce(q.dismissed_for, '')
from clues q
join clue_events e on e.clue_id = q.id and e.type = 'registered'
cross join lateral jsonb_array_elements(e.data -> 'content' -> 'sentences') s
join (values
  ('charge-personal-information', '罪名涉及公民个人信息', false),
  ('data-words-once', '写到个人信息', true),
  ('data-words-often', '多处写到个人信息', true),
  ('data-words-throughout', '通篇写到个人信息', true),
  ('object-of-the-act', '行为对象是个人信息', false),
  ('unlawful-processing', '违法处理个人信息', false),
  ('black-talk', '黑话', true),
  ('items-100', '100条以上', false),
  ('items-500', '500条以上', false),
  ('items-5000', '5000条以上', false),
  ('items-50000', '5万条以上', false),
  ('especially-serious', '情节特别严重', false),
  ('gains-5000', '违法所得5000元以上', false),
  ('insider', '内部人员', false),
  ('source-named', '写明泄露源头', true),
  ('conduct-sell', '出售、提供', true),
  ('conduct-obtain', '非法获取', true),
  ('used-for', '写明下游用途', true),
  ('many-persons', '涉及不特定多数人', false),
  ('special-group', '特殊群体', true),
  ('few-items', '条数少', false),
  ('cards-only', '仅为银行卡信息', false),
  ('supervision', '涉及行政机关监管职责', false),
  ('gap-of-a-unit', '单位管理有漏洞', false),
  ('crime-named', '写明涉嫌犯罪', false),
  ('crime-by-number', '条数达到入罪标准', false),
  ('fraud-without-source', '电信网络诈骗，未写明个人信息来源', false)
) r (rule, words, is_word) on s ->> 'term' = r.words or starts_with(s ->> 'term', r.words || '：')
where q.prompted_by is not null
order by q.id, r.rule;
insert into clue_rule_counts (office_code, rule, track, field, outcome, reason_code, many)
select office_code, rule, track, field, outcome, reason_code, count(*) from clue_rules group by 1, 2, 3, 4, 5, 6;

create index clue_rules_office on clue_rules (office_code, rule);
create index clues_prompted on clues (prompted_by, document_at) where prompted_by is not null;
create index case_documents_attached on case_documents (attached_at desc, id);

-- The rules of a prompt follow its clue, whoever acts on it and in whichever office it lies by then.
create function follow_clue_outcome() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update clue_rules set outcome = new.outcome, reason_code = coalesce(new.dismissed_for, '') where clue_id = new.id;
  return null;
end $$;
create trigger clues_follow_outcome after update of outcome, dismissed_for on clues for each row
  when (new.outcome is not null and (old.outcome, old.dismissed_for) is distinct from (new.outcome, new.dismissed_for))
  execute function follow_clue_outcome();

-- Counted at the very end of a transaction, one after another, so that two of them cannot wait for each other's counts.
create function count_clue_rule() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform pg_advisory_xact_lock(7242115);
  if tg_op = 'UPDATE' then
    update clue_rule_counts set many = many - 1 where (office_code, rule, track, field, outcome, reason_code)
      = (old.office_code, old.rule, old.track, old.field, old.outcome, old.reason_code);
  end if;
  insert into clue_rule_counts as c (office_code, rule, track, field, outcome, reason_code, many)
  values (new.office_code, new.rule, new.track, new.field, new.outcome, new.reason_code, 1)
  on conflict (office_code, rule, track, field, outcome, reason_code) do update set many = c.many + 1;
  return null;
end $$;
create constraint trigger clue_rules_count after insert or update on clue_rules deferrable initially deferred
  for each row execute function count_clue_rule();

-- 捕获漏斗 how many documents an office has attached and read in a period: figures alone, for whoever sees the office's queue; texts stay with the case's team.
create function count_office_documents(office char(6), since timestamptz, before timestamptz) returns table (documents bigint, read bigint)
language sql stable security definer set search_path = public, pg_temp as $$
  select count(*), count(*) filter (where exists (select 1 from document_readings r where r.document_id = d.id and r.status = 'done'))
  from case_documents d join cases c on c.id = d.case_id
  where c.office_code = office and office in (select visible_clue_offices())
    and d.attached_at >= since and d.attached_at < before
$$;

alter table clue_rules enable row level security;
create policy clue_rules_read on clue_rules for select to tandem_app using (office_code in (select visible_clue_offices()));
create policy clue_rules_insert on clue_rules for insert to tandem_app with check (acting_as_worker());
alter table clue_rule_counts enable row level security;
create policy clue_rule_counts_read on clue_rule_counts for select to tandem_app using (office_code in (select visible_clue_offices()));
alter table clue_rule_decisions enable row level security;
create policy clue_rule_decisions_read on clue_rule_decisions for select to tandem_app using (office_code in (select visible_clue_offices()));
create policy clue_rule_decisions_insert on clue_rule_decisions for insert to tandem_app with check (
  decided_by = acting_person() and exists (select 1 from persons p where p.id = acting_person() and p.office_code = clue_rule_decisions.office_code));
alter table document_prompts_withheld enable row level security;
create policy document_prompts_withheld_read on document_prompts_withheld for select to tandem_app
  using (office_code in (select visible_clue_offices()) or exists (select 1 from cases c where c.id = case_id));
create policy document_prompts_withheld_insert on document_prompts_withheld for insert to tandem_app with check (acting_as_worker());

grant select, insert on clue_rules, clue_rule_decisions, document_prompts_withheld to tandem_app;
grant select on clue_rule_counts to tandem_app;
grant update (tracks, industry, outcome, dismissed_for) on clues to tandem_app;
