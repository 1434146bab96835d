select "r2"."number", ("r2"."customer")::text, "r2_1"."name", "p"."o0", ("p"."o1")::text
from (select "r0"."id" as "id", "r0"."number" as "o0", "r0"."id" as "o1"
from "main"."shop$order" as "r0"
where "r0"."deleted_at" is null
order by "r0"."number", "r0"."id"
limit 51) as "p"
cross join "main"."shop$order" as "r2"
left join "main"."shop$party" as "r2_1" on "r2_1"."id" = "r2"."customer"
where "r2"."id" = "p"."id"
order by "p"."o0", "p"."o1"


