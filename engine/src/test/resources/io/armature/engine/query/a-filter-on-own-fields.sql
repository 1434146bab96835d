select ("r0"."id")::text
from "main"."shop$order" as "r0"
where ((("r0"."status" = ?::text) and ("r0"."total" > ?::numeric))) and "r0"."deleted_at" is null
order by "r0"."id"
limit 51

-- Value[value=open, sqlType=text]
-- Value[value=10, sqlType=numeric]
