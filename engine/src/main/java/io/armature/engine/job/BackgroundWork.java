package io.armature.engine.job;

/** A kind of work that is put off by {@link Jobs#enqueue}. Beans of this type are found by themselves. */
public interface BackgroundWork {

    /** Names the kind, such as {@code import}; never changed later, as it stands in the database. */
    String kind();

    /**
     * Does it. By one node; when that is killed in its midst, by another one from the beginning; never again once it returned
     * and that was written down.
     *
     * @throws Exception when it failed: it is tried again as often as {@link #retries} says
     */
    void run(RunCall call) throws Exception;

    /** How often it is tried again when it fails, later and later. */
    default int retries() {
        return 5;
    }
}
