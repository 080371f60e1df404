-- A hit's id is what readers of UUIDs take for one: version 8 (of our own making), variant 10. Still one way.
create or replace function hit_id(of_clue uuid, other_matter uuid) returns uuid language sql immutable as $$
  select (substr(h, 1, 12) || '8' || substr(h, 14, 3) || '8' || substr(h, 18, 15))::uuid
  from encode(sha256(convert_to(of_clue::text || ' ' || other_matter::text, 'UTF8')), 'hex') as h
$$;
