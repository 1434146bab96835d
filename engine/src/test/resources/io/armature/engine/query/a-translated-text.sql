select "r0"."code", coalesce("r0"."name_i18n" ->> ?::text, "r0"."name_i18n" ->> ?::text, "r0"."name"), ("r0"."id")::text
from "main"."shop$country" as "r0"
where "r0"."deleted_at" is null
order by "r0"."id"
limit 51

-- Parameter[index=4, sqlType=text]
-- Parameter[index=5, sqlType=text]
