package io.armature.engine.write;

/** How the fields that a request does not name are understood. */
enum Mode {
    /** A new record: they take their defaults. */
    CREATE,
    /** They stay. */
    PATCH,
    /** They become empty, but for lines and many-to-many. */
    PUT
}
