package io.armature.engine.query.sql;

import io.armature.metadata.expression.SqlFragment;
import io.armature.metadata.expression.SqlFragment.Bind;

/** The places of the values that change from run to run of one statement. */
public final class Slot {
    public static final int LIMIT = 0;
    public static final int OFFSET = 1;
    public static final int KEY = 2;
    public static final int AS_OF = 3;
    public static final int LOCALE = 4;
    public static final int LANGUAGE = 5;

    /** The ids of the only records wanted. */
    public static final int AMONG = 6;

    /** The first search word; the others follow. */
    public static final int WORDS = 10;

    /** The most search words of one query. */
    public static final int MAXIMUM_WORDS = 8;

    /** The first search word as a pattern of its own, with accents left aside; the others follow. */
    public static final int ACCENTED = WORDS + MAXIMUM_WORDS;

    /** The first value of the record after which a page begins; the others follow. */
    public static final int AFTER = ACCENTED + MAXIMUM_WORDS;

    private Slot() {}

    /** A place with a cast, so that PostgreSQL need not guess. */
    static SqlFragment of(int slot, String type) {
        return SqlFragment.of("?::" + type, new Bind.Parameter(slot, type));
    }
}
