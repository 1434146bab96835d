-- From which number of the outbox on a receiver hears events: the numbers that were given out before it was switched on are lower,
-- those of all that happens once that is kept are higher.
alter table "sys$webhook" add column since bigint not null default 0;

create function "sys$webhook_since"() returns trigger language plpgsql as $$
begin
    if new.active and (tg_op = 'INSERT' or not old.active) then
        new.since := nextval(pg_get_serial_sequence(format('%I.%I', tg_table_schema, 'sys$outbox'), 'number'));
    end if;
    return new;
end
$$;

create trigger "sys$webhook_since" before insert or update of active on "sys$webhook"
    for each row execute function "sys$webhook_since"();
