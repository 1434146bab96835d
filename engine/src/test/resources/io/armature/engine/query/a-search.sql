select "r0_1"."name", ("r0"."id")::text
from "main"."shop$customer" as "r0"
join "main"."shop$party" as "r0_1" on "r0_1"."id" = "r0"."id"
where "r0"."deleted_at" is null and (lower(regexp_replace(normalize(coalesce("r0_1"."name", ''), NFD), '[\u0300-\u036f]', '', 'g')) like lower(regexp_replace(normalize(?::text, NFD), '[\u0300-\u036f]', '', 'g')) or lower(regexp_replace(normalize(coalesce("r0"."email", ''), NFD), '[\u0300-\u036f]', '', 'g')) like lower(regexp_replace(normalize(?::text, NFD), '[\u0300-\u036f]', '', 'g'))) and (lower(regexp_replace(normalize(coalesce("r0_1"."name", ''), NFD), '[\u0300-\u036f]', '', 'g')) like lower(regexp_replace(normalize(?::text, NFD), '[\u0300-\u036f]', '', 'g')) or lower(regexp_replace(normalize(coalesce("r0"."email", ''), NFD), '[\u0300-\u036f]', '', 'g')) like lower(regexp_replace(normalize(?::text, NFD), '[\u0300-\u036f]', '', 'g')))
order by "r0"."id"
limit ?::bigint offset ?::bigint

-- Parameter[index=10, sqlType=text]
-- Parameter[index=10, sqlType=text]
-- Parameter[index=11, sqlType=text]
-- Parameter[index=11, sqlType=text]
-- Parameter[index=0, sqlType=bigint]
-- Parameter[index=1, sqlType=bigint]
