\set id random(1, :invoices)
\set r random(1, 100000000)
update invoice set reference = 'PO-' || :r::int, updated_at = now() where id = :id;
