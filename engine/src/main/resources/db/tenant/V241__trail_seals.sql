-- The trail only grows. Whoever may change tables can take this guard away; what is changed then is found by the seals.
create function "sys$guard"() returns trigger language plpgsql as $$
begin
    if coalesce(current_setting('armature.trail', true), '') <> 'retention' then
        raise exception 'The trail only grows' using errcode = 'insufficient_privilege';
    end if;
    return null;
end
$$;

create trigger "sys$audit$guard" before update or delete or truncate on "sys$audit"
    for each statement execute function "sys$guard"();

-- Rows of the trail in batches, each sealed on top of the one before.
create table "sys$audit_seal" (
    -- Counted from 1, without gaps.
    number bigint primary key,
    at     timestamptz not null,
    -- The ids of its rows, in the order in which they are sealed.
    rows   uuid[] not null,
    -- SHA-256 over the digest before, the number, and each row's id and mark.
    digest bytea not null,
    -- HMAC-SHA-256 over the digest, by the tenant's key for the trail.
    mac    bytea,
    -- All rows of transactions before this one are sealed; 0 when the transactions were those of another server.
    upto   bigint not null
);

create trigger "sys$audit_seal$guard" before update or delete or truncate on "sys$audit_seal"
    for each statement execute function "sys$guard"();

-- What stands for rows that are gone, or were made to forget a person, so that their seals still hold.
create table "sys$audit_mark" (
    id     uuid primary key,
    -- The row's signature when it was sealed.
    mark   bytea not null,
    -- expired or erased
    reason text not null,
    at     timestamptz not null,
    mac    bytea
);

create trigger "sys$audit_mark$guard" before update or delete or truncate on "sys$audit_mark"
    for each statement execute function "sys$guard"();

-- How many days rows are kept, by entity; * stands for all others. What is not named is kept for ever.
create table "sys$audit_retention" (
    entity text primary key,
    days   integer not null check (days > 0)
);

create index "sys$audit$at" on "sys$audit" using brin (at) with (pages_per_range = 16, autosummarize = on);
