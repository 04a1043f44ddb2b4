-- Lists of notes are read a page at a time, the newest first. The day a note was deleted stands in the index too, so that
-- deleted notes are passed over, and months are listed, without touching the rows.
create index note_newest on note (notebook_id, written_on desc, place desc, deleted_on);
create index note_deleted_in on note (notebook_id, deleted_on);
