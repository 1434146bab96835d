package io.armature.engine.script;

import io.armature.engine.current.RequestContext;
import io.armature.engine.db.Transaction;
import io.armature.engine.identity.User;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * In what functions of packs run.
 *
 * @param context whose request it is; functions have his rights
 * @param within the transaction in which they read and write; empty where they only look at what was read
 * @param now the one moment of the request
 * @param dryRun whether nothing is kept in the end
 * @param writing records that are about to be written: their functions change them, and nobody else does
 * @param more further members of {@code ctx}, such as {@code transition}: texts, numbers, flags, {@link java.util.Map}s,
 *     {@link com.fasterxml.jackson.databind.JsonNode}s, and {@link Tool}s
 */
public record Scene(
        RequestContext context,
        Optional<Transaction> within,
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
        this(context, Optional.of(transaction), now, dryRun, Set.of(), Map.of());
    }

    /** A scene in which nothing can be reached: functions look at what was read. */
    public static Scene reading(RequestContext context, Instant now) {
        return new Scene(context, Optional.empty(), now, false, Set.of(), Map.of());
    }

    /**
     * The transaction; a function that asks for it is told of its fault where there is none.
     *
     * @throws RuntimeException where functions only look at what was read
     */
    public Transaction transaction() {
        return within.orElseThrow(() -> new ScriptFault("`onRead` looks at the record and at nothing else"));
    }

    /** The same with the rights of whoever set it off: what {@code sudo()} raised ends where other functions begin. */
    Scene beneath(Optional<Call> outer) {
        return outer.flatMap(Call::view)
                .map(above -> new Scene(above.context(), within, now, dryRun, writing, more))
                .orElse(this);
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
        return new Scene(raised, within, now, dryRun, writing, more);
    }

    /** The same with further members of {@code ctx}. */
    public Scene with(Map<String, Object> members) {
        return new Scene(context, within, now, dryRun, writing, members);
    }
}
