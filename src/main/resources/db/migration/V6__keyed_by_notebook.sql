-- Every private row belongs to one notebook and is keyed by it first, so that a notebook's rows can lie together on one of
-- many machines (src/deploy/citus.sql). Standard SQL cannot change a key that has no name: the tables are made anew.

create table keyed_note (
    notebook_id    uuid   not null,
    id             uuid   not null,
    sealed_heading bytea  not null,
    sealed_body    bytea  not null,
    written_on     date   not null,
    -- The order in which notes were written, which their days alone do not tell.
    place          bigint not null,
    deleted_on     date,
    revision       bigint not null,
    constraint note_key primary key (notebook_id, id),
    constraint note_in_notebook foreign key (notebook_id) references notebook (id) on delete cascade
);
insert into keyed_note (notebook_id, id, sealed_heading, sealed_body, written_on, place, deleted_on, revision)
    select notebook_id, id, sealed_heading, sealed_body, written_on, place, deleted_on, revision from note;
drop table note;
alter table keyed_note rename to note;
alter table note add constraint one_note_a_place unique (notebook_id, written_on, place);
-- As before: a page of a list, and what was deleted, are read without touching other rows.
create index note_newest on note (notebook_id, written_on desc, place desc, deleted_on);
create index note_deleted_in on note (notebook_id, deleted_on);
-- For housekeeping, which looks up notebooks by the day on which something in them is due.
create index note_deleted_since on note (deleted_on, notebook_id);

-- The cookies of before do not name their notebook, so nobody could come back with one: whoever has a notebook open types
-- the words once more.
drop table pass;
create table pass (
    notebook_id  uuid        not null,
    -- Made from the secret in the browser's cookie, in which the notebook's id stands too.
    locator      varchar(64) not null,
    wrapped_key  bytea       not null,
    -- When it was opened and last used, and the words it was opened with, each in a seal.
    sealed_use   bytea       not null,
    sealed_words bytea       not null,
    used_on      date        not null,
    revision     bigint      not null,
    constraint pass_key primary key (notebook_id, locator),
    constraint pass_in_notebook foreign key (notebook_id) references notebook (id) on delete cascade
);
create index pass_rested_since on pass (used_on, notebook_id);

-- A directory, found by what words become. A notebook's row says which entries are its own, and that it has one of a kind:
-- on many machines entry and notebook lie apart, and no constraint reaches from one to the other.
alter table notebook add column words_locator varchar(64);
alter table notebook add column phrase_locator varchar(64);
update notebook set
    words_locator = (select w.locator from way_in w where w.notebook_id = notebook.id and w.kind = 'words'),
    phrase_locator = (select w.locator from way_in w where w.notebook_id = notebook.id and w.kind = 'phrase');
-- An erasure that was cut short: first in the queue of those that nobody opens.
update notebook set opened_on = date '1970-01-01' where words_locator is null;

create table keyed_way_in (
    -- Made from the key words, or the passphrase, by Argon2id; finds the notebook, opens nothing.
    locator     varchar(64) not null,
    notebook_id uuid        not null,
    -- 'words' or 'phrase'.
    kind        varchar(8)  not null,
    -- The notebook's own key, sealed with the other key that the words or the passphrase make.
    wrapped_key bytea       not null,
    revision    bigint      not null,
    constraint way_in_key primary key (locator)
);
insert into keyed_way_in (locator, notebook_id, kind, wrapped_key, revision)
    select locator, notebook_id, kind, wrapped_key, revision from way_in;
drop table way_in;
alter table keyed_way_in rename to way_in;
