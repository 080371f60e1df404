-- 不再提示 the prompts withheld in one office (or in all whose queue the person sees) that no later reading made: which they are does not hang on whose cases the
-- person sees, so that a figure is the same for all who see the queue. Their documents and cases are read under the policies of these.
create function withheld_prompts(office char(6)) returns setof document_prompts_withheld
language sql stable security definer set search_path = public, pg_temp as $$
  select w.* from document_prompts_withheld w
  where w.office_code in (select visible_clue_offices()) and (office is null or w.office_code = office)
    and not exists (select 1 from document_prompts k where (k.document_id, k.track, k.field) = (w.document_id, w.track, w.field))
$$;
revoke all on function withheld_prompts from public;
grant execute on function withheld_prompts to tandem_app;
