select ("r2"."customer")::text, "r2_1"."name", ("r2_1"."country")::text, "r2_2"."code", "r2_2"."name", ("p"."o0")::text
from (select "r0"."id" as "id", "r0"."id" as "o0"
from "main"."shop$order" as "r0"
where "r0"."deleted_at" is null
order by "r0"."id"
limit 51) as "p"
cross join "main"."shop$order" as "r2"
left join "main"."shop$party" as "r2_1" on "r2_1"."id" = "r2"."customer"
left join "main"."shop$country" as "r2_2" on "r2_2"."id" = "r2_1"."country"
where "r2"."id" = "p"."id"
order by "p"."o0"


