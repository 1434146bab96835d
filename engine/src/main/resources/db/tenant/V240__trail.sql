-- Keys of the tenant, wrapped by a master key that is not in the database.
create table "sys$data_key" (
    id         uuid primary key,
    -- secrets, or trail: what the key is for.
    purpose    text not null,
    -- Names the master key that wrapped it.
    master     text not null,
    wrapped    bytea not null,
    created_at timestamptz not null default now()
);

create unique index "sys$data_key$trail" on "sys$data_key" (purpose) where purpose = 'trail';

-- The trail tells of more than writes: sign-ins, refusals, exports, changes of packs. Those have no version, and some no
-- record.
alter table "sys$audit"
    alter column record drop not null,
    alter column version drop not null,
    -- Who really acted, when somebody acts in another's name.
    add column real_actor uuid,
    add column address text,
    -- What else is worth knowing.
    add column details jsonb,
    -- HMAC-SHA-256 over the row, by the tenant's key for the trail; empty where that was not at hand.
    add column mac bytea,
    -- The transaction that wrote the row: all rows of finished transactions can be sealed.
    add column xact bigint not null default pg_current_xact_id()::text::bigint,
    -- What every entity has.
    add column external_id text,
    add column created_at timestamptz not null default now(),
    add column created_by uuid,
    add column updated_at timestamptz,
    add column updated_by uuid,
    add column owner uuid,
    add column record_entity text generated always as (case when record is not null then entity end) stored;

-- Rows come in the order of their transactions, or nearly: a few bytes for each megabyte find those of the last ones.
create index "sys$audit$xact" on "sys$audit" using brin (xact) with (pages_per_range = 16, autosummarize = on);

create index "sys$audit$id" on "sys$audit" (id);
