-- Sessions tell from where and how they began; tokens for programs reach as far as their scopes.

alter table "sys$session"
    add column address      text,
    -- password, ldap:NAME, oauth:NAME or impersonation.
    add column method       text not null default 'password',
    -- Who really acts, when somebody acts in the user's name.
    add column impersonator uuid references "sys$user" on delete cascade;

create index "sys$session$expires_at" on "sys$session" (expires_at);
create index "sys$session$impersonator" on "sys$session" (impersonator) where impersonator is not null;

-- read, write:crm, read:crm.customer…; none for whatever the user may.
alter table "sys$token" add column scopes text[] not null default '{}';

-- Failures to sign in, by a hash of the name or address. Worth nothing after a crash, hence unlogged.
create unlogged table "sys$attempt" (
    key           bytea primary key,
    failures      integer not null,
    last_at       timestamptz not null,
    blocked_until timestamptz
);

create index "sys$attempt$last_at" on "sys$attempt" (last_at);

create table "sys$otp" (
    "user"       uuid primary key references "sys$user" on delete cascade,
    -- Named like all that is sealed, so that it is sealed anew when keys change.
    id           uuid not null unique default gen_random_uuid(),
    -- Sealed with a key of the tenant.
    secret       text not null,
    confirmed_at timestamptz,
    -- The thirty seconds whose code was used last: no code works twice.
    last_step    bigint not null default 0
);

create table "sys$recovery_code" (
    "user"    uuid not null references "sys$user" on delete cascade,
    code_hash bytea not null,
    primary key ("user", code_hash)
);

-- Whether whoever has the role must sign in with a second factor.
alter table "sys$role" add column otp_required boolean not null default false;

-- What a tenant asks of passwords: one row.
create table "sys$sign_in_policy" (
    id              uuid primary key default gen_random_uuid(),
    external_id     text unique,
    version         bigint not null default 1,
    created_at      timestamptz not null default now(),
    created_by      uuid,
    updated_at      timestamptz not null default now(),
    updated_by      uuid,
    owner           uuid,
    password_length bigint not null default 8,
    refuse_common   boolean not null default true
);

create unique index "sys$sign_in_policy$single" on "sys$sign_in_policy" ((true));

insert into "sys$sign_in_policy" default values;
