-- The few runs of jobs that are under way or about to be, and the first of those that wait for them: looked at whenever one ends,
-- however many wait.
create index "sys$run$busy" on "sys$run" (job)
    where job is not null and (status = 'running' or status = 'waiting' and not parked and attempts = 0);
create index "sys$run$parked" on "sys$run" (job, number) where parked and status = 'waiting';
drop index "sys$run$open";
