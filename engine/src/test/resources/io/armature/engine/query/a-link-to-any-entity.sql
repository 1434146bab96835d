select (case when "r0"."about" is not null then json_build_object('entity', "r0"."about_entity", 'id', "r0"."about") end)::text, ("r0"."id")::text
from "main"."shop$customer" as "r0"
where "r0"."deleted_at" is null
order by "r0"."id"
limit 51


