-- Several ways into one notebook, and no moment in clear: a table tells the day at most, and the time is inside a seal.

create table way_in (
    -- Made from the key words, or the passphrase, by Argon2id; finds the notebook, opens nothing.
    locator     varchar(64) not null primary key,
    notebook_id uuid        not null references notebook on delete cascade,
    -- 'words' or 'phrase'.
    kind        varchar(8)  not null,
    -- The notebook's own key, sealed with the other key that the words or the passphrase make.
    wrapped_key bytea       not null,
    revision    bigint      not null,
    constraint one_way_of_a_kind unique (notebook_id, kind)
);
insert into way_in (locator, notebook_id, kind, wrapped_key, revision)
    select locator, id, 'words', wrapped_key, 0 from notebook;

alter table notebook drop column locator;
alter table notebook drop column wrapped_key;
-- The day it was last open, so that one that nobody opens any more can go.
alter table notebook add column opened_on date default current_date not null;
-- The place of the note that was written last.
alter table notebook add column last_place bigint default 0 not null;
create index notebook_unopened on notebook (opened_on);

-- A pass lasts for an evening: whoever has one open types the words once more.
delete from pass;
alter table pass drop column last_used_at;
-- When it was opened and last used, and the words it was opened with, each in a seal.
alter table pass add column sealed_use bytea not null;
alter table pass add column sealed_words bytea not null;
alter table pass add column used_on date not null;
create index pass_rested_since on pass (used_on);

alter table note add column written_on date default current_date not null;
-- The order in which notes were written, which their days alone do not tell.
alter table note add column place bigint default 0 not null;
alter table note add column deleted_on date;
update note set written_on = cast(written_at as date), deleted_on = cast(deleted_at as date),
    place = (select count(*) from note other where other.notebook_id = note.notebook_id
        and (other.written_at < note.written_at or (other.written_at = note.written_at and other.id <= note.id)));
update notebook set last_place = (select count(*) from note where note.notebook_id = notebook.id);
drop index note_newest;
drop index note_deleted;
alter table note drop column written_at;
alter table note drop column changed_at;
alter table note drop column deleted_at;
alter table note add constraint one_note_a_place unique (notebook_id, written_on, place);
create index note_deleted_since on note (deleted_on);
