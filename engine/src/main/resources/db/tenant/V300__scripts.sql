-- What functions of packs log; written apart from their transactions.
create table "sys$script_log" (
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
    level       text not null,
    message     text not null
);

create index "sys$script_log$at" on "sys$script_log" (at);
create index "sys$script_log$hook" on "sys$script_log" (hook, at);
