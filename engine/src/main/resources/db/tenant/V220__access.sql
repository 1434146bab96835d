-- What administrators and users add to the rights that roles of packs give.

-- Roles as administrators changed or made them, in the place of those of the packs with the same name.
create table "sys$role_change" (
    name        text primary key,
    document    jsonb not null,
    updated_at  timestamptz not null default now(),
    updated_by  uuid
);

-- Records that somebody shared with a user, or with a team: a group, or a record of a pack that is a team.
create table "sys$share" (
    id          uuid primary key default gen_random_uuid(),
    created_at  timestamptz not null default now(),
    created_by  uuid not null,
    entity      text not null,
    record      uuid not null,
    "user"      uuid references "sys$user" on delete cascade,
    team        uuid,
    verb        text not null check (verb in ('read', 'write')),
    until       timestamptz,
    check (num_nonnulls("user", team) = 1)
);

create unique index "sys$share$user" on "sys$share" ("user", record, entity) where "user" is not null;
create unique index "sys$share$team" on "sys$share" (team, record, entity) where team is not null;
create index "sys$share$record" on "sys$share" (record);

-- People who lend all their rights to somebody else for a time.
create table "sys$delegation" (
    id          uuid primary key default gen_random_uuid(),
    created_at  timestamptz not null default now(),
    created_by  uuid not null,
    delegator   uuid not null references "sys$user" on delete cascade,
    delegate    uuid not null references "sys$user" on delete cascade,
    since       timestamptz not null default now(),
    until       timestamptz not null,
    reason      text,
    check (delegator <> delegate),
    check (until > since)
);

create index "sys$delegation$delegate" on "sys$delegation" (delegate);
create index "sys$delegation$delegator" on "sys$delegation" (delegator);
