insert into customer (id, code, name, email, country, created_at, updated_at)
  select n, code, name, email, country, created, updated from bench_customer(:customers);
insert into invoice (id, number, customer_id, date, due_date, status, currency, total, reference, created_at, updated_at)
  select n, number, customer, date, date + 30, status, currency, total, reference, at, at from bench_invoice(:invoices, :customers);
insert into invoice_line (id, invoice_id, position, description, qty, price, amount)
  select n, invoice, position, description, qty, price, amount from bench_line(1, 3 * :invoices);
select setval(pg_get_serial_sequence('customer', 'id'), :customers),
  setval(pg_get_serial_sequence('invoice', 'id'), :invoices),
  setval(pg_get_serial_sequence('invoice_line', 'id'), 3 * :invoices);
