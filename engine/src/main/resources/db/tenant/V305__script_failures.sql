-- Functions of packs that failed, with all that they went by; written apart from their transactions.
create table "sys$script_failure" (
    id          uuid primary key default gen_random_uuid(),
    external_id text,
    version     bigint not null default 1,
    created_at  timestamptz not null default now(),
    created_by  uuid,
    updated_at  timestamptz not null default now(),
    updated_by  uuid,
    owner       uuid,
    -- pack.file:point
    hook        text not null,
    at          timestamptz not null,
    request_id  text,
    -- Whose request it was.
    caller      uuid,
    code        text not null,
    message     text not null,
    file        text not null,
    line        bigint not null,
    -- JSON, kept as it was written: functions look at the order of members.
    recording   text not null
);

create index "sys$script_failure$at" on "sys$script_failure" (at);
create index "sys$script_failure$hook" on "sys$script_failure" (hook, at);
