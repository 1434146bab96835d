package io.armature.engine.write;

import io.armature.engine.access.Access;
import io.armature.engine.access.Rule;
import io.armature.engine.access.Verb;
import io.armature.engine.workflow.Transition;
import io.armature.engine.workflow.Workflow;
import io.armature.engine.write.RecordLoader.Lock;
import io.armature.engine.write.RecordLoader.Stored;
import io.armature.metadata.model.Entity;
import io.armature.metadata.model.SystemFields;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.ProblemException;
import java.util.List;
import java.util.Optional;

/** Transitions that leave the record where it is and make a new one of it. */
final class TransitionCopies {

    private final WriteSet set;

    TransitionCopies(WriteSet set) {
        this.set = set;
    }

    /**
     * The change that makes the new record. Its caller needs the right to take the transition and to create: what he may not
     * read of the old record goes along unseen.
     *
     * @throws ProblemException when the caller may not, or not now
     */
    Change.Create of(Workflow workflow, Transition transition, Change.Transition step) {
        Entity entity = step.entity();
        Stored stored =
                set.loader().byId(entity, List.of(step.id()), Lock.UPDATE).get(step.id());
        boolean there = stored != null
                && (set.rights().all()
                        || !set.rights().readable(entity, List.of(stored)).isEmpty());
        if (stored == null || !there) {
            throw new ProblemException(Problem.inValue(
                    ProblemCode.NOT_FOUND,
                    "",
                    entity.name().pack() + "/" + entity.name().entity() + "/" + step.id(),
                    ""));
        }
        Precondition.check(step, stored).ifPresent(set.problems()::add);
        Change change = new Change.Update(entity, "", step.id(), Optional.empty(), false, Content.EMPTY);
        RecordState record = new RecordState(change, Action.UPDATE, step.id(), Optional.empty(), stored.values());
        set.add(record);
        new TransitionGate(set, record, workflow)
                .refusals(transition, step.comment())
                .forEach(set.problems()::add);
        if (!step.content().equals(Content.EMPTY)) {
            set.problems().add(Problem.inValue(ProblemCode.READ_ONLY, "values", "values", "the new record is a draft"));
        }
        set.stopOnProblems();
        create(entity, record);
        return new Amendment(set).of(entity, stored);
    }

    private void create(Entity entity, RecordState record) {
        record.set(SystemFields.OWNER, set.context().user().id());
        Rule rule = set.rights().policy().may(Verb.CREATE, entity.fullName());
        if (!set.rights().all() && !set.rights().holds(rule, record)) {
            throw Access.forbidden(Verb.CREATE + " " + entity.fullName());
        }
    }
}
