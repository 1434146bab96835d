-- What happened lately, for streams: told in this order. One node at a time adds rows, so that whoever has seen a position
-- has seen all before it.
create table "sys$event" (
    position bigint generated always as identity primary key,
    id       uuid not null,
    at       timestamptz not null,
    event    text not null,
    entity   text not null,
    record   uuid not null,
    version  bigint not null,
    actor    uuid,
    -- The fields that changed; their values are read by whoever may.
    fields   text[] not null
);

create index "sys$event$at" on "sys$event" using brin (at) with (pages_per_range = 16, autosummarize = on);

-- Up to which position events are gone, or were not kept.
create table "sys$event_floor" (
    single   boolean primary key default true check (single),
    position bigint not null
);

insert into "sys$event_floor" (position) values (0);
