-- The guide: what a fresh store is seeded with from packs/<language>, and what editors change afterwards.

create table pack (
    language    varchar(8)  not null primary key,
    version     integer     not null,
    checksum    varchar(64) not null,
    applied_at  timestamp with time zone not null
);

create table piece (
    id            uuid         not null primary key,
    kind          varchar(16)  not null,
    language      varchar(8)   not null,
    slug          varchar(64)  not null,
    title         varchar(160) not null,
    summary       varchar(255) not null,
    note_question varchar(255),
    place         integer      not null,
    pack_checksum varchar(64)  not null,
    edited_at     timestamp with time zone,
    revision      bigint       not null,
    constraint piece_name unique (language, kind, slug)
);

-- Which ideas of the content map a piece carries.
create table piece_idea (
    piece_id uuid        not null references piece on delete cascade,
    place    integer     not null,
    idea     varchar(8)  not null,
    primary key (piece_id, place)
);

-- The Markdown of a piece, part by part.
create table piece_part (
    piece_id uuid        not null references piece on delete cascade,
    name     varchar(16) not null,
    markdown text        not null,
    primary key (piece_id, name)
);

create table section (
    piece_id uuid         not null primary key references piece on delete cascade,
    part     varchar(16)  not null,
    path     varchar(96)  not null,
    lead     varchar(600) not null
);

create table barrier (
    piece_id uuid not null primary key references piece on delete cascade
);

create table barrier_sign (
    barrier_id uuid         not null references barrier on delete cascade,
    place      integer      not null,
    said       boolean      not null,
    text       varchar(200) not null,
    weight     integer      not null,
    primary key (barrier_id, place)
);

create table prompt (
    piece_id  uuid         not null primary key references piece on delete cascade,
    purpose   varchar(16)  not null,
    card_line varchar(120) not null
);

create table pitfall (
    piece_id uuid not null primary key references piece on delete cascade
);

create table exercise (
    piece_id      uuid        not null primary key references piece on delete cascade,
    form          varchar(16) not null,
    left_heading  varchar(80),
    right_heading varchar(80)
);

create table exercise_item (
    exercise_id uuid         not null references exercise on delete cascade,
    place       integer      not null,
    text        varchar(300) not null,
    other       varchar(300),
    hint        varchar(300),
    cost        varchar(80),
    duration    varchar(80),
    offer       varchar(200),
    write_lines integer      not null,
    primary key (exercise_id, place)
);

create table evidence_note (
    piece_id uuid         not null primary key references piece on delete cascade,
    citation varchar(400) not null,
    limits   varchar(400) not null
);

-- Relations, each in the order its author gave.
create table piece_evidence (
    piece_id    uuid    not null references piece on delete cascade,
    place       integer not null,
    evidence_id uuid    not null references evidence_note,
    primary key (piece_id, place)
);
create table barrier_prompt (
    barrier_id uuid    not null references barrier on delete cascade,
    place      integer not null,
    prompt_id  uuid    not null references prompt,
    primary key (barrier_id, place)
);
create table barrier_pitfall (
    barrier_id uuid    not null references barrier on delete cascade,
    place      integer not null,
    pitfall_id uuid    not null references pitfall,
    primary key (barrier_id, place)
);
create table prompt_barrier (
    prompt_id  uuid    not null references prompt on delete cascade,
    place      integer not null,
    barrier_id uuid    not null references barrier,
    primary key (prompt_id, place)
);
create table pitfall_prompt (
    pitfall_id uuid    not null references pitfall on delete cascade,
    place      integer not null,
    prompt_id  uuid    not null references prompt,
    primary key (pitfall_id, place)
);
create table section_barrier (
    section_id uuid    not null references section on delete cascade,
    place      integer not null,
    barrier_id uuid    not null references barrier,
    primary key (section_id, place)
);
create table section_pitfall (
    section_id uuid    not null references section on delete cascade,
    place      integer not null,
    pitfall_id uuid    not null references pitfall,
    primary key (section_id, place)
);
create table section_exercise (
    section_id  uuid    not null references section on delete cascade,
    place       integer not null,
    exercise_id uuid    not null references exercise,
    primary key (section_id, place)
);
