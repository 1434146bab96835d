package io.armature.engine.schema.step;

/** What a step may cost. */
public enum Risk {
    /** Takes a moment, whatever is in the table. */
    SAFE,
    /** Looks at or rewrites many rows. */
    SLOW,
    /** Takes values out of use; they are kept, retired, until somebody purges them. */
    DESTRUCTIVE
}
