package io.armature.engine.write;

import io.armature.engine.access.Rule;
import io.armature.engine.access.Verb;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;

/**
 * A request names no field that the caller may not set. One that he may read can come back unchanged, for clients send
 * what they read; one that he may not read cannot, for that would tell whether he guessed right.
 */
final class FieldRightsRule implements RecordRule {

    @Override
    public void check(WriteSet set, RecordState record) {
        for (String name : record.given()) {
            if (!allowed(set.rights(), record, name)) {
                set.problems()
                        .add(Problem.inValue(
                                ProblemCode.FIELD_FORBIDDEN,
                                Paths.field(record.path(), name),
                                name,
                                record.entity().fullName()));
            }
        }
    }

    private static boolean allowed(Rights rights, RecordState record, String name) {
        String entity = record.entity().fullName();
        if (record.action().isNew()) {
            Rule rule = rights.policy().writable(Verb.CREATE, entity, name);
            return rule.equals(rights.policy().may(Verb.CREATE, entity)) || rights.holds(rule, record);
        }
        if (!rights.saw(record, name)) {
            return false;
        }
        boolean changed = record.changes(name) || record.linksAfter().containsKey(name) && record.changesLinks(name);
        Rule rule = rights.policy().writable(Verb.UPDATE, entity, name);
        if (record.change() instanceof Change.Transition) {
            // The state in which a record arrives is the workflow's doing: only what it was counts.
            return !changed || rights.held(rule, record);
        }
        return !changed
                || rule.equals(rights.policy().may(Verb.UPDATE, entity))
                || rights.held(rule, record) && rights.holds(rule, record);
    }
}
