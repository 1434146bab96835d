-- Where each record stands in each of its workflows: when it came there, and who brought it.
create table "sys$flow" (
    record   uuid not null,
    workflow text not null,
    entity   text not null,
    state    text not null,
    since    timestamptz not null,
    actor    uuid,
    primary key (record, workflow)
) with (fillfactor = 80);

create index "sys$flow$state" on "sys$flow" (workflow, state, since);

-- Every transition that was taken. Ids are of version 7 and sort by time.
create table "sys$transition" (
    id            uuid primary key default gen_random_uuid(),
    external_id   text unique,
    version       bigint not null default 1,
    created_at    timestamptz not null default now(),
    created_by    uuid,
    updated_at    timestamptz not null default now(),
    updated_by    uuid,
    owner         uuid,
    at            timestamptz not null,
    actor         uuid,
    workflow      text not null,
    record        uuid not null,
    record_entity text not null,
    transition    text not null,
    from_state    text not null,
    to_state      text not null,
    comment       text,
    -- How long the record was in the state that it left; null where nobody knows.
    seconds       bigint
);

create index "sys$transition$record" on "sys$transition" (record, at);
create index "sys$transition$at" on "sys$transition" (at);
