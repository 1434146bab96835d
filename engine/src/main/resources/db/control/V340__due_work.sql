-- Which tenants have work of a kind, and when to look. Rows are only added and taken away, so that transactions that make
-- work due never wait for each other.
create table due_work (
    number bigint generated always as identity primary key,
    tenant text not null,
    kind   text not null,
    due_at timestamptz not null
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000);

create index due_work_at on due_work (due_at);
create index due_work_of on due_work (tenant, kind, due_at);

-- Work that a node does at the moment. When its time is over and it still stands here, the node is gone: another one looks.
create table due_run (
    tenant text not null,
    kind   text not null,
    node   uuid not null,
    until  timestamptz not null,
    primary key (tenant, kind)
) with (fillfactor = 50, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000);

insert into due_work (tenant, kind, due_at) select tenant, 'mail', due_at from mail_due;

drop table mail_due;
