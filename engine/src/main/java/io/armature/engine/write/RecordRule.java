package io.armature.engine.write;

/** Something that must hold of a record before it is written. What does not hold goes to the set's problems. */
@FunctionalInterface
interface RecordRule {

    void check(WriteSet set, RecordState record);
}
