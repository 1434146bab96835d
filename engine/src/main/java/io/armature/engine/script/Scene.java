package io.armature.engine.script;

import io.armature.engine.current.RequestContext;
import io.armature.engine.db.Transaction;
import io.armature.engine.identity.User;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * In what functions of packs run.
 *
 * @param context whose request it is; functions have his rights
 * @param transaction in which they read and write
 * @param now the one moment of the request
 * @param dryRun whether nothing is kept in the end
 * @param writing records that are about to be written: their functions change them, and nobody else does
 * @param more further members of {@code ctx}, such as {@code transition}: texts, numbers, flags, {@link java.util.Map}s,
 *     {@link com.fasterxml.jackson.databind.JsonNode}s, and {@link Tool}s
 */
public record Scene(
        RequestContext context,
        Transaction transaction,
        Instant now,
        boolean dryRun,
        Set<UUID> writing,
        Map<String, Object> more) {

    public Scene {
        writing = Set.copyOf(writing);
        more = Map.copyOf(more);
    }

    /** A scene in which no record is about to be written. */
    public Scene(RequestContext context, Transaction transaction, Instant now, boolean dryRun) {
        this(context, transaction, now, dryRun, Set.of(), Map.of());
    }

    /** The same in the name of the same user, who may do everything. */
    Scene asAdministrator() {
        User user = context.user();
        Set<String> roles = new HashSet<>(user.roles());
        roles.add(User.ADMINISTRATOR);
        User everything = new User(
                user.id(),
                user.username(),
                user.name(),
                roles,
                user.groups(),
                user.teams(),
                user.company(),
                user.locale(),
                user.zone());
        RequestContext raised = new RequestContext(
                context.tenant(), context.model(), everything, context.locale(), context.origin(), context.facts());
        return new Scene(raised, transaction, now, dryRun, writing, more);
    }

    /** The same with further members of {@code ctx}. */
    public Scene with(Map<String, Object> members) {
        return new Scene(context, transaction, now, dryRun, writing, members);
    }
}
