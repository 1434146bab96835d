-- Tenants in which somebody listens to the stream, or did a short while ago: events are kept for those alone.
create table stream_watch (
    tenant text primary key,
    until  timestamptz not null
);
