select ((select coalesce(case when count(*) <= 1000 then json_agg(row_to_json("_r")) else to_json(cast('list longer than 1000: tags' || left(count(*)::text, 0) as integer)) end, '[]')
from (select "r3"."name" as "name"
from "main"."shop$customer$tags" as "j", "main"."shop$tag" as "r3"
where "j"."source" = "r0"."id" and "j"."target" = "r3"."id" and "r3"."deleted_at" is null
order by "j"."position", "r3"."id"
limit 1001) as "_r"))::text, ("r0"."id")::text
from "main"."shop$customer" as "r0"
where "r0"."deleted_at" is null
order by "r0"."id"
limit 51


