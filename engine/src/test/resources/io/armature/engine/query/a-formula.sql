select (("r0"."total" * ?::numeric))::text, ("r0"."id")::text
from "main"."shop$order" as "r0"
where ((("r0"."total" * ?::numeric) > ?::numeric)) and "r0"."deleted_at" is null
order by ("r0"."total" * ?::numeric), "r0"."id"
limit 51

-- Value[value=2, sqlType=numeric]
-- Value[value=2, sqlType=numeric]
-- Value[value=1, sqlType=numeric]
-- Value[value=2, sqlType=numeric]
