package io.armature.engine.query.sql;

import io.armature.engine.access.FieldAccess;
import io.armature.engine.access.Rule;
import io.armature.metadata.expression.SqlFragment;
import io.armature.metadata.model.Field;
import java.util.List;

/** Writes on which rows a cell shows: one {@code case} a column. */
final class ShownSql {
    /** What a flag says of a cell that shows; of one of which a part shows; of one that does not it is null. */
    static final char SHOWN = '1';

    static final char MASKED = '2';

    private static final String DOTS = "'\u2022\u2022\u2022'";
    private static final int LEFT_OVER = 3;
    private static final int LONG_ENOUGH = 8;

    private ShownSql() {}

    static boolean always(FieldAccess access) {
        return access.isOpen();
    }

    /** The flag of a cell. */
    static SqlFragment flag(Rows rows, List<String> links, FieldAccess access) {
        return cases(rows, links, access, SqlFragment.of("'" + SHOWN + "'"), SqlFragment.of("'" + MASKED + "'"));
    }

    /** The value where the cell shows; nothing elsewhere. */
    static SqlFragment value(Rows rows, List<String> links, FieldAccess access, SqlFragment value) {
        return always(access) ? value : cases(rows, links, new FieldAccess(access.shown(), Rule.NONE), value, value);
    }

    /** The value, or where it is masked {@code part}, as far as the cell shows. */
    static SqlFragment value(Rows rows, List<String> links, FieldAccess access, SqlFragment value, SqlFragment part) {
        return always(access) ? value : cases(rows, links, access, value, part);
    }

    private static SqlFragment cases(
            Rows rows, List<String> links, FieldAccess access, SqlFragment shown, SqlFragment masked) {
        SqlBuilder cases = new SqlBuilder().add("case");
        when(cases, rows, links, access.shown(), shown);
        if (!access.masked().equals(access.shown())) {
            when(cases, rows, links, access.masked(), masked);
        }
        SqlFragment built = cases.add(" end").build();
        return built.text().equals("case end") ? SqlFragment.of("null") : built;
    }

    private static void when(SqlBuilder cases, Rows rows, List<String> links, Rule rule, SqlFragment then) {
        switch (rule) {
            case Rule.None _ -> {}
            case Rule.All _ -> cases.add(" when true then ").add(then);
            case Rule.When(var condition) ->
                cases.add(" when ")
                        .add(rows.condition(links, condition))
                        .add(" then ")
                        .add(then);
        }
    }

    /**
     * The part of a text that a masked field shows: the first letter and the domain of an address, the end of any other
     * text that is long enough to keep a secret all the same. Its length is not told.
     */
    static SqlFragment mask(Field field, SqlFragment text) {
        String end = "case when length({0}) >= " + LONG_ENOUGH + " then " + DOTS + " || right({0}, " + LEFT_OVER
                + ") when {0} is not null then " + DOTS + " end";
        String template = field.type().name().equals("email")
                ? "case when position('@' in {0}) > 1 then left({0}, 1) || " + DOTS
                        + " || substr({0}, position('@' in {0})) else " + end + " end"
                : end;
        SqlBuilder built = new SqlBuilder();
        String[] pieces = template.split("\\{0\\}", -1);
        for (int i = 0; i < pieces.length; i++) {
            if (i > 0) {
                built.add(text);
            }
            built.add(pieces[i]);
        }
        return built.build();
    }
}
