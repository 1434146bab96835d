select ("r0"."total")::text, ((select coalesce(case when count(*) <= 1000 then json_agg(row_to_json("_r")) else to_json(cast('list longer than 1000: lines' || left(count(*)::text, 0) as integer)) end, '[]')
from (select ("r3"."qty")::text as "qty"
from "main"."shop$line" as "r3"
where "r3"."order" = "r0"."id" and "r3"."deleted_at" is null
order by "r3"."_position", "r3"."id"
limit 1001) as "_r"))::text, ("r0"."id")::text
from "main"."shop$order" as "r0"
where "r0"."deleted_at" is null
order by "r0"."id"
limit 51


