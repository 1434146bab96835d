-- For how many days the tenant keeps what tells of work that is done: one row. Empty: for ever.
create table "sys$retention" (
    id               uuid primary key default gen_random_uuid(),
    external_id      text unique,
    version          bigint not null default 1,
    created_at       timestamptz not null default now(),
    created_by       uuid,
    updated_at       timestamptz not null default now(),
    updated_by       uuid,
    owner            uuid,
    run_days         bigint default 30,
    delivery_days    bigint default 30,
    dead_letter_days bigint default 90,
    script_log_days  bigint default 30
);

create unique index "sys$retention$single" on "sys$retention" ((true));

insert into "sys$retention" default values;
