package io.armature.bench.floor;

import io.armature.bench.floor.Wire.Invoice;
import io.armature.bench.floor.Wire.Line;
import io.armature.bench.floor.Wire.NewInvoice;
import io.armature.bench.floor.Wire.NewLine;
import io.armature.bench.floor.Wire.Reference;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import javax.sql.DataSource;

/** The writing endpoints. */
@Controller
final class WriteController {
    private final DataSource source;

    WriteController(DataSource source) {
        this.source = source;
    }

    /** Creates an invoice with its lines. */
    @Post("/invoices")
    HttpResponse<Invoice> create(@Body NewInvoice invoice) throws SQLException {
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            try {
                Invoice created = insert(connection, invoice);
                connection.commit();
                return HttpResponse.created(created);
            } catch (SQLException | RuntimeException failed) {
                connection.rollback();
                throw failed;
            } finally {
                connection.setAutoCommit(true);
            }
        }
    }

    /** Changes the reference of an invoice. */
    @Patch("/invoices/{id}")
    HttpResponse<?> update(int id, @Body Reference reference) throws SQLException {
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(Statements.UPDATE)) {
            statement.setString(1, reference.reference());
            statement.setInt(2, id);
            return statement.executeUpdate() == 1 ? HttpResponse.noContent() : HttpResponse.notFound();
        }
    }

    private static Invoice insert(Connection connection, NewInvoice invoice) throws SQLException {
        BigDecimal total = invoice.lines().stream()
                .map(line -> line.qty().multiply(line.price()).setScale(2, RoundingMode.HALF_UP))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        Invoice head = Rows.list(
                        connection,
                        Statements.INSERT,
                        row -> new Invoice(
                                row.getInt(1),
                                row.getString(2),
                                invoice.date(),
                                invoice.dueDate(),
                                invoice.status(),
                                invoice.currency(),
                                total,
                                null,
                                null,
                                row.getObject(3, OffsetDateTime.class),
                                row.getObject(4, OffsetDateTime.class),
                                null,
                                List.of()),
                        invoice.customerId(),
                        invoice.date(),
                        invoice.dueDate(),
                        invoice.status(),
                        invoice.currency(),
                        total)
                .getFirst();
        return withLines(head, insertLines(connection, head.id(), invoice.lines()));
    }

    private static List<Line> insertLines(Connection connection, int invoice, List<NewLine> lines) throws SQLException {
        return Rows.list(
                connection,
                Statements.INSERT_LINES,
                Rows::line,
                invoice,
                connection.createArrayOf(
                        "text", lines.stream().map(NewLine::description).toArray()),
                connection.createArrayOf(
                        "numeric", lines.stream().map(NewLine::qty).toArray()),
                connection.createArrayOf(
                        "numeric", lines.stream().map(NewLine::price).toArray()));
    }

    private static Invoice withLines(Invoice head, List<Line> lines) {
        return new Invoice(
                head.id(),
                head.number(),
                head.date(),
                head.dueDate(),
                head.status(),
                head.currency(),
                head.total(),
                head.reference(),
                head.notes(),
                head.createdAt(),
                head.updatedAt(),
                head.customer(),
                lines);
    }
}
