select uuid_send("r2"."id"), "r2"."number", date_send("r2"."placed"), timestamptz_send("r2"."created_at"), ("r2"."total")::text, uuid_send("r2"."customer"), "r2_1"."name", uuid_send("p"."o0")
from (select "r0"."id" as "id", "r0"."id" as "o0"
from "main"."shop$order" as "r0"
where "r0"."deleted_at" is null
order by "r0"."id"
limit 21) as "p"
cross join "main"."shop$order" as "r2"
left join "main"."shop$party" as "r2_1" on "r2_1"."id" = "r2"."customer"
where "r2"."id" = "p"."id"
order by "p"."o0"


