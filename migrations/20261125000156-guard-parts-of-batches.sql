-- 成批阅读: a part that ends its worker each time must not end its batch. After a worker died, parts are tried one by one, and which one is being tried is known before it is.
alter table document_batches
  add column trying_part integer check (trying_part > 0),
  add column tries integer not null default 0 check (tries >= 0),
  add check ((trying_part is null) = (tries = 0));
comment on column document_batches.trying_part is 'the part a worker is at work on, known only after one before died in the middle; tries: how often it was begun';
grant update (trying_part, tries) on document_batches to tandem_app;
