package io.armature.engine.write;

import io.armature.engine.access.Access;
import io.armature.engine.db.Sql;
import io.armature.engine.db.SqlValue;
import io.armature.engine.identity.User;
import io.armature.metadata.expression.Identifiers;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A tenant keeps somebody who administers it, and the role by which he does: without him nobody could give it back, but whoever owns the
 * machine. Two who take it from one another at once wait for each other, and the second is refused.
 */
final class LastAdministratorRule implements RecordRule {

    private static final String USER = "sys.user";
    private static final String ROLE = "sys.role";
    private static final String ROLES = "roles";
    private static final String ACTIVE = "active";
    private static final String NAME = "name";

    /** @throws io.armature.metadata.problem.ProblemException when nobody would be left */
    @Override
    public void check(WriteSet set, RecordState record) {
        String entity = record.entity().fullName();
        if (entity.equals(ROLE) && User.ADMINISTRATOR.equals(record.before(NAME)) && isGone(record)) {
            throw Access.forbidden("take away the role of administrators");
        }
        if (entity.equals(USER) && steppedBack(record) && !isAnother(set)) {
            throw Access.forbidden("take away the last administrator");
        }
    }

    private static boolean isGone(RecordState role) {
        return role.action() == Action.DELETE || !User.ADMINISTRATOR.equals(role.after(NAME));
    }

    private static boolean steppedBack(RecordState user) {
        boolean was = Boolean.TRUE.equals(user.before(ACTIVE)) && isAdministrator(user.before(ROLES));
        return was
                && (user.action() == Action.DELETE
                        || !Boolean.TRUE.equals(user.after(ACTIVE))
                        || !isAdministrator(user.after(ROLES)));
    }

    private static boolean isAdministrator(@Nullable Object roles) {
        return roles instanceof Collection<?> names && names.contains(User.ADMINISTRATOR);
    }

    /** Whether somebody administers the tenant of whom this write says nothing of the kind. */
    private static boolean isAnother(WriteSet set) {
        List<UUID> back = set.all().stream()
                .filter(record -> record.entity().fullName().equals(USER) && steppedBack(record))
                .map(RecordState::id)
                .toList();
        return set.transaction()
                .first(
                        Sql.of(
                                "select id from " + Identifiers.quote(set.schema(), "sys$user")
                                        + " where active and ? = any(roles) and id <> all(?) limit 1 for share",
                                SqlValue.text(User.ADMINISTRATOR),
                                SqlValue.uuids(back)),
                        row -> row.getObject(1, UUID.class))
                .isPresent();
    }
}
