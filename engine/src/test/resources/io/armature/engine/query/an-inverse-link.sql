select "r0_1"."name", ((select coalesce(case when count(*) <= 1000 then json_agg(row_to_json("_r")) else to_json(cast('list longer than 1000: orders' || left(count(*)::text, 0) as integer)) end, '[]')
from (select "r3"."number" as "number", replace(("r3"."due" at time zone 'UTC')::text, ' ', 'T') || 'Z' as "due"
from "main"."shop$order" as "r3"
where "r3"."customer" = "r0"."id" and "r3"."deleted_at" is null
order by "r3"."id"
limit 1001) as "_r"))::text, ("r0"."id")::text
from "main"."shop$customer" as "r0"
join "main"."shop$party" as "r0_1" on "r0_1"."id" = "r0"."id"
where "r0"."deleted_at" is null
order by "r0"."id"
limit 51


