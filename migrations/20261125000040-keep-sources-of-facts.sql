-- 事实的出处 which count, table, calculation, evidence or statement each fact of a draft rests on; as immutable as the facts.
alter table assessments add column sources jsonb not null default '{}';
comment on column assessments.sources is '出处 by path of the fact; a known fact that is not in it has no source';

-- E-09: a draft becomes signed by nobody but a prosecutor who may sign it, on the day of the signature, in a case that is open. The
-- program asks the same; this holds for whoever reaches the tables past the program, the owner of the tables included.
create or replace function assessments_sign_only() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op = 'INSERT' then
    if num_nonnulls(new.signed_by, new.signed_at, new.signed_note) > 0 or new.version <> 1 then
      raise exception 'an assessment begins as a draft' using errcode = 'restrict_violation';
    end if;
    return new;
  end if;
  if tg_op = 'DELETE' or old.signed_by is not null
    or (new.id, new.case_id, new.facts, new.sources, new.answer, new.drafted_by, new.drafted_at)
      is distinct from (old.id, old.case_id, old.facts, old.sources, old.answer, old.drafted_by, old.drafted_at)
    or new.count_id is distinct from old.count_id then
    raise exception 'an assessment is signed once and never changed otherwise' using errcode = 'restrict_violation';
  end if;
  if new.signed_by is null then
    raise exception 'an assessment is signed by a named person' using errcode = 'restrict_violation';
  end if;
  if btrim(new.signed_note) = '' or new.signed_at < old.drafted_at then
    raise exception 'a signature says why, and comes after its draft' using errcode = 'restrict_violation';
  end if;
  if not exists (
    select 1 from case_members m
      join persons p on p.id = m.person_id and p.disabled_at is null and 'criminal-prosecutor' = any (p.roles)
      join cases c on c.id = m.case_id and c.stage <> 'closed'
    where m.case_id = new.case_id and m.person_id = new.signed_by and m.role in ('owner', 'criminal-prosecutor')
      and m.from_day <= (now() at time zone 'Asia/Shanghai')::date
      and (m.until_day is null or m.until_day >= (now() at time zone 'Asia/Shanghai')::date)
  ) then
    raise exception 'this person may not sign assessments of this case' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
drop trigger assessments_sign_only on assessments;
create trigger assessments_sign_only before insert or update or delete on assessments for each row execute function assessments_sign_only();
