select ("r0"."id")::text, "r0"."status", ("r0"."total")::text
from "main"."shop$order" as "r0"
where "r0"."deleted_at" is null and ("r0"."status" > ?::text or "r0"."status" is null or ("r0"."status" = ?::text and ("r0"."total" < ?::numeric or "r0"."total" is null or ("r0"."total" = ?::numeric and ("r0"."id" < ?::uuid)))))
order by "r0"."status", "r0"."total" desc nulls last, "r0"."id" desc
limit 51

-- Parameter[index=26, sqlType=text]
-- Parameter[index=26, sqlType=text]
-- Parameter[index=27, sqlType=numeric]
-- Parameter[index=27, sqlType=numeric]
-- Parameter[index=28, sqlType=uuid]
