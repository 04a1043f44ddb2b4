-- A new note takes the place after the newest one, which this index tells. It needs no number kept with the notebook, so a
-- save changes one row instead of two, and nothing tells any more how many notes there ever were.
alter table note drop constraint one_note_a_place;
create unique index one_note_a_place on note (notebook_id, place desc);
alter table notebook drop column last_place;
