package io.armature.engine.write;

import io.armature.metadata.model.Field;
import io.armature.metadata.model.Relation;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import java.util.List;

/** Fields that must have a value have one: always, or when their expression says so. */
final class RequiredRule implements RecordRule {

    @Override
    public void check(WriteSet set, RecordState record) {
        if (record.action() == Action.DELETE || record.action() == Action.RESTORE) {
            return;
        }
        for (Field field : record.entity().fields().values()) {
            if (field.required() && !field.computed() && touched(record, field.name()) && missing(record, field)) {
                report(set, record, field);
            }
        }
        for (EntityPlan.Rule rule : set.plan(record).required()) {
            boolean concerned = touched(record, rule.field().name()) || Rules.concerned(record, rule.needs());
            if (concerned && missing(record, rule.field()) && set.rules().holds(rule.expression(), record)) {
                report(set, record, rule.field());
            }
        }
    }

    /** An old record may lack what became required later, as long as nobody touches it. */
    private static boolean touched(RecordState record, String name) {
        return record.action().isNew()
                || record.changes(name)
                || record.given().contains(name)
                || record.lines().containsKey(name);
    }

    static boolean missing(RecordState record, Field field) {
        return switch (field.relation().orElse(null)) {
            case Relation.Lines lines -> record.remainingLines(field.name()).isEmpty();
            case Relation.Links links ->
                record.linksAfter().getOrDefault(field.name(), List.of()).isEmpty();
            case Relation.Inverse inverse -> false;
            case Relation.Link link -> !record.has(field.name());
            case null -> !record.has(field.name()) || "".equals(record.after(field.name()));
        };
    }

    private static void report(WriteSet set, RecordState record, Field field) {
        String path = Paths.field(record.path(), field.name());
        // Something was given, and why it could not be taken has been said.
        if (!set.problems().hasErrorAt(path)) {
            set.problems().add(Problem.inValue(ProblemCode.REQUIRED, path, field.name()));
        }
    }
}
