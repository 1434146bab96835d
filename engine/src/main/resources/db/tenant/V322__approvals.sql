-- Who is asked to agree to a transition of a record, and what he said.
create table "sys$approval" (
    id            uuid primary key default gen_random_uuid(),
    external_id   text unique,
    version       bigint not null default 1,
    created_at    timestamptz not null default now(),
    created_by    uuid,
    updated_at    timestamptz not null default now(),
    updated_by    uuid,
    owner         uuid,
    -- What belongs together: all who are asked because the record came into its state once.
    round         uuid not null,
    record        uuid not null,
    record_entity text not null,
    -- What the record was called when they were asked.
    label         text,
    workflow      text not null,
    transition    text not null,
    stage         integer not null,
    assignee      uuid not null,
    -- Who brought the record there.
    requester     uuid,
    -- waiting (for an earlier stage), pending, approved, rejected, returned, reassigned, closed (not needed any more).
    status        text not null,
    decided_by    uuid,
    decided_at    timestamptz,
    comment       text
);

create index "sys$approval$record" on "sys$approval" (record, created_at);
create index "sys$approval$assignee" on "sys$approval" (assignee, created_at) where status = 'pending';
