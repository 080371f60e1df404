-- A replay may go over all the documents of a large office; what changes is found by an index, not by reading every outcome.
alter table lexicon_replays drop constraint lexicon_replays_newest_check;
alter table lexicon_replays add constraint lexicon_replays_newest_check check (newest between 1 and 50000);
alter table lexicon_replay_documents add column moved integer generated always as (
  case when outcome is null then null else
    jsonb_array_length(outcome -> 'clues') * 1000 + jsonb_array_length(outcome -> 'facts') * 100 + jsonb_array_length(outcome -> 'terms')
    + case when jsonb_typeof(outcome -> 'problem') = 'null' then 0 else 1 end
  end) stored;
comment on column lexicon_replay_documents.moved is 'how much the draft changes in the document: prompts before facts before terms; 1 where it could not be read, 0: nothing, null: not compared yet';
create index lexicon_replay_documents_moved on lexicon_replay_documents (replay_id, moved desc, place) where moved > 0;
create index lexicon_replay_documents_next on lexicon_replay_documents (replay_id, place) where outcome is null;
