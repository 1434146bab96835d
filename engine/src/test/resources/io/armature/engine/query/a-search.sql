select "r0_1"."name", ("r0"."id")::text
from "main"."shop$customer" as "r0"
join "main"."shop$party" as "r0_1" on "r0_1"."id" = "r0"."id"
where "r0"."deleted_at" is null and ("r0_1"."name" ilike ?::text or (octet_length("r0_1"."name") <> char_length("r0_1"."name") and "r0_1"."name" ~* ?::text) or "r0"."email" ilike ?::text or (octet_length("r0"."email") <> char_length("r0"."email") and "r0"."email" ~* ?::text)) and ("r0_1"."name" ilike ?::text or (octet_length("r0_1"."name") <> char_length("r0_1"."name") and "r0_1"."name" ~* ?::text) or "r0"."email" ilike ?::text or (octet_length("r0"."email") <> char_length("r0"."email") and "r0"."email" ~* ?::text))
order by "r0"."id"
limit 51

-- Parameter[index=10, sqlType=text]
-- Parameter[index=18, sqlType=text]
-- Parameter[index=10, sqlType=text]
-- Parameter[index=18, sqlType=text]
-- Parameter[index=11, sqlType=text]
-- Parameter[index=19, sqlType=text]
-- Parameter[index=11, sqlType=text]
-- Parameter[index=19, sqlType=text]
