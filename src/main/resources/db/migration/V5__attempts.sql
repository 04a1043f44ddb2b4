-- How many tries are left to open or start notebooks. Nothing here is an address, or can be turned back into one.

create table attempt_bucket (
    -- 0 for everybody together; else a number from 1 to 65,536 that the day's secret makes of an address.
    number  integer   not null primary key,
    -- Tokens left, as the library for token buckets writes them; none for a bucket that was not used yet.
    state   bytea,
    -- When the bucket is full again, some minutes after the last try: the row means nothing then, and is removed.
    full_at timestamp with time zone not null
);
create index attempt_bucket_full on attempt_bucket (full_at);

-- Today's secret, the same for all nodes. Yesterday's is removed, so that no number can be followed from day to day.
create table attempt_secret (
    drawn_on date  not null primary key,
    secret   bytea not null
);
