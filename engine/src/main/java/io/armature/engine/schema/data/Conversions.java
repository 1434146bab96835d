package io.armature.engine.schema.data;

import io.armature.metadata.type.ColumnType;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The conversions between column types that exist in both directions. All others would lose what values mean. */
public final class Conversions {

    private static final String TEXT = ColumnType.TEXT.sql();
    private static final String TEXTS = ColumnType.TEXTS.sql();
    private static final String BIGINT = ColumnType.BIGINT.sql();
    private static final String NUMERIC = ColumnType.NUMERIC.sql();
    private static final String BOOLEAN = ColumnType.BOOLEAN.sql();
    private static final String DATE = ColumnType.DATE.sql();
    private static final String TIME = ColumnType.TIME.sql();
    private static final String TIMESTAMP = ColumnType.TIMESTAMP.sql();

    private final Map<String, Conversion> known = new HashMap<>();

    public Conversions() {
        add(BIGINT, NUMERIC, Conversion.always(value -> value + "::numeric"));
        add(NUMERIC, BIGINT, Conversion.when(Conversions::isWhole, value -> value + "::bigint"));
        add(BIGINT, TEXT, Conversion.always(value -> value + "::text"));
        add(
                TEXT,
                BIGINT,
                Conversion.when(value -> value + " ~ '^(0|-?[1-9][0-9]{0,17})$'", value -> value + "::bigint"));
        add(NUMERIC, TEXT, Conversion.always(value -> value + "::text"));
        add(
                TEXT,
                NUMERIC,
                Conversion.when(
                        value -> value + " ~ '^-?(0|[1-9][0-9]{0,99})([.][0-9]{1,99})?$' and " + value
                                + " !~ '^-0([.]0+)?$'",
                        value -> value + "::numeric"));
        add(BOOLEAN, TEXT, Conversion.always(value -> value + "::text"));
        add(TEXT, BOOLEAN, Conversion.when(value -> value + " in ('true', 'false')", value -> value + "::boolean"));
        add(BOOLEAN, BIGINT, Conversion.always(value -> value + "::int::bigint"));
        add(BIGINT, BOOLEAN, Conversion.when(value -> value + " in (0, 1)", value -> value + " = 1"));
        add(BOOLEAN, NUMERIC, Conversion.always(value -> value + "::int::numeric"));
        add(NUMERIC, BOOLEAN, Conversion.when(value -> value + " in (0, 1)", value -> value + " = 1"));
        add(TIME, TEXT, Conversion.when(Conversions::isWholeSecond, value -> "to_char(" + value + ", 'HH24:MI:SS')"));
        add(
                TEXT,
                TIME,
                Conversion.when(
                        value -> value + " ~ '^([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]$'", value -> value + "::time"));
        add(DATE, TEXT, Conversion.when(Conversions::isUsualDate, value -> "to_char(" + value + ", 'YYYY-MM-DD')"));
        add(TEXT, DATE, Conversion.when(Conversions::isDateText, value -> value + "::date"));
        add(
                DATE,
                TIMESTAMP,
                Conversion.when(Conversions::isUsualDate, value -> value + "::timestamp at time zone 'UTC'"));
        add(
                TIMESTAMP,
                DATE,
                Conversion.when(
                        value -> "(" + value + " at time zone 'UTC')::time = '00:00'",
                        value -> "(" + value + " at time zone 'UTC')::date"));
        add(
                TEXT,
                TEXTS,
                Conversion.always(value -> "case when " + value + " is not null then array[" + value + "] end"));
        add(TEXTS, TEXT, Conversion.when(value -> "cardinality(" + value + ") = 1", value -> "(" + value + ")[1]"));
    }

    private void add(String from, String to, Conversion conversion) {
        known.put(from + " to " + to, conversion);
    }

    /** How to get from one type, by the name that {@code format_type} prints, to another. */
    public Optional<Conversion> find(String from, String to) {
        return Optional.ofNullable(known.get(from + " to " + to));
    }

    private static String isWhole(String value) {
        return "scale(" + value + ") = 0 and " + value + " between -9223372036854775808 and 9223372036854775807";
    }

    private static String isWholeSecond(String value) {
        return value + " < '24:00' and date_trunc('second', " + value + "::interval) = " + value + "::interval";
    }

    private static String isUsualDate(String value) {
        return value + " between '0001-01-01' and '9999-12-31'";
    }

    /** Calendar arithmetic, because a cast of a wrong date is an error and not null. */
    private static String isDateText(String value) {
        String year = "left(" + value + ", 4)::int";
        return "case when " + value + " !~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' or " + value + " ~ '^0000' then false"
                + " when " + value + " ~ '-(0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8])$' then true"
                + " when " + value + " ~ '-(0[13-9]|1[0-2])-(29|30)$' then true"
                + " when " + value + " ~ '-(0[13578]|1[02])-31$' then true"
                + " when " + value + " ~ '-02-29$' then (" + year + " % 4 = 0 and " + year + " % 100 <> 0) or "
                + year + " % 400 = 0 else false end";
    }
}
