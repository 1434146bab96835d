package io.armature.engine.write;

/** One step of every write. What it finds wrong goes to the set's problems, so that all is told at once. */
@FunctionalInterface
interface WriteStep {

    void apply(WriteSet set);
}
