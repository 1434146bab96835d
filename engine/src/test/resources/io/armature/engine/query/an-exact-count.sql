select "n"."n"::text, "q"."present", "q"."c0", "q"."c1", "q"."c2", "q"."c3", "q"."c4"
from (select count(*) as "n"
from "main"."shop$order" as "r3"
where "r3"."deleted_at" is null) as "n"
left join (select '1'::text as "present", "r2"."number" as "c0", ("r2"."customer")::text as "c1", "r2_1"."name" as "c2", "p"."o0" as "c3", ("p"."o1")::text as "c4", "p"."o0" as "o0", "p"."o1" as "o1"
from (select "r0"."id" as "id", "r0"."number" as "o0", "r0"."id" as "o1"
from "main"."shop$order" as "r0"
where "r0"."deleted_at" is null
order by "r0"."number", "r0"."id"
limit 51) as "p"
cross join "main"."shop$order" as "r2"
left join "main"."shop$party" as "r2_1" on "r2_1"."id" = "r2"."customer"
where "r2"."id" = "p"."id"
order by "p"."o0", "p"."o1") as "q" on true
order by "q"."o0", "q"."o1"


