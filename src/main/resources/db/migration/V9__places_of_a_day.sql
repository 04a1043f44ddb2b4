-- A new note takes the place after the newest one of its day. So one index can both hold places and order lists, where an index
-- can carry a column for its readers alone (PostgreSQL: R__layout). And the last place tells no more how many notes there
-- ever were.
drop index one_note_a_place;
create unique index one_note_a_place on note (notebook_id, written_on, place);
