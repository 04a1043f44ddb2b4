-- Counted up in the transaction that changes what readers see of the guide. Every copy of the program looks at it, and
-- reads the guide anew when it has changed.

create table edition (
    id     integer not null primary key,
    number bigint  not null,
    constraint one_edition check (id = 1)
);
insert into edition (id, number) values (1, 0);
