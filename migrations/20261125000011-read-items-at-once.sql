-- Row-level security asks about every row; a work-list has tens of thousands, all of one case. These functions ask once, for the case of the
-- count, and then read as the owner: a page of the list and its progress answer while a person decides by the keyboard.

-- What holds of every item of a case that anybody decided, one row an item.
create function held_decisions(asked_case uuid)
returns table (fingerprint bytea, decision text, reason text, rules text[], wrong_rules text[], step text, tier char(1), place jsonb, decided_by uuid, decided_at timestamptz)
language sql stable security definer set search_path = public, pg_temp as $$
  select last.fingerprint, last.decision, last.reason, last.rules, last.wrong_rules, last.step, last.tier, last.place, last.decided_by, last.decided_at
  from (
    select distinct on (d.fingerprint) d.* from item_decisions d
    where d.case_id = asked_case and (select can_see_rows(asked_case))
    order by d.fingerprint, d.id desc
  ) last
  where last.decision <> 'undone'
$$;

-- Items of a count by tier and state; `listed` were open when it was made, `unsettled` have a decision that changes figures it does not hold.
create function item_states(asked uuid)
returns table (tier char(1), state text, items bigint, listed bigint, unsettled bigint)
language sql stable security definer set search_path = public, pg_temp as $$
  select i.tier, coalesce(h.decision, case i.step when 'valid' then 'open' else 'excluded' end), count(*),
    count(*) filter (where i.step = 'valid' and i.counted_as is null),
    count(*) filter (where coalesce(nullif(h.decision, 'confirmed'), '') <> coalesce(nullif(i.counted_as, 'confirmed'), ''))
  from counts c
  join count_items i on i.count_id = c.id
  left join held_decisions(c.case_id) h on h.fingerprint = i.fingerprint
  where c.id = asked and can_see_rows(c.case_id)
  group by 1, 2
$$;

-- The next items of a count in a state, in the order of the evidence.
create function items_in_state(asked uuid, wanted text, only_tier char(1), after_seq integer, most integer)
returns table (seq integer, fingerprint bytea, tier char(1), step text, rules text[], "row" jsonb, decision text, reason text, wrong_rules text[], decided_by uuid, decided_at timestamptz)
language sql stable security definer set search_path = public, pg_temp as $$
  select i.seq, i.fingerprint, i.tier, i.step, i.rules, i.row, h.decision, h.reason, h.wrong_rules, h.decided_by, h.decided_at
  from count_items i
  left join lateral (
    select d.* from item_decisions d where d.case_id = i.case_id and d.fingerprint = i.fingerprint order by d.id desc limit 1
  ) h on true
  where i.count_id = asked and i.seq > after_seq and (only_tier is null or i.tier = only_tier)
    and (select can_see_rows(c.case_id) from counts c where c.id = asked)
    and coalesce(nullif(h.decision, 'undone'), case i.step when 'valid' then 'open' else 'excluded' end) = wanted
  order by i.seq
  limit most
$$;

revoke execute on function held_decisions(uuid), item_states(uuid), items_in_state(uuid, text, char, integer, integer) from public;
grant execute on function held_decisions(uuid), item_states(uuid), items_in_state(uuid, text, char, integer, integer) to tandem_app;
