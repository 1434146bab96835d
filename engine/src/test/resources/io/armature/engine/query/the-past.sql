with "as_of" as materialized (select ?::timestamptz as "at"), "h0" as not materialized (select "c"."id", "p"."order", "p"."item", "p"."qty", "p"."price", "p"."external_id", "p"."version", "p"."created_at", "p"."created_by", "p"."updated_at", "p"."updated_by", "p"."owner", "p"."deleted_at", "p"."_position"
from "main"."shop$line" as "c"
left join lateral (select jsonb_object_agg("e"."key", "e"."value" -> 0
order by "a"."version" desc) || jsonb_build_object('version', min("a"."version") - 1) as "old"
from "main"."sys$audit" as "a"
cross join lateral jsonb_each("a"."changes") as "e"
where "a"."entity" in ('shop.line') and "a"."record" = "c"."id" and "a"."at" > (select "at"
from "as_of")) as "u" on true
cross join lateral jsonb_populate_record("c", coalesce("u"."old", '{}')) as "p"
where "c"."created_at" <= (select "at"
from "as_of")), "h1" as not materialized (select "c"."id", "p"."number", "p"."customer", "p"."parent", "p"."status", "p"."placed", "p"."due", "p"."at", "p"."takes", "p"."total", "p"."urgent", "p"."score", "p"."marks", "p"."extra", "p"."external_id", "p"."version", "p"."created_at", "p"."created_by", "p"."updated_at", "p"."updated_by", "p"."owner", "p"."deleted_at"
from "main"."shop$order" as "c"
left join lateral (select jsonb_object_agg("e"."key", "e"."value" -> 0
order by "a"."version" desc) || jsonb_build_object('version', min("a"."version") - 1) as "old"
from "main"."sys$audit" as "a"
cross join lateral jsonb_each("a"."changes") as "e"
where "a"."entity" in ('shop.order') and "a"."record" = "c"."id" and "a"."at" > (select "at"
from "as_of")) as "u" on true
cross join lateral jsonb_populate_record("c", coalesce("u"."old", '{}')) as "p"
where "c"."created_at" <= (select "at"
from "as_of")) select "r0"."number", ((select coalesce(case when count(*) <= 1000 then json_agg(row_to_json("_r")) else to_json(cast('list longer than 1000: lines' || left(count(*)::text, 0) as integer)) end, '[]')
from (select "r3"."qty" as "qty"
from "h0" as "r3"
where "r3"."order" = "r0"."id" and "r3"."deleted_at" is null
order by "r3"."_position", "r3"."id"
limit 1001) as "_r"))::text, ("r0"."id")::text
from "h1" as "r0"
where "r0"."deleted_at" is null
order by "r0"."id"
limit 51

-- Parameter[index=3, sqlType=timestamp with time zone]
