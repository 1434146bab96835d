-- Files: what they are, what they were, and which contents are kept.
create table "sys$file" (
    id              uuid primary key,
    external_id     text unique,
    version         bigint not null default 1,
    created_at      timestamptz not null default now(),
    created_by      uuid,
    updated_at      timestamptz not null default now(),
    updated_by      uuid,
    owner           uuid not null,
    name            text not null,
    media_type      text not null,
    size            bigint not null,
    sha256          text not null,
    -- Counts the contents it has had.
    content_version bigint not null default 1,
    record_entity   text,
    record          uuid,
    -- The field whose value it is; none for an attachment.
    field           text,
    -- Since when it belongs to no record.
    loose_since     timestamptz default now(),
    check (record is null or loose_since is null)
);

create index "sys$file$record" on "sys$file" (record) where record is not null;
create index "sys$file$loose_since" on "sys$file" (loose_since) where record is null;
create index "sys$file$sha256" on "sys$file" (sha256);
create index "sys$file$owner" on "sys$file" (owner, created_at desc);

-- Former contents.
create table "sys$file_version" (
    file       uuid not null references "sys$file" on delete cascade,
    version    bigint not null,
    name       text not null,
    media_type text not null,
    size       bigint not null,
    sha256     text not null,
    created_at timestamptz not null,
    created_by uuid,
    primary key (file, version)
);

create index "sys$file_version$sha256" on "sys$file_version" (sha256);

-- Contents that are kept, each once.
create table "sys$content" (
    sha256     text primary key,
    size       bigint not null,
    -- When somebody last brought it: it is not taken away for a while.
    touched_at timestamptz not null
);

create index "sys$content$touched_at" on "sys$content" (touched_at);

-- How much they are together.
create table "sys$storage" (
    one   boolean primary key default true check (one),
    bytes bigint not null default 0
);

insert into "sys$storage" default values;
