-- Which tenants have mail to send, and when to look. A row stays: it costs nothing, and no message can be lost by its going.
create table mail_due (
    tenant text primary key references tenant on delete cascade,
    due_at timestamptz not null
);

create index mail_due_at on mail_due (due_at);
