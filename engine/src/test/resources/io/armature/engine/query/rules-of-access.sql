select ("r2"."customer")::text, case when ("r2_1"."name" = ?::text) then "r2_1"."name" end, case when ("r2_1"."name" = ?::text) then '1' end, ("p"."o0")::text
from (select "r0"."id" as "id", "r0"."id" as "o0"
from "main"."shop$order" as "r0"
where "r0"."deleted_at" is null
order by "r0"."id"
limit 51) as "p"
cross join "main"."shop$order" as "r2"
left join "main"."shop$party" as "r2_1" on "r2_1"."id" = "r2"."customer"
where "r2"."id" = "p"."id"
order by "p"."o0"

-- Value[value=x, sqlType=text]
-- Value[value=x, sqlType=text]
