-- What only PostgreSQL can do to make a save cheaper. Run again whenever this file changes.

-- A note in one piece, up to the size that most have, instead of five: laying the pieces out took a third of a save. They
-- are not compressed, for nothing in a seal can be made smaller.
alter table note alter column sealed_heading set storage main;
alter table note alter column sealed_body set storage main;
alter table note set (toast_tuple_target = 8160);

-- Only the few notes that were deleted are in these.
drop index note_deleted_in;
create index note_deleted_in on note (notebook_id, deleted_on) where deleted_on is not null;
drop index note_deleted_since;
create index note_deleted_since on note (deleted_on, notebook_id) where deleted_on is not null;

-- One index for what two do elsewhere: no place of a day is given twice, and lists are read the newest first, without the
-- deleted ones.
drop index note_newest;
create unique index note_newest on note (notebook_id, written_on desc, place desc) include (deleted_on);
drop index if exists one_note_a_place;

-- Asking for the notebook's row, and locking it, took a tenth of what a save costs here. A save asks for the pass instead, and
-- what erases a notebook removes its row last, with a note that came in the meantime (Notebooks.tidy). H2 has this key.
alter table note drop constraint if exists note_in_notebook;
