package io.armature.bench.floor;

import io.armature.bench.floor.Wire.Bucket;
import io.armature.bench.floor.Wire.Customer;
import io.armature.bench.floor.Wire.Invoice;
import io.armature.bench.floor.Wire.Line;
import io.armature.bench.floor.Wire.Page;
import io.armature.bench.floor.Wire.Row;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The reading endpoints. */
@Controller
final class ReadController {
    private final DataSource source;

    ReadController(DataSource source) {
        this.source = source;
    }

    /** An invoice with its customer and lines. */
    @Get("/invoices/{id}")
    Optional<Invoice> one(int id) throws SQLException {
        try (Connection connection = source.getConnection()) {
            List<Line> lines = Rows.list(connection, Statements.LINES, Rows::line, id);
            return Rows.list(connection, Statements.ONE, row -> Rows.invoice(row, lines), id).stream()
                    .findFirst();
        }
    }

    /** The newest 50 of a status in a range of days. */
    @Get("/invoices{?status,from,to,count}")
    Page<Row> list(String status, LocalDate from, LocalDate to, @Nullable Boolean count) throws SQLException {
        try (Connection connection = source.getConnection()) {
            Long total = Boolean.TRUE.equals(count)
                    ? Rows.list(connection, Statements.COUNT, row -> row.getLong(1), status, from, to)
                            .getFirst()
                    : null;
            return new Page<>(Rows.list(connection, Statements.LIST, Rows::invoice, status, from, to), total);
        }
    }

    /** The 50 that follow one. */
    @Get("/invoices/after/{date}/{id}")
    Page<Row> after(LocalDate date, int id) throws SQLException {
        return page(Statements.AFTER, Rows::invoice, date, id);
    }

    @Get("/invoices/offset/{skipped}")
    Page<Row> offset(int skipped) throws SQLException {
        return page(Statements.OFFSET, Rows::invoice, skipped);
    }

    /** Totals by status and month. */
    @Get("/statistics")
    List<Bucket> statistics() throws SQLException {
        return this.<Bucket>page(Statements.STATISTICS, Rows::bucket).data();
    }

    /** Customers whose name contains a text. */
    @Get("/customers{?q}")
    Page<Customer> search(String q) throws SQLException {
        return page(Statements.SEARCH, Rows::customer, "%" + q + "%");
    }

    private <T> Page<T> page(String sql, Rows.Reader<T> reader, Object... values) throws SQLException {
        try (Connection connection = source.getConnection()) {
            return new Page<>(Rows.list(connection, sql, reader, values), null);
        }
    }
}
