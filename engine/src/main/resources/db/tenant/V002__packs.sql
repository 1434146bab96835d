-- The packs of the tenant; their archives stand in the control schema.

create table "sys$pack" (
    id           uuid primary key default gen_random_uuid(),
    external_id  text unique,
    version      bigint not null default 1,
    created_at   timestamptz not null default now(),
    created_by   uuid,
    updated_at   timestamptz not null default now(),
    updated_by   uuid,
    owner        uuid,
    name         text not null unique,
    title        text not null,
    pack_version text not null,
    digest       text not null,
    active       boolean not null default true
);

-- The migrations of packs that have run.
create table "sys$pack_migration" (
    pack      text not null,
    migration text not null,
    run_at    timestamptz not null default now(),
    primary key (pack, migration)
);
