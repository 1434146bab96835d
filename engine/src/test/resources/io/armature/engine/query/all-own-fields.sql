select ("r0"."id")::text, "r0"."number", ("r0"."customer")::text, ("r0"."parent")::text, "r0"."status", ("r0"."placed")::text, ("r0"."due" at time zone 'UTC')::text, ("r0"."at")::text, ("r0"."takes")::text, ("r0"."total")::text, ("r0"."urgent")::text, ("r0"."score")::text, to_json("r0"."marks")::text, ("r0"."extra")::text, (("r0"."total" * ?::numeric))::text, "r0"."external_id", ("r0"."version")::text, ("r0"."created_at" at time zone 'UTC')::text, ("r0"."created_by")::text, ("r0"."updated_at" at time zone 'UTC')::text, ("r0"."updated_by")::text, ("r0"."owner")::text, ("r0"."deleted_at" at time zone 'UTC')::text
from "main"."shop$order" as "r0"
where "r0"."deleted_at" is null
order by "r0"."id"
limit 51

-- Value[value=2, sqlType=numeric]
