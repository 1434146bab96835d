select "r2"."number", ("r2"."o0")::text
from (select *
from (select "r0"."id" as "id", "r0"."number" as "number", "r0"."id" as "o0"
from "main"."shop$order" as "r0"
where ((("r0"."number" ilike ?::text or (octet_length("r0"."number") <> char_length("r0"."number") and "r0"."number" ~* ?::text)) and (lower("r0"."number" collate "und-x-icu") collate "C") like ?::text)) and "r0"."deleted_at" is null offset 0) as "g"
order by "g"."o0"
limit 51) as "r2"
order by "r2"."o0"

-- Value[value=%kilo%, sqlType=text]
-- Value[value=[kK][iİ]lo, sqlType=text]
-- Value[value=%kilo%, sqlType=text]
