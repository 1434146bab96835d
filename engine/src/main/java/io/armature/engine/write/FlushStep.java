package io.armature.engine.write;

import io.armature.engine.db.Sql;

/** Sends everything in one round trip: the statements stand in one text, and the driver sends them together. */
final class FlushStep implements WriteStep {

    @Override
    public void apply(WriteSet set) {
        Sql all = Sql.of("");
        for (Sql statement : set.flush().statements()) {
            all = all.text().isEmpty() ? statement : all.then(Sql.of("; ")).then(statement);
        }
        if (!all.text().isEmpty()) {
            set.transaction().update(all);
        }
    }
}
