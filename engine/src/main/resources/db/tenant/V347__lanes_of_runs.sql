-- Runs that are set aside for a lane keep its place, also those that were tried before.
update "sys$run" set task = null where status = 'waiting';
drop index "sys$run$busy";
create index "sys$run$busy" on "sys$run" (job)
    where job is not null and (status = 'running' or status = 'waiting' and not parked and (attempts = 0 or task is not null));
