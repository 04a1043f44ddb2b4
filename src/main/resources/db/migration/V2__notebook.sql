-- Private notes. Nothing here can be read without a notebook's six key words, or the secret of a browser that has it
-- open: titles, texts, sections and moods are all inside the sealed columns.

create table notebook (
    id          uuid        not null primary key,
    -- Made from the key words by Argon2id; finds the notebook, opens nothing.
    locator     varchar(64) not null unique,
    -- The notebook's own key, sealed with the other key that the words make.
    wrapped_key bytea       not null,
    revision    bigint      not null
);

create table note (
    id             uuid   not null primary key,
    notebook_id    uuid   not null references notebook on delete cascade,
    sealed_heading bytea  not null,
    sealed_body    bytea  not null,
    written_at     timestamp with time zone not null,
    changed_at     timestamp with time zone not null,
    deleted_at     timestamp with time zone,
    revision       bigint not null
);
create index note_newest on note (notebook_id, written_at);
create index note_deleted on note (deleted_at);

-- A notebook that is open on one device, until it is closed or has rested for half an hour.
create table pass (
    -- Made from the secret in the browser's cookie.
    locator      varchar(64) not null primary key,
    notebook_id  uuid        not null references notebook on delete cascade,
    wrapped_key  bytea       not null,
    last_used_at timestamp with time zone not null,
    revision     bigint      not null
);
create index pass_rested on pass (last_used_at);
create index pass_notebook on pass (notebook_id);
