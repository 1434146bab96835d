select "r2_2"."code", "p"."o0", ("p"."o1")::text
from (select "r0"."id" as "id", "r0_2"."code" as "o0", "r0"."id" as "o1"
from "main"."shop$customer" as "r0"
join "main"."shop$party" as "r0_1" on "r0_1"."id" = "r0"."id"
left join "main"."shop$country" as "r0_2" on "r0_2"."id" = "r0_1"."country"
where "r0"."deleted_at" is null
order by "r0_2"."code", "r0"."id"
limit 51) as "p"
cross join "main"."shop$customer" as "r2"
join "main"."shop$party" as "r2_1" on "r2_1"."id" = "r2"."id"
left join "main"."shop$country" as "r2_2" on "r2_2"."id" = "r2_1"."country"
where "r2"."id" = "p"."id"
order by "p"."o0", "p"."o1"


