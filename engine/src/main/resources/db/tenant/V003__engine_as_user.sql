-- The engine itself, as the author of what it writes: seed data, jobs. Nobody can sign in as it.
insert into "sys$user" (id, username, name, active)
values ('00000000-0000-0000-0000-000000000000', 'system', 'Armature', false);
