-- Mail on its way out, and what was sent.
create table "sys$mail" (
    id              uuid primary key default gen_random_uuid(),
    external_id     text unique,
    version         bigint not null default 1,
    created_at      timestamptz not null default now(),
    created_by      uuid,
    updated_at      timestamptz not null default now(),
    updated_by      uuid,
    owner           uuid,
    recipient       text not null,
    subject         text not null,
    body            text,
    -- The text of a confidential mail, sealed; gone once it is sent.
    sealed          text,
    status          text not null default 'waiting',
    attempts        bigint not null default 0,
    next_attempt_at timestamptz not null default now(),
    sent_at         timestamptz,
    error           text
);

create index "sys$mail$waiting" on "sys$mail" (next_attempt_at) where status = 'waiting';

-- Links in mails: each works once, for a while. Only hashes are kept.
create table "sys$link" (
    token_hash bytea primary key,
    -- invite, reset or email.
    purpose    text not null,
    "user"     uuid not null references "sys$user" on delete cascade,
    -- The address that is confirmed by following the link.
    email      text not null,
    expires_at timestamptz not null,
    created_at timestamptz not null default now()
);

create index "sys$link$user" on "sys$link" ("user");
create index "sys$link$expires_at" on "sys$link" (expires_at);

alter table "sys$user" add column email_confirmed_at timestamptz;
