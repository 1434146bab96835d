package io.armature.engine.schema.blueprint;

import io.armature.metadata.expression.SqlFragment;
import io.armature.metadata.expression.SqlFragment.Bind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts the values of a fragment into its text, for DDL and for plans, which are text that is run as it is read. */
public final class InlineSql {

    private InlineSql() {}

    /** The text with its values in it; nothing when some are known only when it runs. */
    public static Optional<String> of(SqlFragment fragment) {
        List<String> literals = new ArrayList<>();
        for (Bind bind : fragment.binds()) {
            if (bind instanceof Bind.Value value) {
                literals.add(SqlLiteral.of(value.value(), value.sqlType()));
            } else {
                return Optional.empty();
            }
        }
        StringBuilder text = new StringBuilder();
        int next = 0;
        for (char character : fragment.text().toCharArray()) {
            text.append(character == '?' ? literals.get(next++) : String.valueOf(character));
        }
        return Optional.of(text.toString());
    }
}
