-- Events that are not of a record, and what events tell beside changes.
alter table "sys$outbox"
    alter column entity drop not null,
    alter column record drop not null,
    -- {"transition": "approve", "from": "draft", "to": "approved"}
    add column details jsonb not null default '{}';

-- Rows come and go all the time.
alter table "sys$outbox" set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000);

-- Events that a subscriber could not take, and later ones of the same record, which wait behind them.
create table "sys$outbox_retry" (
    subscriber text not null,
    -- Their number in the outbox: their order.
    number     bigint not null,
    id         uuid not null,
    at         timestamptz not null,
    event      text not null,
    entity     text,
    record     uuid,
    version    bigint not null,
    actor      uuid,
    changes    jsonb not null,
    request    text,
    details    jsonb not null,
    attempts   integer not null default 0,
    -- When to try; infinity for those that wait behind another, and for those that were given up.
    next_at    timestamptz not null,
    -- When it was given up.
    dead_at    timestamptz,
    error      text,
    primary key (subscriber, number)
);

create index "sys$outbox_retry$next_at" on "sys$outbox_retry" (next_at) where dead_at is null;
create index "sys$outbox_retry$record" on "sys$outbox_retry" (record, subscriber, number) where dead_at is null;
