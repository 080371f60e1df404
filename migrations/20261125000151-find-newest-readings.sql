-- The newest finished reading of each document of an office, of the cases whose rows the person may see: asked once a query (row_cases) and not once a reading.
create function newest_readings(office char(6)) returns table (id uuid, document_id uuid, case_id uuid)
language sql stable security definer set search_path = public, pg_temp as $$
  select distinct on (r.document_id) r.id, r.document_id, r.case_id
  from document_readings r join cases c on c.id = r.case_id
  where r.status = 'done' and c.office_code = office and (acting_as_worker() or r.case_id in (select row_cases()))
  order by r.document_id, r.number desc
$$;
revoke all on function newest_readings from public;
grant execute on function newest_readings to tandem_app;
create index document_readings_done on document_readings (case_id, document_id, number desc) include (id) where status = 'done';
