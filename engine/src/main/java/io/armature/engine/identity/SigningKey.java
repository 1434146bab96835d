package io.armature.engine.identity;

import io.armature.engine.db.Database;
import io.armature.engine.db.Sql;
import io.armature.engine.db.SqlValue;

/** The key of access tokens: made once, kept in the control schema, the same on all nodes. */
public final class SigningKey {

    private static final String NAME = "access-token";

    private SigningKey() {}

    public static byte[] load(Database database) {
        return database.transaction(sql -> {
            sql.update(Sql.of(
                    "insert into armature.secret (name, value) values (?, ?) on conflict do nothing",
                    SqlValue.text(NAME),
                    new SqlValue(new Secrets().bytes(), "bytea")));
            return sql.one(
                    Sql.of("select value from armature.secret where name = ?", SqlValue.text(NAME)),
                    row -> row.getBytes(1));
        });
    }
}
