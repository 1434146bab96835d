package io.armature.engine.query.sql;

import io.armature.engine.db.AccentedText;
import io.armature.metadata.expression.Identifiers;
import io.armature.metadata.expression.SqlFragment;
import io.armature.metadata.model.Field;
import java.util.List;

/**
 * Writes that a search word stands in some text. A text that is all ASCII need only be compared letter by letter, which is twice as
 * fast as a pattern that leaves accents aside; each of both ways has its trigram index.
 */
final class SearchSql {
    private SearchSql() {}

    /**
     * The condition that a word's pattern matches one of the fields.
     *
     * @param alias of the fields' table, quoted, with a dot behind it
     * @param word which of the words, from 0
     */
    static SqlFragment contains(String alias, List<Field> fields, int word) {
        List<SqlFragment> matches = fields.stream()
                .map(field -> matches(
                        alias + Identifiers.quote(field.columns().getFirst().name()), word))
                .toList();
        return new SqlBuilder().join(" or ", matches).build();
    }

    private static SqlFragment matches(String column, int word) {
        return new SqlBuilder()
                .add(column + " ilike ")
                .add(Slot.of(Slot.WORDS + word, "text"))
                .add(" or (" + AccentedText.in(column) + " and " + column + " ~* ")
                .add(Slot.of(Slot.ACCENTED + word, "text"))
                .add(")")
                .build();
    }
}
