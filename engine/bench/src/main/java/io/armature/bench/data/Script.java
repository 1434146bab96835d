package io.armature.bench.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;

/** SQL that is kept among the resources. */
final class Script {
    private Script() {}

    /** Runs a script, in which {@code :customers} and {@code :invoices} stand for the numbers of the data set. */
    static void run(Connection connection, String resource, DataSet data) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(read(resource)
                    .replace(":customers", String.valueOf(data.customers()))
                    .replace(":invoices", String.valueOf(data.invoices())));
        }
    }

    private static String read(String resource) {
        try (InputStream script = Objects.requireNonNull(Script.class.getResourceAsStream(resource), resource)) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new IllegalStateException("Cannot read " + resource, unreadable);
        }
    }
}
