select ((select coalesce(case when count(*) <= 1000 then json_agg(row_to_json("_r")) else to_json(cast('list longer than 1000: lines' || left(count(*)::text, 0) as integer)) end, '[]')
from (select case when "r3"."order" is not null then json_build_object('customer', case when "r3_1"."customer" is not null then json_build_object('name', "r3_2"."name") end) end as "order"
from "main"."shop$line" as "r3"
left join "main"."shop$order" as "r3_1" on "r3_1"."id" = "r3"."order"
left join "main"."shop$party" as "r3_2" on "r3_2"."id" = "r3_1"."customer"
where "r3"."order" = "r0"."id" and "r3"."deleted_at" is null
order by "r3"."_position", "r3"."id"
limit 1001) as "_r"))::text, ("r0"."id")::text
from "main"."shop$order" as "r0"
where "r0"."deleted_at" is null
order by "r0"."id"
limit 51


