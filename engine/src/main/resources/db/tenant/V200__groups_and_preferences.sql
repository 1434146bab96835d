-- Groups of users, in a hierarchy; users name theirs as they name their roles.

create table "sys$group" (
    id          uuid primary key default gen_random_uuid(),
    external_id text unique,
    version     bigint not null default 1,
    created_at  timestamptz not null default now(),
    created_by  uuid,
    updated_at  timestamptz not null default now(),
    updated_by  uuid,
    owner       uuid,
    name        text not null unique,
    title       text,
    parent      uuid references "sys$group" on delete set null,
    manager     uuid references "sys$user" on delete set null
);

create index "sys$group$parent" on "sys$group" (parent);
create index "sys$group$manager" on "sys$group" (manager);

alter table "sys$user"
    -- A company of the pack core, where that is installed.
    add column company       uuid,
    add column date_format   text,
    add column number_format text,
    add column home_page     text;

create index "sys$user$groups" on "sys$user" using gin (groups);
create index "sys$user$roles" on "sys$user" using gin (roles);
create index "sys$user$email" on "sys$user" (lower(email));

-- A group or role of the same name, made later, shall not find the members of the old one.
create function "sys$forget_group"() returns trigger language plpgsql as $$
begin
    execute format('update %I."sys$user" set groups = array_remove(groups, $1), version = version + 1 where groups @> array[$1]',
        tg_table_schema) using old.name;
    return null;
end $$;

create function "sys$forget_role"() returns trigger language plpgsql as $$
begin
    execute format('update %I."sys$user" set roles = array_remove(roles, $1), version = version + 1 where roles @> array[$1]',
        tg_table_schema) using old.name;
    return null;
end $$;

create trigger "sys$group$forget" after delete on "sys$group" for each row execute function "sys$forget_group"();
create trigger "sys$role$forget" after delete on "sys$role" for each row execute function "sys$forget_role"();
