-- Views of lists that people keep under names, for themselves and for others.
create table "sys$saved_view" (
    id          uuid primary key,
    external_id text unique,
    version     bigint not null default 1,
    created_at  timestamptz not null,
    created_by  uuid,
    updated_at  timestamptz not null,
    updated_by  uuid,
    owner       uuid,
    deleted_at  timestamptz,
    name        text not null,
    entity      text not null,
    state       jsonb not null,
    everybody   boolean not null default false
);

create index "sys$saved_view$entity" on "sys$saved_view" (entity, name) where deleted_at is null;
create index "sys$saved_view$owner" on "sys$saved_view" (owner);

create table "sys$saved_view_reader" (
    id          uuid primary key,
    external_id text unique,
    version     bigint not null default 1,
    created_at  timestamptz not null,
    created_by  uuid,
    updated_at  timestamptz not null,
    updated_by  uuid,
    owner       uuid,
    _position   integer not null default 0,
    view        uuid not null references "sys$saved_view" on delete cascade,
    "group"     text,
    role        text,
    check (num_nonnulls("group", role) = 1)
);

create index "sys$saved_view_reader$view" on "sys$saved_view_reader" (view);

-- With which view somebody's list of an entity opens.
create table "sys$view_choice" (
    id          uuid primary key,
    external_id text unique,
    version     bigint not null default 1,
    created_at  timestamptz not null,
    created_by  uuid,
    updated_at  timestamptz not null,
    updated_by  uuid,
    owner       uuid,
    entity      text not null,
    view        uuid not null references "sys$saved_view" on delete cascade
);

create unique index "sys$view_choice$entity" on "sys$view_choice" (owner, entity);
create index "sys$view_choice$view" on "sys$view_choice" (view);

-- A group or role of the same name, made later, shall not see what was shared with the old one.
create function "sys$forget_view_group"() returns trigger language plpgsql as $$
begin
    execute format('delete from %I."sys$saved_view_reader" where "group" = $1', tg_table_schema) using old.name;
    return null;
end $$;

create trigger "sys$group$forget_views" after delete on "sys$group" for each row execute function "sys$forget_view_group"();
