package io.armature.engine.boot.trial;

/**
 * A tenant for one test.
 *
 * @param password of everybody in it
 */
record TrialTenant(String name, String password, TrialCaller caller) implements AutoCloseable {

    @Override
    public void close() {
        caller.close();
    }
}
