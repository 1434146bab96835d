package io.armature.engine.query.sql;

import io.armature.metadata.expression.Identifiers;
import io.armature.metadata.expression.SqlFragment;
import io.armature.metadata.model.Field;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a quick search looks at: the searchable texts of one table in one line, without accents and in small letters.
 * Made of functions that never change, so that a trigram index over the same text makes it fast.
 */
public final class SearchSql {
    private SearchSql() {}

    /**
     * The text that is searched in one table.
     *
     * @param alias quoted, with a dot behind it; empty in the definition of an index
     * @param fields of the table, in the order of the entity's {@code search}
     */
    public static String searched(String alias, List<Field> fields) {
        return folded(fields.stream()
                .map(field -> "coalesce(" + alias
                        + Identifiers.quote(field.columns().getFirst().name()) + ", '')")
                .collect(Collectors.joining(" || ' ' || ")));
    }

    /** The condition that it looks like the pattern given for a word: {@code %word%}, its own signs escaped. */
    static SqlFragment contains(String alias, List<Field> fields, int word) {
        SqlFragment pattern = Slot.of(Slot.WORDS + word, "text");
        return new SqlFragment(searched(alias, fields) + " like " + folded(pattern.text()), pattern.binds());
    }

    /** Accents taken off, letters made small. */
    private static String folded(String text) {
        return "lower(regexp_replace(normalize(" + text + ", NFD), '[\\u0300-\\u036f]', '', 'g'))";
    }
}
