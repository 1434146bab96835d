-- Files that users have taken in, and what became of them.
create table "sys$import" (
    id         uuid primary key,
    owner      uuid not null,
    entity     text not null,
    file       uuid not null,
    file_name  text not null,
    -- How it is taken in: format, columns, key and so on, as it was asked for.
    ordered    jsonb not null,
    dry_run    boolean not null,
    status     text not null default 'waiting'
        check (status in ('waiting', 'running', 'done', 'failed', 'stopped', 'undoing', 'undone')),
    stop_asked boolean not null default false,
    -- How much of the file is read, in percent.
    share      numeric not null default 0,
    rows       bigint not null default 0,
    created    bigint not null default 0,
    updated    bigint not null default 0,
    unchanged  bigint not null default 0,
    refused    bigint not null default 0,
    kept       boolean not null default false,
    -- What is wrong in the first rows that were refused.
    errors     jsonb not null default '[]',
    -- Why it failed as a whole.
    problem    text,
    undone     bigint,
    left_alone bigint,
    created_at timestamptz not null,
    ended_at   timestamptz
);

create index "sys$import$owner" on "sys$import" (owner, created_at desc);

-- Orders kept under a name for the next file of the same kind.
create table "sys$import_template" (
    entity     text not null,
    name       text not null,
    ordered    jsonb not null,
    updated_at timestamptz not null default now(),
    updated_by uuid,
    primary key (entity, name)
);

-- What an import wrote is found again when it is undone.
create index "sys$audit$import" on "sys$audit" (request, entity, record) where request like 'import-%';
