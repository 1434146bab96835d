package io.armature.bench.floor;

/** All SQL in one place. */
interface Statements {
    String COLUMNS = "i.id, i.number, i.customer_id, i.date, i.due_date, i.status, i.currency, i.total, i.reference,"
            + " i.notes, i.created_at, i.updated_at";
    String CUSTOMER = "c.id, c.code, c.name, c.email, c.country, c.created_at, c.updated_at";
    String NEWEST_FIRST = " order by i.date desc, i.id desc limit 50";

    String ONE = "select " + COLUMNS + ", " + CUSTOMER
            + " from invoice i join customer c on c.id = i.customer_id where i.id = ?";
    String LINES = "select id, position, description, qty, price, amount from invoice_line"
            + " where invoice_id = ? order by position, id";
    String IN_RANGE = " from invoice i where i.status = ? and i.date between ? and ?";
    String LIST = "select " + COLUMNS + IN_RANGE + NEWEST_FIRST;
    String COUNT = "select count(*)" + IN_RANGE;
    String AFTER = "select " + COLUMNS + " from invoice i where (i.date, i.id) < (?, ?)" + NEWEST_FIRST;
    String OFFSET = "select " + COLUMNS + " from invoice i" + NEWEST_FIRST + " offset ?";
    String INSERT = "insert into invoice (number, customer_id, date, due_date, status, currency, total)"
            + " values ('N-' || nextval('invoice_number'), ?, ?, ?, ?, ?, ?)"
            + " returning id, number, created_at, updated_at";
    String INSERT_LINES = "insert into invoice_line (invoice_id, position, description, qty, price, amount)"
            + " select ?, position, description, qty, price, round(qty * price, 2)"
            + " from unnest(?::text[], ?::numeric[], ?::numeric[]) with ordinality"
            + " as line (description, qty, price, position)"
            + " returning id, position, description, qty, price, amount";
    String UPDATE = "update invoice set reference = ?, updated_at = now() where id = ?";
    String STATISTICS = "select status, date_trunc('month', date)::date, sum(total), count(*) from invoice"
            + " group by 1, 2 order by 1, 2";
    String SEARCH = "select " + CUSTOMER + " from customer c where c.name ilike ? order by c.name limit 50";
}
