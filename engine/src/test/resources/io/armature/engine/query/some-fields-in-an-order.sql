select "r0"."number", ("r0"."total")::text, ("r0"."created_at" at time zone 'UTC')::text, ("r0"."id")::text
from "main"."shop$order" as "r0"
where "r0"."deleted_at" is null
order by "r0"."created_at" desc, "r0"."number", "r0"."id"
limit 51


