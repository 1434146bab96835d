package io.armature.bench.floor;

import io.armature.bench.floor.Wire.Bucket;
import io.armature.bench.floor.Wire.Customer;
import io.armature.bench.floor.Wire.Invoice;
import io.armature.bench.floor.Wire.Line;
import io.armature.bench.floor.Wire.Row;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs statements, and makes records of rows. */
final class Rows {
    private static final int PAGE = 50;
    private static final int INVOICE_COLUMNS = 12;

    private Rows() {}

    interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    static <T> List<T> list(Connection connection, String sql, Reader<T> reader, @Nullable Object... values)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            try (ResultSet row = statement.executeQuery()) {
                List<T> records = new ArrayList<>(PAGE);
                while (row.next()) {
                    records.add(reader.read(row));
                }
                return records;
            }
        }
    }

    static Row invoice(ResultSet row) throws SQLException {
        return new Row(
                row.getInt(1),
                row.getString(2),
                row.getInt(3),
                row.getObject(4, LocalDate.class),
                row.getObject(5, LocalDate.class),
                row.getString(6),
                row.getString(7),
                row.getBigDecimal(8),
                row.getString(9),
                row.getString(10),
                row.getObject(11, OffsetDateTime.class),
                row.getObject(12, OffsetDateTime.class));
    }

    static Invoice invoice(ResultSet row, List<Line> lines) throws SQLException {
        Row head = invoice(row);
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
                customer(row, INVOICE_COLUMNS),
                lines);
    }

    static Line line(ResultSet row) throws SQLException {
        return new Line(
                row.getInt(1),
                row.getInt(2),
                row.getString(3),
                row.getBigDecimal(4),
                row.getBigDecimal(5),
                row.getBigDecimal(6));
    }

    static Customer customer(ResultSet row) throws SQLException {
        return customer(row, 0);
    }

    private static Customer customer(ResultSet row, int before) throws SQLException {
        return new Customer(
                row.getInt(before + 1),
                row.getString(before + 2),
                row.getString(before + 3),
                row.getString(before + 4),
                row.getString(before + 5),
                row.getObject(before + 6, OffsetDateTime.class),
                row.getObject(before + 7, OffsetDateTime.class));
    }

    static Bucket bucket(ResultSet row) throws SQLException {
        return new Bucket(row.getString(1), row.getObject(2, LocalDate.class), row.getBigDecimal(3), row.getLong(4));
    }
}
