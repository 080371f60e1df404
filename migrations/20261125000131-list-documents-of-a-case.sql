-- Whether a person sees the rows of a case is asked once a list and not once a row: a case may have ten thousand documents.
create function find_case_documents(of_case uuid, words text, many integer, skip integer) returns table (id uuid)
language sql stable security definer set search_path = public, pg_temp as $$
  select d.id from case_documents d join evidence_items e on e.id = d.evidence_id
  where d.case_id = of_case and can_see_rows(of_case)
    and (words = '' or position(lower(words) in lower(coalesce(d.part_name, e.path))) > 0)
  order by d.attached_at desc, d.part, d.id limit many offset skip
$$;
create function count_case_documents(of_case uuid, words text) returns bigint
language sql stable security definer set search_path = public, pg_temp as $$
  select count(*) from case_documents d join evidence_items e on e.id = d.evidence_id
  where d.case_id = of_case and can_see_rows(of_case)
    and (words = '' or position(lower(words) in lower(coalesce(d.part_name, e.path))) > 0)
$$;
create function find_attached_evidence(of_case uuid) returns table (id uuid)
language sql stable security definer set search_path = public, pg_temp as $$
  select evidence_id from case_documents where case_id = of_case and part = 0 and can_see_rows(of_case)
  union select evidence_id from document_batches where case_id = of_case and can_see_rows(of_case)
$$;
revoke all on function find_case_documents, count_case_documents, find_attached_evidence from public;
grant execute on function find_case_documents, count_case_documents, find_attached_evidence to tandem_app;
