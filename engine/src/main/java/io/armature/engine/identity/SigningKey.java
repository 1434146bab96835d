package io.armature.engine.identity;

import io.armature.engine.db.Database;
import io.armature.engine.db.Sql;
import io.armature.engine.db.SqlValue;

/** Keys that sign what callers bring back: each made once, kept in the control schema, the same on all nodes. */
public final class SigningKey {

    /** The purpose of the key that signs access tokens. */
    public static final String ACCESS_TOKEN = "access-token";

    /** The purpose of the key that signs refresh tokens. */
    public static final String REFRESH_TOKEN = "refresh-token";

    /** The purpose of the key that signs the marks of known browsers. */
    public static final String DEVICE = "device";

    /** The purpose of the key that signs cursors. */
    public static final String CURSOR = "cursor";

    private SigningKey() {}

    /** The key for a purpose. */
    public static byte[] load(Database database, String purpose) {
        return database.transaction(sql -> {
            sql.update(Sql.of(
                    "insert into armature.secret (name, value) values (?, ?) on conflict do nothing",
                    SqlValue.text(purpose),
                    new SqlValue(new Secrets().bytes(), "bytea")));
            return sql.one(
                    Sql.of("select value from armature.secret where name = ?", SqlValue.text(purpose)),
                    row -> row.getBytes(1));
        });
    }
}
