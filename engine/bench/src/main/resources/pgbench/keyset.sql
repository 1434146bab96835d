\set id random(1, :invoices)
\set d (:id * 104729) % 1096
select i.id, i.number, i.customer_id, i.date, i.due_date, i.status, i.currency, i.total, i.reference, i.notes, i.created_at, i.updated_at from invoice i where (i.date, i.id) < (date '2023-01-01' + :d::int, :id::int) order by i.date desc, i.id desc limit 50;
