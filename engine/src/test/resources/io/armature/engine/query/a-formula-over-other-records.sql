select ((select coalesce(sum("r0_2"."total"), 0)
from "main"."shop$order" as "r0_2"
where "r0_2"."customer" = "r0"."id" and "r0_2"."deleted_at" is null))::text, ((select coalesce(sum("r0_1"."total"), 0)
from "main"."shop$order" as "r0_1"
where "r0_1"."customer" = "r0"."id" and "r0_1"."deleted_at" is null))::text, ("r0"."id")::text
from "main"."shop$customer" as "r0"
where "r0"."deleted_at" is null
order by (select coalesce(sum("r0_1"."total"), 0)
from "main"."shop$order" as "r0_1"
where "r0_1"."customer" = "r0"."id" and "r0_1"."deleted_at" is null) desc nulls last, "r0"."id" desc
limit 51


