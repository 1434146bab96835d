select "n"."n"::text, "q"."present", "q"."c0", "q"."c1"
from (select case when "b"."n" <= 10000 then "b"."n" else greatest("b"."n", (select round(count(*) * 100 / (select least(100, greatest(0.01, 100.0 * 50000 / greatest(1, "c"."reltuples")))
from "pg_catalog"."pg_class" as "c"
where "c"."oid" = '"main"."shop$order"'::regclass))::bigint
from (select *
from "main"."shop$order" tablesample system ((select least(100, greatest(0.01, 100.0 * 50000 / greatest(1, "c"."reltuples")))
from "pg_catalog"."pg_class" as "c"
where "c"."oid" = '"main"."shop$order"'::regclass))) as "r2"
where "r2"."deleted_at" is null)) end as "n"
from (select count(*) as "n"
from (select 1
from "main"."shop$order" as "r3"
where "r3"."deleted_at" is null
limit 10001) as "l") as "b") as "n"
left join (select '1'::text as "present", "r0"."number" as "c0", ("r0"."id")::text as "c1", "r0"."id" as "o0"
from "main"."shop$order" as "r0"
where "r0"."deleted_at" is null
order by "r0"."id"
limit 51) as "q" on true
order by "q"."o0"


