package io.armature.engine.audit;

import java.util.Optional;
import java.util.UUID;

/**
 * Something that happened.
 *
 * @param action one word, such as {@code update} or {@code sign_in}
 * @param entity full name of what it happened to; {@code sys.user} for a sign-in
 * @param record which one, if it is known
 * @param version the version that the record has since then, where it was written
 * @param actor who did it, if that is known
 * @param changes JSON, {@code {"field": [old, new]}}; never holds a secret
 * @param details JSON object: what else is worth knowing; never holds a secret
 */
public record AuditEntry(
        String action,
        String entity,
        Optional<UUID> record,
        Optional<Long> version,
        Optional<UUID> actor,
        Origin origin,
        String changes,
        String details) {

    private static final String NOTHING = "{}";

    /** An entry about an entity, with nothing else known. */
    public static AuditEntry of(String action, String entity, Origin origin) {
        return new AuditEntry(
                action, entity, Optional.empty(), Optional.empty(), Optional.empty(), origin, NOTHING, NOTHING);
    }

    public AuditEntry by(UUID who) {
        return new AuditEntry(action, entity, record, version, Optional.of(who), origin, changes, details);
    }

    public AuditEntry about(UUID which) {
        return new AuditEntry(action, entity, Optional.of(which), version, actor, origin, changes, details);
    }

    /** @param json an object, such as {@code {"format": "csv"}} */
    public AuditEntry with(String json) {
        return new AuditEntry(action, entity, record, version, actor, origin, changes, json);
    }

    /** The same with values that changed, where the record has no version or none that counts. */
    public AuditEntry changing(FieldChanges values) {
        return new AuditEntry(action, entity, record, version, actor, origin, values.json(), details);
    }

    /** A change of a record, {@code json} being {@code {"field": [old, new]}}. */
    public AuditEntry changing(long to, String json) {
        return new AuditEntry(action, entity, record, Optional.of(to), actor, origin, json, details);
    }
}
