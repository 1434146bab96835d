select ("r0"."id")::text, "r0"."status", ("r0"."total")::text
from "main"."shop$order" as "r0"
where "r0"."deleted_at" is null and (("r0"."status" is null and (("r0"."total" is null and ("r0"."id" < ?::uuid)))))
order by "r0"."status", "r0"."total" desc nulls last, "r0"."id" desc
limit 51

-- Parameter[index=28, sqlType=uuid]
