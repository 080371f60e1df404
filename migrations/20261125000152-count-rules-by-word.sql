-- 按命中的词: what became of the prompts of a rule by the word it matched, over many offices. clue_rules by word, counted by the trigger that counts them by place.
create table clue_rule_term_counts (
  office_code char(6) not null references offices (code),
  rule text not null,
  term text not null,
  outcome text not null,
  reason_code text not null,
  many integer not null check (many >= 0),
  primary key (office_code, rule, term, outcome, reason_code)
);
comment on table clue_rule_term_counts is 'clue_rules that matched a single word, counted; kept by triggers at the end of each transaction';
insert into clue_rule_term_counts (office_code, rule, term, outcome, reason_code, many)
select office_code, rule, term, outcome, reason_code, count(*) from clue_rules where term is not null group by 1, 2, 3, 4, 5;
create index clue_rule_term_counts_rule on clue_rule_term_counts (rule, term);

create or replace function count_clue_rule() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform pg_advisory_xact_lock(7242115);
  if tg_op = 'UPDATE' then
    update clue_rule_counts set many = many - 1 where (office_code, rule, track, field, outcome, reason_code)
      = (old.office_code, old.rule, old.track, old.field, old.outcome, old.reason_code);
    update clue_rule_term_counts set many = many - 1 where (office_code, rule, term, outcome, reason_code)
      = (old.office_code, old.rule, old.term, old.outcome, old.reason_code);
  end if;
  insert into clue_rule_counts as c (office_code, rule, track, field, outcome, reason_code, many)
  values (new.office_code, new.rule, new.track, new.field, new.outcome, new.reason_code, 1)
  on conflict (office_code, rule, track, field, outcome, reason_code) do update set many = c.many + 1;
  if new.term is not null then
    insert into clue_rule_term_counts as c (office_code, rule, term, outcome, reason_code, many)
    values (new.office_code, new.rule, new.term, new.outcome, new.reason_code, 1)
    on conflict (office_code, rule, term, outcome, reason_code) do update set many = c.many + 1;
  end if;
  return null;
end $$;

alter table clue_rule_term_counts enable row level security;
create policy clue_rule_term_counts_read on clue_rule_term_counts for select to tandem_app using (office_code in (select visible_clue_offices()));
grant select on clue_rule_term_counts to tandem_app;
