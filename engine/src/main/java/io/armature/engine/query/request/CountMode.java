package io.armature.engine.query.request;

/** Whether a list says how many records there are in all. */
public enum CountMode {
    /** Not at all, which costs nothing. */
    NONE,
    /** Exactly up to some thousands, beyond that from a sample. */
    ESTIMATE,
    /** Exactly, however many: every record is looked at. */
    EXACT
}
