select "r2"."number", "r2"."o0", ("r2"."o1")::text
from (select *
from (select "r0"."id" as "id", "r0"."number" as "number", "r0"."number" as "o0", "r0"."id" as "o1"
from "main"."shop$order" as "r0"
where "r0"."deleted_at" is null and ("r0"."number" ilike ?::text or (octet_length("r0"."number") <> char_length("r0"."number") and "r0"."number" ~* ?::text)) offset 0) as "g"
order by "g"."o0", "g"."o1"
limit 51) as "r2"
order by "r2"."o0", "r2"."o1"

-- Parameter[index=10, sqlType=text]
-- Parameter[index=18, sqlType=text]
