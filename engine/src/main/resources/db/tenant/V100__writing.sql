-- What every write leaves behind or needs.

-- Who changed what: one row for each record written. The key begins with the time, so that the table can be partitioned
-- by it; ids are of version 7 and sort by time as well.
create table "sys$audit" (
    id      uuid not null,
    at      timestamptz not null,
    actor   uuid,
    entity  text not null,
    record  uuid not null,
    -- The version that the record has since then.
    version bigint not null,
    -- create, update, delete or restore.
    action  text not null,
    -- {"field": [old, new]}
    changes jsonb not null,
    -- Names the request in logs and answers.
    request text,
    primary key (at, id)
);

create index "sys$audit$record" on "sys$audit" (entity, record, version desc);

-- Events on their way out, in the order of their numbers for each record. Rows go once they are delivered.
create table "sys$outbox" (
    number  bigint generated always as identity primary key,
    id      uuid not null,
    at      timestamptz not null,
    -- crm.customer.created
    event   text not null,
    entity  text not null,
    record  uuid not null,
    version bigint not null,
    actor   uuid,
    changes jsonb not null,
    request text
);

-- Answers to creations that named a key, so that a repeated request does nothing twice.
create table "sys$idempotency" (
    actor        uuid not null,
    key          text not null,
    -- SHA-256 of what was asked.
    request_hash bytea not null,
    record       uuid,
    created_at   timestamptz not null,
    primary key (actor, key)
);

create index "sys$idempotency$created_at" on "sys$idempotency" (created_at);

create table "sys$comment" (
    id          uuid primary key default gen_random_uuid(),
    external_id text unique,
    version     bigint not null default 1,
    created_at  timestamptz not null default now(),
    created_by  uuid,
    updated_at  timestamptz not null default now(),
    updated_by  uuid,
    owner       uuid,
    entity      text not null,
    record      uuid not null,
    text        text not null
);

create index "sys$comment$record" on "sys$comment" (entity, record, created_at);

-- The last number given out of each counter.
create table "sys$counter" (
    entity text not null,
    -- The company, the year: whatever has numbers of its own.
    period text not null,
    value  bigint not null,
    primary key (entity, period)
) with (fillfactor = 50);
