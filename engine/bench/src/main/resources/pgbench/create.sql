\set c random(1, :customers)
begin;
insert into invoice (number, customer_id, date, due_date, status, currency, total) values ('N-' || nextval('invoice_number'), :c, '2026-01-15', '2026-02-14', 'draft', 'EUR', 100.00) returning id, number, created_at, updated_at \gset
insert into invoice_line (invoice_id, position, description, qty, price, amount) select :id::int, n, d, q, p, round(q * p, 2) from unnest('{Item 1 - standard delivery,Item 2 - standard delivery,Item 3 - standard delivery,Item 4 - standard delivery,Item 5 - standard delivery}'::text[], '{1,2,3,4,5}'::numeric[], '{10.5,20.5,30.5,40.5,50.5}'::numeric[]) with ordinality as t (d, q, p, n) returning id, position, description, qty, price, amount;
commit;
