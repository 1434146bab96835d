package io.armature.engine.query.sql;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Where the columns of a row go in the record's JSON. */
public sealed interface Layout {
    String name();

    /** The bytes before the value: {@code "name":}. */
    byte[] key();

    /** The column that is looked at first, from 1. */
    int column();

    /**
     * One value.
     *
     * @param column from 1
     */
    record Value(String name, byte[] key, int column, Encoding encoding) implements Layout {
        Value(String name, int column, Encoding encoding) {
            this(name, keyOf(name), column, encoding);
        }
    }

    /**
     * A linked record whose values are columns of the same row.
     *
     * @param column null there means that there is no linked record
     */
    record Nested(String name, byte[] key, int column, List<Layout> values) implements Layout {
        public Nested {
            values = List.copyOf(values);
        }

        Nested(String name, int column, List<Layout> values) {
            this(name, keyOf(name), column, values);
        }
    }

    /**
     * Something that shows on some records only.
     *
     * @param column holds {@link ShownSql#SHOWN} or {@link ShownSql#MASKED}, and null where it does not show
     */
    record Guarded(Layout inner, int column) implements Layout {
        @Override
        public String name() {
            return inner.name();
        }

        @Override
        public byte[] key() {
            return inner.key();
        }

        /** Whether a flag means that a part shows. */
        public static boolean isMasked(byte[] flag) {
            return flag.length > 0 && flag[0] == ShownSql.MASKED;
        }
    }

    /** Something that shows on no record. */
    record Hidden(String name, byte[] key) implements Layout {
        Hidden(String name) {
            this(name, keyOf(name));
        }

        @Override
        public int column() {
            return 0;
        }
    }

    private static byte[] keyOf(String name) {
        return ('"' + name.replace("\\", "\\\\").replace("\"", "\\\"") + "\":").getBytes(StandardCharsets.UTF_8);
    }
}
