select ("r0"."id")::text
from "main"."shop$order" as "r0"
left join "main"."shop$party" as "r0_1" on "r0_1"."id" = "r0"."customer"
left join "main"."shop$country" as "r0_2" on "r0_2"."id" = "r0_1"."country"
where (("r0_2"."code" = ?::text)) and "r0"."deleted_at" is null
order by "r0"."id"
limit 51

-- Value[value=FR, sqlType=text]
