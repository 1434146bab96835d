package io.armature.engine.schema.step;

/** The order in which steps run. Names are freed before they are taken, rows are filled before they are guarded. */
public enum Stage {
    EXTENSION,
    DROP,
    TABLE_RETIRE,
    TABLE_RENAME,
    TABLE_CREATE,
    COLUMN_RETIRE,
    COLUMN_RENAME,
    COLUMN_ADD,
    COLUMN_CONVERT,
    BACKFILL,
    NULLS,
    NAMES,
    CHECK,
    INDEX,
    REFERENCE,
    MARK,
    /** After the commit, without holding up the site: indexes and checks of big tables. */
    AFTERWARDS
}
