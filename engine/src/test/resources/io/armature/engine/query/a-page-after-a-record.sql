select ("r0"."id")::text, ("r0"."created_at" at time zone 'UTC')::text
from "main"."shop$order" as "r0"
where "r0"."deleted_at" is null and ("r0"."created_at", "r0"."id") < ((?::timestamp at time zone 'UTC'), ?::uuid)
order by "r0"."created_at" desc, "r0"."id" desc
limit 51

-- Parameter[index=26, sqlType=timestamp]
-- Parameter[index=27, sqlType=uuid]
