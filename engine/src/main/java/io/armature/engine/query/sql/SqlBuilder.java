package io.armature.engine.query.sql;

import io.armature.metadata.expression.SqlFragment;
import io.armature.metadata.expression.SqlFragment.Bind;
import java.util.ArrayList;
import java.util.List;

/** Puts a statement together; binds stay in the order of their places. For one thread. */
final class SqlBuilder {
    private final StringBuilder text = new StringBuilder();
    private final List<Bind> binds = new ArrayList<>();

    SqlBuilder add(String piece) {
        text.append(piece);
        return this;
    }

    SqlBuilder add(SqlFragment piece) {
        text.append(piece.text());
        binds.addAll(piece.binds());
        return this;
    }

    /** Pieces with something between them. */
    SqlBuilder join(String separator, List<SqlFragment> pieces) {
        boolean first = true;
        for (SqlFragment piece : pieces) {
            if (!first) {
                text.append(separator);
            }
            first = false;
            add(piece);
        }
        return this;
    }

    SqlFragment build() {
        return new SqlFragment(text.toString(), binds);
    }

    /** {@code before}, the piece, {@code after}. */
    static SqlFragment wrap(String before, SqlFragment piece, String after) {
        return new SqlFragment(before + piece.text() + after, piece.binds());
    }
}
