package io.armature.metadata.expression;

import io.armature.metadata.expression.SqlFragment.Bind;
import java.util.ArrayList;
import java.util.List;

/** Puts SQL together from pieces. Not safe for several threads. */
final class SqlText {

    private final StringBuilder text = new StringBuilder();
    private final List<Bind> binds = new ArrayList<>();

    SqlText add(String piece) {
        text.append(piece);
        return this;
    }

    SqlText add(SqlFragment piece) {
        text.append(piece.text());
        binds.addAll(piece.binds());
        return this;
    }

    SqlText join(String separator, List<SqlFragment> pieces) {
        for (int i = 0; i < pieces.size(); i++) {
            add(i == 0 ? "" : separator).add(pieces.get(i));
        }
        return this;
    }

    SqlFragment fragment() {
        return new SqlFragment(text.toString(), binds);
    }
}
