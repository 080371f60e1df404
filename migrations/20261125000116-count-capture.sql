-- 捕获漏斗 of one office: what became of the documents attached in a period. Figures alone, for whoever sees the office's queue, and the whole of them: a clue that
-- was transferred elsewhere still counts for the office that read the document.
create function count_office_capture(office char(6), since timestamptz, before timestamptz, of_field text, of_industry text)
returns table (hits bigint, prompts bigint, waiting bigint, dismissed bigint, clues bigint, accepted bigint, cases bigint)
language sql stable security definer set search_path = public, pg_temp as $$
  select count(distinct q.document_id), count(*), count(*) filter (where q.outcome = 'waiting'), count(*) filter (where q.outcome = 'dismissed'),
    count(*) filter (where q.outcome in ('confirmed', 'accepted')), count(*) filter (where q.outcome = 'accepted'),
    count(distinct q.case_id) filter (where q.outcome = 'accepted')
  from clues q
  where q.prompted_by = office and office in (select visible_clue_offices())
    and q.document_at >= since and q.document_at < before
    and (of_field is null or q.field = of_field) and (of_industry is null or q.industry = of_industry)
$$;
-- All the funnel asks stands in its index: ten thousand prompts of an office lie scattered among a million.
drop index clues_prompted;
create index clues_prompted on clues (prompted_by, document_at) include (outcome, field, industry, document_id, case_id) where prompted_by is not null;
