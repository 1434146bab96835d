package io.armature.engine.write;

import io.armature.engine.db.DatabaseException;
import io.armature.engine.db.RowVisitor;
import io.armature.engine.db.Sql;
import java.util.ArrayList;
import java.util.List;

/** Changes that have gone through all steps and only have to be sent to the database. */
public final class PreparedWrite {

    private final WriteSet set;
    private final List<Written> written;

    PreparedWrite(WriteSet set, List<Written> written) {
        this.set = set;
        this.written = List.copyOf(written);
    }

    /** What becomes of each change, in their order. */
    public List<Written> written() {
        return written;
    }

    /** Sends everything in one round trip: the statements stand in one text, and the driver sends them together. */
    public void flush() {
        send(set);
    }

    static void send(WriteSet set) {
        Sql all = Sql.of("");
        for (Sql statement : set.flush().statements()) {
            all = all.text().isEmpty() ? statement : all.then(Sql.of("; ")).then(statement);
        }
        try {
            if (!all.text().isEmpty()) {
                set.transaction().update(all);
            }
            set.flush().clear();
        } catch (DatabaseException refused) {
            throw Refusals.explain(refused, set);
        }
    }

    /** Sends everything, then {@code more}, whose rows the visitor sees, and ends the transaction with it. */
    public void finish(List<Sql> more, RowVisitor visitor) {
        List<Sql> all = new ArrayList<>(set.flush().statements());
        all.addAll(more);
        try {
            set.transaction().finish(all, visitor);
        } catch (DatabaseException refused) {
            throw Refusals.explain(refused, set);
        }
    }
}
