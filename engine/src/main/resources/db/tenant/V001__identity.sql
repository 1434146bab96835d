-- Who may sign in. The built-in pack sys describes these tables as entities, hence the columns that every record has.

create table "sys$role" (
    id          uuid primary key default gen_random_uuid(),
    external_id text unique,
    version     bigint not null default 1,
    created_at  timestamptz not null default now(),
    created_by  uuid,
    updated_at  timestamptz not null default now(),
    updated_by  uuid,
    owner       uuid,
    name        text not null unique,
    title       text not null
);

create table "sys$user" (
    id          uuid primary key default gen_random_uuid(),
    external_id text unique,
    version     bigint not null default 1,
    created_at  timestamptz not null default now(),
    created_by  uuid,
    updated_at  timestamptz not null default now(),
    updated_by  uuid,
    owner       uuid,
    username    text not null,
    email       text,
    name        text not null,
    -- Argon2id, in its usual notation.
    password    text,
    roles       text[] not null default '{}',
    groups      text[] not null default '{}',
    active      boolean not null default true,
    locale      text,
    time_zone   text,
    theme       text
);

create unique index "sys$user$username" on "sys$user" (lower(username));

create table "sys$session" (
    id           uuid primary key default gen_random_uuid(),
    external_id  text unique,
    version      bigint not null default 1,
    created_at   timestamptz not null default now(),
    created_by   uuid,
    updated_at   timestamptz not null default now(),
    updated_by   uuid,
    owner        uuid,
    "user"       uuid not null references "sys$user" on delete cascade,
    -- SHA-256 of what the caller keeps: of the cookie, and of the refresh token.
    cookie_hash  bytea not null unique,
    refresh_hash bytea not null unique,
    expires_at   timestamptz not null,
    user_agent   text
);

create index "sys$session$user" on "sys$session" ("user");

create table "sys$token" (
    id          uuid primary key default gen_random_uuid(),
    external_id text unique,
    version     bigint not null default 1,
    created_at  timestamptz not null default now(),
    created_by  uuid,
    updated_at  timestamptz not null default now(),
    updated_by  uuid,
    owner       uuid,
    "user"      uuid not null references "sys$user" on delete cascade,
    name        text not null,
    token_hash  bytea not null unique,
    expires_at  timestamptz
);

create index "sys$token$user" on "sys$token" ("user");

insert into "sys$role" (name, title) values ('administrator', 'Administrator');
