-- What went wrong and is nobody's fault but ours: one row for each cause.
create table "sys$error" (
    id          uuid primary key default gen_random_uuid(),
    external_id text,
    version     bigint not null default 1,
    created_at  timestamptz not null default now(),
    created_by  uuid,
    updated_at  timestamptz not null default now(),
    updated_by  uuid,
    owner       uuid,
    -- SHA-256 of the cause: the class of the failure, and where in our code it came up.
    fingerprint text not null unique,
    -- Says what failed and where, without the values at hand: those can be somebody's.
    message     text not null,
    cause       text not null,
    count       bigint not null,
    first_at    timestamptz not null,
    last_at     timestamptz not null,
    -- A request to look up in the logs.
    request_id  text,
    -- Classes and lines, without messages.
    trace       text not null
);

create index "sys$error$last_at" on "sys$error" (last_at);
