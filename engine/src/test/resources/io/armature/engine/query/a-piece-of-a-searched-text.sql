select "r0"."number", ("r0"."id")::text
from "main"."shop$order" as "r0"
where ((("r0"."number" ilike ?::text or (octet_length("r0"."number") <> char_length("r0"."number") and "r0"."number" ~* ?::text)) and (lower("r0"."number" collate "und-x-icu") collate "C") like ?::text)) and "r0"."deleted_at" is null
order by "r0"."id"
limit 51

-- Value[value=%a-7%, sqlType=text]
-- Value[value=a\-7, sqlType=text]
-- Value[value=%a-7%, sqlType=text]
