package io.armature.engine.notify;

import io.armature.engine.db.Database;
import io.armature.engine.due.DueWork;
import io.armature.engine.event.EventLog;
import io.armature.engine.tenant.Tenant;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;

/** Brings back what somebody had put off. */
@Singleton
public final class Alarms implements DueWork {

    static final String KIND = "snooze";

    private final Database database;

    Alarms(Database database) {
        this.database = database;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Optional<Instant> run(Tenant tenant, Instant now) {
        return database.transaction(sql -> {
            EventLog.tell(sql, tenant, Postman.TOLD, NotificationStore.wake(sql, tenant, now), now);
            return NotificationStore.nextWake(sql, tenant);
        });
    }
}
