select "groups"."g0", ("groups"."g1")::text, ("groups"."g2")::text, ("groups"."g3")::text
from (select "r0"."status" as "g0", date_trunc(?::text, "r0"."placed"::timestamp)::date as "g1", count(*) as "g2", sum("r0"."total") as "g3"
from "main"."shop$order" as "r0"
where "r0"."deleted_at" is null
group by 1, 2) as "groups"
where ("groups"."g2" > ?::bigint)
order by "groups"."g2" desc nulls last
limit ?::bigint offset ?::bigint

-- Value[value=month, sqlType=text]
-- Value[value=1, sqlType=bigint]
-- Parameter[index=0, sqlType=bigint]
-- Parameter[index=1, sqlType=bigint]
