select ("r0"."id")::text
from "main"."shop$order" as "r0"
where "r0"."deleted_at" is not null
order by "r0"."id"
limit ?::bigint offset ?::bigint

-- Parameter[index=0, sqlType=bigint]
-- Parameter[index=1, sqlType=bigint]
