select "r0"."number", ((select coalesce(case when count(*) <= 1000 then json_agg(row_to_json("_r")) else to_json(cast('list longer than 1000: lines' || left(count(*)::text, 0) as integer)) end, '[]')
from (select "r4"."item" as "item", (select coalesce(case when count(*) <= 1000 then json_agg(row_to_json("_r")) else to_json(cast('list longer than 1000: parts' || left(count(*)::text, 0) as integer)) end, '[]')
from (select "r5"."name" as "name"
from "main"."shop$part" as "r5"
where "r5"."shop_line_parts" = "r4"."id"
order by "r5"."_position", "r5"."id"
limit 1001) as "_r") as "parts"
from "main"."shop$line" as "r4"
where "r4"."order" = "r0"."id" and "r4"."deleted_at" is null
order by "r4"."_position", "r4"."id"
limit 1001) as "_r"))::text, ("r0"."id")::text
from "main"."shop$order" as "r0"
where "r0"."deleted_at" is null
order by "r0"."id"
limit 51


