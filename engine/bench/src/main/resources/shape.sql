-- The data of both services: deterministic, so that the same record is the same everywhere.
-- Both fill their own tables from these functions.

-- Three words of syllables and a legal form: a hundred thousand names that share few letters in a row.
create function bench_customer(count integer)
returns table (n integer, code text, name text, email text, country text, created timestamptz, updated timestamptz)
language sql as $$
  select i, 'C' || lpad(i::text, 7, '0'),
    initcap(s[1 + i % 20] || s[1 + i / 20 % 20] || s[1 + i / 400 % 20]) || ' '
      || initcap(s[1 + i * 7 % 20] || s[1 + i * 13 / 20 % 20]) || ' ' || f[1 + i % 6],
    'contact' || i || '@example' || i % 997 || '.com', c[1 + i * 31 % 12],
    timestamptz '2022-01-01 00:00+00' + i % 1000 * interval '1 day',
    timestamptz '2025-01-01 00:00+00' + i % 300 * interval '1 day'
  from generate_series(1, count) i,
    (select array['bar','len','mi','tor','ka','vis','ron','del','sa','qui','for','gan','hel','jo','nax','pem','wil','zor','yen','uth'] s,
            array['GmbH','Ltd','SAS','Inc','BV','AB'] f,
            array['DE','FR','US','GB','NL','SE','ES','IT','PL','AT','CH','BE'] c) words
$$;

create function bench_line(first integer, last integer)
returns table (n integer, invoice integer, "position" integer, description text, qty numeric, price numeric, amount numeric)
language sql as $$
  select i, 1 + (i - 1) / 3, 1 + (i - 1) % 3, 'Item ' || i * 37::bigint % 5000 || ' - standard delivery', q, p, round(q * p, 2)
  from (select i, (1 + i % 9)::numeric q, round(i * 7919::bigint % 90000 / 100.0 + 1, 2) p from generate_series(first, last) i) priced
$$;

-- Three years of them, three lines each.
create function bench_invoice(count integer, customers integer)
returns table (n integer, number text, customer integer, date date, status text, currency text, total numeric, reference text, at timestamptz)
language sql as $$
  select i, 'INV-' || lpad(i::text, 8, '0'), 1 + (i::bigint * 7919 % customers)::integer, d,
    (array['paid','paid','sent','paid','draft','paid','sent','paid','overdue','paid'])[1 + (i::bigint * 7907 / 13 % 10)::integer],
    (array['EUR','USD','GBP'])[1 + i % 3],
    (select sum(amount) from bench_line(3 * i - 2, 3 * i)),
    'PO-' || i * 17::bigint % 99991, d::timestamp at time zone 'UTC'
  from (select i, date '2023-01-01' + (i::bigint * 104729 % 1096)::integer d from generate_series(1, count) i) dated
$$;
