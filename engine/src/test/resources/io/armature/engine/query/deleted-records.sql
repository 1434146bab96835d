select ("r0"."id")::text
from "main"."shop$order" as "r0"
where "r0"."deleted_at" is not null
order by "r0"."id"
limit 51


