-- In version 1 an opportunity stood in a stage of a pipeline, which were records, and was open, won or lost besides. Now it stands in
-- a state of the workflow: this says in which. Stages that somebody added go by their probability. Nothing to do where there
-- never was a version 1.
do $$
declare
    stages    text := (select quote_ident(relname) from pg_class
                       where relnamespace = current_schema()::regnamespace and relkind = 'r' and relname ~ '^_retired_crm[$]stage_[0-9]+$'
                       order by oid desc limit 1);
    pipelines text := (select quote_ident(relname) from pg_class
                       where relnamespace = current_schema()::regnamespace and relkind = 'r' and relname ~ '^_retired_crm[$]pipeline_[0-9]+$'
                       order by oid desc limit 1);
    former    text[] := (select array_agg((select quote_ident(attname) from pg_attribute
                                           where attrelid = '"crm$opportunity"'::regclass and attnum > 0 and not attisdropped
                                               and attname ~ ('^_retired_' || field || '_[0-9]+$')
                                           order by attnum desc limit 1) order by place)
                         from unnest(array['stage', 'pipeline']) with ordinality as fields (field, place));
begin
    if stages is null or pipelines is null or array_position(former, null) is not null then
        return;
    end if;
    execute format($sql$
        update "crm$opportunity" o
        set stage = m.state, status = case when m.state in ('won', 'lost') then m.state else 'open' end, kind = m.kind
        from (select r.id,
                case
                    when f.state in ('won', 'lost') then f.state
                    when r.closed_on is not null then case when r.lost_reason is null then 'won' else 'lost' end
                    else coalesce(
                        (select state from (values
                            ('sales_new', 'new'), ('sales_qualified', 'qualified'), ('sales_proposal', 'proposal'),
                            ('sales_negotiation', 'negotiation'), ('sales_closing', 'closing'),
                            ('renewal_due', 'qualified'), ('renewal_offered', 'proposal'), ('renewal_agreed', 'closing'))
                            as known (code, state) where known.code = s.code),
                        case when s.probability >= 90 then 'closing' when s.probability >= 75 then 'negotiation'
                            when s.probability >= 50 then 'proposal' when s.probability >= 25 then 'qualified' else 'new' end)
                end as state,
                case when p.code like 'renewal%%' then 'renewal' else 'sale' end as kind
            from "crm$opportunity" r
                left join %1$s s on s.id = r.%3$s
                left join %2$s p on p.id = r.%4$s
                left join "sys$flow" f on f.record = r.id and f.workflow = 'crm.opportunity' and f.version < 2
            where r.stage = 'new') m
        where m.id = o.id
        $sql$, stages, pipelines, former[1], former[2]);
    update "sys$flow" f set state = o.stage
    from "crm$opportunity" o
    where f.record = o.id and f.workflow = 'crm.opportunity' and f.version < 2;
end
$$;
