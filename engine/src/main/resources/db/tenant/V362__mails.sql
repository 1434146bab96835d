-- Mails with HTML, with files, and those that their address refused.
alter table "sys$mail"
    add column html  text,
    add column files uuid[] not null default '{}';

create index "sys$mail$recipient" on "sys$mail" (recipient, created_at desc);

-- Events that have become mails.
create table "sys$mail_event" (
    id uuid primary key,
    at timestamptz not null default now()
);

create index "sys$mail_event$at" on "sys$mail_event" (at);
