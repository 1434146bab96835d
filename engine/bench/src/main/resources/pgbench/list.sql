\set s random(1, 3)
\set d random(0, 1000)
select i.id, i.number, i.customer_id, i.date, i.due_date, i.status, i.currency, i.total, i.reference, i.notes, i.created_at, i.updated_at from invoice i where i.status = (array['sent', 'draft', 'overdue'])[:s::int] and i.date between date '2023-01-01' + :d::int and date '2023-01-01' + :d::int + 90 order by i.date desc, i.id desc limit 50;
