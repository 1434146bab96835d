-- For how long work waits that was due as soon as it was noted.
alter table due_work add column noted_at timestamptz not null default now();
