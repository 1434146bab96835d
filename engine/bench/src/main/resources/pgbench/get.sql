\set id random(1, :invoices)
select row_to_json(x)::text from (select i.*, row_to_json(c) as customer, (select json_agg(l order by l.position, l.id) from invoice_line l where l.invoice_id = i.id) as lines from invoice i join customer c on c.id = i.customer_id where i.id = :id) x;
