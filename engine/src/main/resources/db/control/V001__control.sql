-- What all tenants share. Each tenant has a schema of its own beside this one.

create table tenant (
    name          text primary key,
    schema_name   text not null unique,
    hosts         text[] not null default '{}',
    -- Counts the models the tenant has had; nodes compare it with what they serve.
    model_version bigint not null default 0,
    -- Names the set of active packs: equal digests, equal models.
    model_digest  text not null default '',
    -- The tenant migrations that its schema has seen.
    migrated      text not null default '',
    created_at    timestamptz not null default now()
);

-- The bytes of installed packs, once for all tenants that have them.
create table archive (
    digest     text primary key,
    pack       text not null,
    version    text not null,
    bytes      bytea not null,
    created_at timestamptz not null default now()
);

-- Keys that all nodes share, such as the one that signs access tokens.
create table secret (
    name  text primary key,
    value bytea not null
);

-- Servers on this database, by what they last said.
create table node (
    id         uuid primary key,
    address    text not null,
    started_at timestamptz not null default now(),
    seen_at    timestamptz not null default now()
);
