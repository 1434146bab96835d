select ("r0"."id")::text
from "main"."shop$order" as "r0"
where ((exists (select 1
from "main"."shop$line" as "r0_1"
where "r0_1"."order" = "r0"."id" and "r0_1"."deleted_at" is null and ("r0_1"."qty" > ?::numeric)))) and "r0"."deleted_at" is null
order by "r0"."id"
limit 51

-- Value[value=10, sqlType=numeric]
