package io.armature.engine.write;

import io.armature.engine.event.EventNames;
import io.armature.engine.event.KnownEvents;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** A webhook waits for events that can happen: whoever mistypes a name would wait for ever, and hear nothing of why. */
final class EventPatternsRule implements RecordRule {

    private static final String ENTITY = "sys.webhook";
    private static final String FIELD = "events";

    @Override
    public void check(WriteSet set, RecordState record) {
        if (!record.entity().fullName().equals(ENTITY)
                || !record.changes(FIELD)
                || !(record.after(FIELD) instanceof Collection<?> patterns)) {
            return;
        }
        KnownEvents known = new KnownEvents(set.model());
        for (Object pattern : patterns) {
            problem(String.valueOf(pattern), known, Paths.field(record.path(), FIELD))
                    .ifPresent(set.problems()::add);
        }
    }

    private static Optional<Problem> problem(String pattern, KnownEvents known, String path) {
        if (!EventNames.isPattern(pattern)) {
            return Optional.of(Problem.inValue(ProblemCode.EVENT_NAME, path, pattern));
        }
        Optional<List<String>> instead = known.instead(pattern);
        return instead.map(names ->
                Problem.inValue(ProblemCode.EVENT_UNKNOWN, path, pattern, "`" + String.join("`, `", names) + "`"));
    }
}
