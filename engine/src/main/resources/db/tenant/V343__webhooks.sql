-- Who else wants to hear of events.
create table "sys$webhook" (
    id              uuid primary key default gen_random_uuid(),
    external_id     text unique,
    version         bigint not null default 1,
    created_at      timestamptz not null default now(),
    created_by      uuid,
    updated_at      timestamptz not null default now(),
    updated_by      uuid,
    -- Whose rights decide what is told.
    owner           uuid,
    url             text not null,
    events          text[],
    filter          text,
    -- Sealed with a key of the tenant, like the one before it.
    secret          text,
    previous_secret text,
    previous_until  timestamptz,
    active          boolean not null default true,
    allow_private   boolean not null default false
);

-- What is told to them: one row for each event and receiver.
create table "sys$delivery" (
    id            uuid primary key default gen_random_uuid(),
    external_id   text unique,
    version       bigint not null default 1,
    created_at    timestamptz not null default now(),
    created_by    uuid,
    updated_at    timestamptz not null default now(),
    updated_by    uuid,
    owner         uuid,
    -- The order in which events of a record are told.
    number        bigint generated always as identity,
    webhook       uuid not null references "sys$webhook" on delete cascade,
    event         text not null,
    event_id      text not null,
    entity        text,
    record        uuid,
    -- What was sent before and is sent again by hand.
    replay_of     uuid,
    status        text not null default 'waiting' check (status in ('waiting', 'sent', 'failed')),
    attempts      bigint not null default 0,
    next_attempt  timestamptz,
    first_attempt timestamptz,
    sent_at       timestamptz,
    response      bigint,
    duration_ms   bigint,
    body          jsonb not null,
    error         text
);

create unique index "sys$delivery$event" on "sys$delivery" (webhook, event_id) where replay_of is null;
create index "sys$delivery$due" on "sys$delivery" (next_attempt) where status = 'waiting';
create index "sys$delivery$record" on "sys$delivery" (webhook, record, number) where status = 'waiting';
create index "sys$delivery$webhook" on "sys$delivery" (webhook, number desc);
create index "sys$delivery$sent_at" on "sys$delivery" (sent_at) where status = 'sent';
