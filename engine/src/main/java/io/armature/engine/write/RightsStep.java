package io.armature.engine.write;

import io.armature.engine.access.Rule;
import io.armature.engine.access.Verb;
import io.armature.metadata.model.Entity;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Asks whether the caller may do what he asks with each record: as it was, and as it will be, so that nobody writes
 * himself into rights or out of them. What is refused here is told before anything else is checked.
 */
final class RightsStep implements WriteStep {
    private final List<RecordRule> rules = List.of(new FieldRightsRule(), new OwnerRightsRule());

    @Override
    public void apply(WriteSet set) {
        Rights rights = set.rights();
        if (rights.all()) {
            return;
        }
        int known = set.problems().sorted().size();
        List<RecordState> written = set.written();
        prepare(rights, written);
        written.forEach(record -> {
            rules.forEach(rule -> rule.check(set, record));
            if (Changes.dirty(record) && !(record.change() instanceof Change.Transition)) {
                check(set, record);
            }
        });
        LinkRights.check(set, written);
        if (set.problems().sorted().size() > known) {
            set.stopOnProblems();
        }
    }

    private static void prepare(Rights rights, List<RecordState> written) {
        Map<Entity, Map<Rule, List<RecordState>>> asked = new LinkedHashMap<>();
        written.stream()
                .filter(record -> !record.action().isNew() && !(record.change() instanceof Change.Transition))
                .forEach(record -> asked.computeIfAbsent(record.entity(), any -> new LinkedHashMap<>())
                        .computeIfAbsent(rule(rights, record), any -> new ArrayList<>())
                        .add(record));
        asked.forEach((entity, byRule) -> byRule.forEach((rule, records) -> rights.prepare(rule, entity, records)));
    }

    private static void check(WriteSet set, RecordState record) {
        Rights rights = set.rights();
        Rule rule = rule(rights, record);
        if (!record.action().isNew() && !rights.held(rule, record)) {
            set.problems().add(refusal(record, "Ask an administrator for a role that may."));
        } else if (changes(record) && !rights.holds(rule, record)) {
            set.problems().add(refusal(record, "You may, but not with these values."));
        }
    }

    static boolean changes(RecordState record) {
        return switch (record.action()) {
            case CREATE, EXTEND, UPDATE -> true;
            case DELETE, RESTORE -> false;
        };
    }

    /** Lines that go with their parent follow it; others that are written with it need what grants on them demand. */
    private static Rule rule(Rights rights, RecordState record) {
        String verb = verb(record.action());
        String entity = record.entity().fullName();
        if (record.parent().isEmpty()) {
            Rule rule = rights.policy().may(verb, entity);
            return rights.imports() ? rule.and(rights.policy().may(Verb.IMPORT, entity)) : rule;
        }
        boolean follows = record.parent().filter(parent -> !changes(parent)).isPresent();
        return follows ? Rule.ALL : rights.policy().within(verb, entity);
    }

    static String verb(Action action) {
        return switch (action) {
            case CREATE, EXTEND -> Verb.CREATE;
            case UPDATE -> Verb.UPDATE;
            case DELETE, RESTORE -> Verb.DELETE;
        };
    }

    private static Problem refusal(RecordState record, String advice) {
        return Problem.inValue(
                ProblemCode.RECORD_FORBIDDEN,
                record.path(),
                record.action().word(),
                record.entity().fullName(),
                advice);
    }
}
