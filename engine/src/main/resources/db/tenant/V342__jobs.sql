-- Jobs of the installed packs, as they stand.
create table "sys$job" (
    id          uuid primary key default gen_random_uuid(),
    external_id text unique,
    version     bigint not null default 1,
    created_at  timestamptz not null default now(),
    created_by  uuid,
    updated_at  timestamptz not null default now(),
    updated_by  uuid,
    owner       uuid,
    -- crm.low_activity
    name        text not null unique,
    title       text not null,
    schedule    text not null,
    -- False while it is paused.
    active      boolean not null,
    next_run    timestamptz,
    last_run    timestamptz
);

-- What was done, is done or waits to be done.
create table "sys$run" (
    id            uuid primary key default gen_random_uuid(),
    external_id   text unique,
    version       bigint not null default 1,
    created_at    timestamptz not null default now(),
    created_by    uuid,
    updated_at    timestamptz not null default now(),
    updated_by    uuid,
    owner         uuid,
    -- The order in which runs were asked for.
    number        bigint generated always as identity,
    job           uuid references "sys$job" on delete cascade,
    -- What kind of work: job for jobs of packs.
    kind          text not null,
    -- What it is given.
    payload       jsonb not null,
    status        text not null default 'waiting' check (status in ('waiting', 'running', 'done', 'failed', 'stopped')),
    -- The moment of the schedule that this run is for; empty when somebody asked for it.
    scheduled_for timestamptz,
    started_at    timestamptz,
    ended_at      timestamptz,
    attempts      bigint not null default 0,
    progress      numeric,
    output        text,
    error         text,
    -- Not with the scheduler, as too many others run: one that ends lets it go on.
    parked        boolean not null default false,
    -- Who has it, by the name that the scheduler knows it under: only he may go on with it when his node is gone.
    task          text
);

create unique index "sys$run$scheduled" on "sys$run" (job, scheduled_for);
create index "sys$run$job" on "sys$run" (job, number desc);
create index "sys$run$open" on "sys$run" (number) where status in ('waiting', 'running') and job is not null;
create index "sys$run$ended_at" on "sys$run" (ended_at) where ended_at is not null;
