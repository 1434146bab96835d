-- A row of the name of a pack's role holds settings of it alone. Whether a role is a pack's, the engine knows: it takes a role from
-- those who hold it where nothing of it is left.
drop trigger "sys$role$forget" on "sys$role";
drop function "sys$forget_role"();
