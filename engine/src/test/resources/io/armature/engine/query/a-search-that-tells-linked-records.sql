select "r2"."number", ("r2"."customer")::text, "r2_1"."name", ("p"."o0")::text
from (select *
from (select "r0"."id" as "id", "r0"."id" as "o0"
from "main"."shop$order" as "r0"
where "r0"."deleted_at" is null and ("r0"."number" ilike ?::text or (octet_length("r0"."number") <> char_length("r0"."number") and "r0"."number" ~* ?::text)) offset 0) as "g"
order by "g"."o0"
limit 51) as "p"
cross join "main"."shop$order" as "r2"
left join "main"."shop$party" as "r2_1" on "r2_1"."id" = "r2"."customer"
where "r2"."id" = "p"."id"
order by "p"."o0"

-- Parameter[index=10, sqlType=text]
-- Parameter[index=18, sqlType=text]
