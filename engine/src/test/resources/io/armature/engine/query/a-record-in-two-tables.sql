select "r0_1"."name", "r0"."email", ("r0"."id")::text
from "main"."shop$customer" as "r0"
join "main"."shop$party" as "r0_1" on "r0_1"."id" = "r0"."id"
where "r0"."deleted_at" is null
order by "r0"."id"
limit 51


