package io.armature.engine.job;

import io.armature.engine.tenant.Tenant;
import java.util.UUID;

/** How work is called in the table of db-scheduler. */
final class TaskNames {

    /** Looks whether a job is due. */
    static final String TICK = "tick";

    /** Does what other rooms put off. */
    static final String WORK = "work";

    /** Does a job of a pack, of which only some run at once. */
    static final String JOB = "job";

    static final String TABLE = "armature.scheduled_tasks";

    private TaskNames() {}

    static String of(Tenant tenant, String job) {
        return tenant.name() + ":" + job;
    }

    static String tenant(String instance) {
        return instance.substring(0, instance.indexOf(':'));
    }

    static String job(String instance) {
        return instance.substring(instance.indexOf(':') + 1);
    }

    static UUID run(String instance) {
        return UUID.fromString(instance.split(":")[1]);
    }
}
