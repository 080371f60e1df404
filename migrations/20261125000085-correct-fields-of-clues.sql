-- A correction may change what a clue is about and whether an insider took part: the queue filters by both.
grant update (field, insider, score) on clues to tandem_app;
