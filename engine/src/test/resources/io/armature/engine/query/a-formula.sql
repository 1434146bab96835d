select (("r0"."total" * ?::numeric))::text, ("r0"."id")::text
from "main"."shop$order" as "r0"
where ((("r0"."total" * ?::numeric) > ?::numeric)) and "r0"."deleted_at" is null
order by ("r0"."total" * ?::numeric), "r0"."id"
limit ?::bigint offset ?::bigint

-- Value[value=2, sqlType=numeric]
-- Value[value=2, sqlType=numeric]
-- Value[value=1, sqlType=numeric]
-- Value[value=2, sqlType=numeric]
-- Parameter[index=0, sqlType=bigint]
-- Parameter[index=1, sqlType=bigint]
