select ("r0"."id")::text
from "main"."shop$order" as "r0"
where ((("r0"."status" = ?::text) and ("r0"."total" > ?::numeric))) and "r0"."deleted_at" is null
order by "r0"."id"
limit ?::bigint offset ?::bigint

-- Value[value=open, sqlType=text]
-- Value[value=10, sqlType=numeric]
-- Parameter[index=0, sqlType=bigint]
-- Parameter[index=1, sqlType=bigint]
