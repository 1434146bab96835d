-- Timers of workflows that run: written when a record comes into a state, gone when it leaves.
create table "sys$timer" (
    id       uuid primary key,
    record   uuid not null,
    entity   text not null,
    workflow text not null,
    state    text not null,
    -- Its name in the workflow.
    timer    text not null,
    due_at   timestamptz not null,
    -- How often it could not be acted on.
    attempts integer not null default 0
);

create index "sys$timer$due_at" on "sys$timer" (due_at);
create index "sys$timer$record" on "sys$timer" (record);
