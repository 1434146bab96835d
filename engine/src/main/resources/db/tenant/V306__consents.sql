-- What the hooks of a pack may reach, as it was confirmed when the pack was installed; more is asked for again.
alter table "sys$pack" add column consents text[] not null default '{}';
