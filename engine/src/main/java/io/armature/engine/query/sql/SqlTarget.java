package io.armature.engine.query.sql;

/**
 * Where a statement runs and in what form it answers.
 *
 * @param schema the tenant's, unquoted
 * @param localised whether translated texts are wanted in another language than the one they are kept in
 * @param decimalsAsText whether decimals go between quotes
 * @param packed whether ids, dates and times leave as PostgreSQL sends them, which costs it less than writing them out
 */
public record SqlTarget(String schema, boolean localised, boolean decimalsAsText, boolean packed) {
    /** Everything as text. */
    public SqlTarget(String schema, boolean localised, boolean decimalsAsText) {
        this(schema, localised, decimalsAsText, false);
    }

    /** The same with packed values. */
    public SqlTarget packedUp() {
        return new SqlTarget(schema, localised, decimalsAsText, true);
    }
}
