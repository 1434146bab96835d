-- What functions of packs cost, by function and day.
create table "sys$hook_cost" (
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
    day         date not null,
    calls       bigint not null,
    failures    bigint not null,
    time_spent  interval not null,
    statements  bigint not null,
    sql         bigint not null,
    -- Milliseconds.
    p50         numeric,
    p99         numeric,
    -- How many calls fell into each class of time.
    spread      bigint[] not null,
    unique (hook, day)
);

create index "sys$hook_cost$day" on "sys$hook_cost" (day);
