-- What people are told, and how they want to be told.
create table "sys$notification" (
    id            uuid primary key,
    external_id   text unique,
    version       bigint not null default 1,
    created_at    timestamptz not null,
    created_by    uuid,
    -- When the last thing of the group happened.
    updated_at    timestamptz not null,
    updated_by    uuid,
    owner         uuid,
    "user"        uuid not null references "sys$user" on delete cascade,
    kind          text not null,
    title         text not null,
    body          text,
    priority      text not null default 'normal',
    record_entity text,
    record        uuid,
    -- Unread ones of one group are one row.
    group_key     text not null,
    count         bigint not null default 1,
    -- The last event that it tells of: an event that comes again is told once.
    event         uuid not null,
    read_at       timestamptz,
    snoozed_until timestamptz,
    -- daily or weekly: waits for a mail that gathers; sent: was in one; never.
    mail          text not null default 'never'
);

create unique index "sys$notification$group" on "sys$notification" ("user", group_key) where read_at is null;
create index "sys$notification$user" on "sys$notification" ("user", updated_at desc, id desc);
create index "sys$notification$snoozed" on "sys$notification" (snoozed_until) where snoozed_until is not null and read_at is null;
create index "sys$notification$mail" on "sys$notification" ("user", mail) where mail in ('daily', 'weekly');

-- How somebody wants to be told of a kind of thing; kind others: of all kinds not named.
create table "sys$wish" (
    "user" uuid not null references "sys$user" on delete cascade,
    kind   text not null,
    in_app boolean not null,
    mail   text not null,
    primary key ("user", kind)
);

-- Who gets a mail that gathers, and when.
create table "sys$digest" (
    "user" uuid not null references "sys$user" on delete cascade,
    kind   text not null,
    due_at timestamptz not null,
    primary key ("user", kind)
);

create index "sys$digest$due_at" on "sys$digest" (due_at);

-- Who wants to hear of a record.
create table "sys$follower" (
    entity     text not null,
    record     uuid not null,
    "user"     uuid not null references "sys$user" on delete cascade,
    created_at timestamptz not null,
    primary key (entity, record, "user")
);

create index "sys$follower$user" on "sys$follower" ("user");
