-- When all rows of a seal are over, the seal stands for them, without a mark for each.
alter table "sys$audit_seal"
    -- How many rows it stands for; its list of them is empty then.
    add column gone integer not null default 0,
    -- HMAC-SHA-256 over the number, how many rows are gone and the digest, by the tenant's key for the trail.
    add column gone_mac bytea;

create index "sys$audit_seal$kept" on "sys$audit_seal" (number) where gone = 0;
