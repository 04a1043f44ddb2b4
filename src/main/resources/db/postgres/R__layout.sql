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
