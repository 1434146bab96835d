package io.armature.engine.tenant;

import org.slf4j.MDC;

/** Lets every line that this thread logs name the tenant for whom it works. */
public final class TenantLog {

    /** The key in the context of a line. */
    public static final String KEY = "tenant";

    private TenantLog() {}

    /**
     * From here until what is returned is closed.
     *
     * @param tenant its name
     */
    public static MDC.MDCCloseable of(String tenant) {
        return MDC.putCloseable(KEY, tenant);
    }
}
