package io.armature.metadata.check;

/** A rule that definitions keep. */
interface Check {

    /** Tells {@code scene} everything that breaks the rule. */
    void check(Scene scene);
}
