select "r0"."number", uuid_send("r0"."customer"), "r0_1"."name", ((select coalesce(case when count(*) <= 10000 then json_agg(row_to_json("_r")) else to_json(cast('list longer than 10000: lines' || left(count(*)::text, 0) as integer)) end, '[]')
from (select "r1"."item" as "item"
from "main"."shop$line" as "r1"
where "r1"."order" = "r0"."id" and "r1"."deleted_at" is null
order by "r1"."_position", "r1"."id"
limit 10001) as "_r"))::text, "r0"."version", "r0"."deleted_at" is not null, uuid_send("r0"."id")
from "main"."shop$order" as "r0"
left join "main"."shop$party" as "r0_1" on "r0_1"."id" = "r0"."customer"
where "r0"."id" = any(?::uuid[])

-- Parameter[index=2, sqlType=uuid[]]
