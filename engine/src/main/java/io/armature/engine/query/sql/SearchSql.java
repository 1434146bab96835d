package io.armature.engine.query.sql;

import io.armature.metadata.expression.Identifiers;
import io.armature.metadata.expression.SqlFragment;
import io.armature.metadata.model.Field;
import java.util.List;

/** Writes that a search word stands in some text: a match that a trigram index on each column answers. */
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
                .map(field -> SqlBuilder.wrap(
                        alias + Identifiers.quote(field.columns().getFirst().name()) + " ~* ",
                        Slot.of(Slot.WORDS + word, "text"),
                        ""))
                .toList();
        return new SqlBuilder().join(" or ", matches).build();
    }
}
