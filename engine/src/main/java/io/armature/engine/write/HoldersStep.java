package io.armature.engine.write;

import io.armature.engine.access.RoleHolders;
import io.armature.engine.audit.AuditRows;

/** Takes a role from those who hold it when the row that made it is deleted. */
final class HoldersStep implements WriteStep {
    private static final String ROLE = "sys.role";

    private final Uuids ids;
    private final AuditRows trail;

    HoldersStep(Uuids ids, AuditRows trail) {
        this.ids = ids;
        this.trail = trail;
    }

    @Override
    public void apply(WriteSet set) {
        for (RecordState record : set.all()) {
            boolean gone = record.action() == Action.DELETE
                    && record.entity().fullName().equals(ROLE);
            if (gone && record.before("name") instanceof String role) {
                RoleHolders.release(set.transaction(), set.context(), role, RoleHolders.DOCUMENTS)
                        .forEach(entry -> set.flush()
                                .insert(
                                        AuditRows.TABLE,
                                        trail.row(set.context().tenant(), ids.next(set.now()), set.now(), entry)));
            }
        }
    }
}
