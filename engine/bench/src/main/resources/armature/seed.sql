-- Identifiers as the engine makes them: rising with time. Who is who: see bench_id.
create function bench_id(kind text, n bigint) returns uuid language sql immutable
  return ('019000' || kind || '-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid;
insert into "bench$customer" (id, version, code, name, email, country, created_at, updated_at)
  select bench_id('0c', n), 1, code, name, email, country, created, updated from bench_customer(:customers);
insert into "bench$invoice" (id, version, number, customer, date, due_date, status, currency, total, reference, created_at, updated_at)
  select bench_id('01', n), 1, number, bench_id('0c', customer), date, date + 30, status, currency, total, reference, at, at
  from bench_invoice(:invoices, :customers);
insert into "bench$invoice_line" (id, version, invoice, _position, description, qty, price, amount, created_at, updated_at)
  select bench_id('0e', n), 1, bench_id('01', invoice), position, description, qty, price, amount, timestamptz '2025-01-01 00:00+00', timestamptz '2025-01-01 00:00+00'
  from bench_line(1, 3 * :invoices);
