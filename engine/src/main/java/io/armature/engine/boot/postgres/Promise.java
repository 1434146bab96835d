package io.armature.engine.boot.postgres;

/** What becomes of what was written when the machine stops. */
enum Promise {
    /** It is there afterwards. */
    DURABLE("", "fast"),

    /** Nobody will ask: nothing waits for the disk. */
    NONE("-c fsync=off -c synchronous_commit=off -c full_page_writes=off", "immediate");

    private final String settings;
    private final String stop;

    Promise(String settings, String stop) {
        this.settings = settings;
        this.stop = stop;
    }

    /** For the server, as it is started. */
    String settings() {
        return settings;
    }

    /** How the server ends. */
    String stop() {
        return stop;
    }
}
