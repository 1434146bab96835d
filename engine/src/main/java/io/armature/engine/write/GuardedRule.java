package io.armature.engine.write;

import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import java.util.List;
import java.util.Set;

/**
 * What gives rights is for administrators, whatever a role grants: whoever may change users' telephone numbers shall not make
 * himself an administrator.
 */
final class GuardedRule implements RecordRule {

    private static final String USER = "sys.user";
    private static final List<String> FIELDS =
            List.of("username", "email", "password", "roles", "groups", "company", "companies", "active");
    private static final Set<String> ENTITIES = Set.of(
            "sys.role",
            "sys.group",
            "sys.session",
            "sys.token",
            "sys.oauth_provider",
            "sys.directory",
            "sys.sign_in_policy",
            "sys.retention");

    @Override
    public void check(WriteSet set, RecordState record) {
        if (set.options().privileged() || set.context().user().isAdministrator()) {
            return;
        }
        String entity = record.entity().root();
        if (ENTITIES.contains(entity) || entity.equals(USER) && record.action() != Action.UPDATE) {
            set.problems().add(refusal(record, ""));
        } else if (entity.equals(USER)) {
            FIELDS.stream()
                    .filter(field -> record.entity().fields().containsKey(field) && record.changes(field))
                    .forEach(field -> set.problems().add(refusal(record, field)));
        }
    }

    private static Problem refusal(RecordState record, String field) {
        String path = field.isEmpty() ? record.path() : Paths.field(record.path(), field);
        return Problem.inValue(
                ProblemCode.READ_ONLY, path, field.isEmpty() ? record.entity().title() : field, "for administrators");
    }
}
