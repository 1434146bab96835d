package io.armature.engine.write;

import io.armature.engine.access.Access;
import io.armature.engine.access.Verb;
import io.armature.engine.current.RequestContext;
import io.armature.engine.db.DatabaseException;
import io.armature.engine.db.Transaction;
import io.armature.engine.event.Outbox;
import io.armature.engine.script.Hooks;
import io.armature.engine.script.Point;
import io.armature.engine.workflow.TimerStore.Running;
import io.armature.engine.workflow.Transition;
import io.armature.engine.workflow.Workflow;
import io.armature.engine.workflow.Workflows;
import io.armature.metadata.model.Entity;
import io.armature.metadata.model.Model;
import io.armature.metadata.model.SystemFields;
import io.armature.metadata.problem.ProblemException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Writes records. {@link #write} is the whole path, in its order: authorise, load and lock, complete (values, defaults,
 * copies, numbers, formulas), hooks before, validate, write with audit and outbox, hooks after. Safe for many threads.
 */
public final class RecordWriter {

    private final Access access;
    private final Clock clock;
    private final ModelPlans plans = new ModelPlans();
    private final Uuids ids = new Uuids();
    private final Outbox outbox;
    private final LoadStep load;
    private final List<WriteStep> complete;
    private final List<WriteStep> recompute;
    private final List<WriteStep> check;
    private final List<WriteStep> finish;
    private final HookRuns hooks;
    private final TransitionStep transitions;

    public RecordWriter(Access access, Clock clock, Counters counters, Seals seals, Aftermath aftermath, Hooks hooks) {
        this.access = access;
        this.clock = clock;
        this.outbox = aftermath.outbox();
        this.load = new LoadStep(ids);
        AssignStep assign = new AssignStep(seals);
        AssignmentStep assignment = new AssignmentStep(access, ids);
        this.recompute = List.of(assignment, new FormulaStep(), new OwnerStep());
        this.complete = List.of(
                assign,
                new CopyStep(),
                new DefaultStep(),
                new NumberStep(counters),
                new StateStep(),
                assignment,
                new FormulaStep(),
                new OwnerStep());
        this.hooks = new HookRuns(hooks, new HookWrites(ids, assign, complete));
        this.transitions = new TransitionStep(ids, this.hooks);
        this.check = List.of(
                new RightsStep(),
                new FileStep(),
                new LimitStep(),
                new FrozenLinesStep(),
                new ValidateStep(List.of(
                        new RequiredRule(),
                        new ReadOnlyRule(),
                        new StateRule(),
                        new GuardedRule(),
                        new EventPatternsRule(),
                        new AccountNameRule(),
                        new LastAdministratorRule(),
                        new CheckConstraintRule(),
                        new SingleRule(),
                        new TreeRule(),
                        new InUseRule())));
        this.finish = List.of(
                new RowsStep(),
                new FlowStep(ids),
                new AuditStep(ids, aftermath.trail()),
                new HoldersStep(ids, aftermath.trail()),
                new OutboxStep(ids, aftermath.outbox()),
                new ForgetStep(aftermath.callers()));
    }

    /**
     * Makes the changes, all or none.
     *
     * @return what became of each change, in their order
     * @throws ProblemException when a change is not possible; the transaction is then not to be used any more
     */
    public List<Written> write(
            RequestContext context, Transaction transaction, List<? extends Change> changes, WriteOptions options) {
        PreparedWrite prepared = prepare(context, transaction, changes, options);
        prepared.flush();
        return prepared.written();
    }

    /**
     * Takes the changes through all steps, but for sending them.
     *
     * @throws ProblemException when a change is not possible; the transaction is then not to be used any more
     */
    public PreparedWrite prepare(
            RequestContext context, Transaction transaction, List<? extends Change> changes, WriteOptions options) {
        WriteSet set = set(context, transaction, options);
        try {
            changes.forEach(change -> authorise(set, change));
            KeyStep.resolve(set, changes);
            load.load(set, changes);
            complete.forEach(step -> step.apply(set));
            if (transitions.isAsked(set)) {
                transitions.apply(set);
                recompute.forEach(step -> step.apply(set));
            }
            if (hooks.any(set)) {
                hooked(set);
            } else {
                check.forEach(step -> step.apply(set));
                finish.forEach(step -> step.apply(set));
            }
        } catch (DatabaseException refused) {
            throw Refusals.explain(refused, set);
        }
        return new PreparedWrite(
                set, set.addressed().stream().map(RecordWriter::written).toList());
    }

    /**
     * With functions of packs: those before validation see what was asked for, those before saving what is valid; whatever
     * they change is computed and checked like everything else. Those after a write see it in the database.
     */
    private void hooked(WriteSet set) {
        set.stopOnProblems();
        if (hooks.before(set, Optional.of(Point.BEFORE_VALIDATE), Optional.empty())) {
            recompute.forEach(step -> step.apply(set));
        }
        check.forEach(step -> step.apply(set));
        if (hooks.before(set, Optional.of(Point.BEFORE_SAVE), Optional.of(Point.BEFORE_DELETE))) {
            recompute.forEach(step -> step.apply(set));
            check.forEach(step -> step.apply(set));
        }
        finish.forEach(step -> step.apply(set));
        if (hooks.hasAfter(set)) {
            PreparedWrite.send(set);
            hooks.after(set);
        }
    }

    /**
     * The transitions that leave the states in which a record is, each with what stands in the way of taking it; empty when
     * the record is not there for the caller.
     */
    public Optional<List<TransitionOption>> transitions(
            RequestContext context, Transaction transaction, Entity entity, UUID id) {
        return new TransitionOptions(set(context, transaction, WriteOptions.DEFAULT), ids).of(entity, id);
    }

    /** The transition that a caller asks for, where it makes a new record instead of moving the old one. */
    public boolean copies(RequestContext context, Change.Transition step) {
        return workflows(context.model())
                .with(step.entity(), step.name())
                .flatMap(workflow -> workflow.transition(step.name()))
                .filter(Transition::copies)
                .isPresent();
    }

    /**
     * The change that a transition which {@link #copies} comes to; to be made with {@link WriteOptions#privileged}.
     *
     * @throws ProblemException when the caller may not take it, or not now
     */
    public Change.Create copy(
            RequestContext context, Transaction transaction, Change.Transition step, WriteOptions options) {
        Workflow workflow =
                workflows(context.model()).with(step.entity(), step.name()).orElseThrow();
        Transition transition = workflow.transition(step.name()).orElseThrow();
        return new TransitionCopies(set(context, transaction, options)).of(workflow, transition, step);
    }

    /**
     * Acts on a timer, if it is still due.
     *
     * @param context of the engine itself
     * @return the transition to take then
     */
    public Optional<Change.Transition> act(RequestContext context, Transaction transaction, Running timer) {
        return new TimerRun(set(context, transaction, WriteOptions.PRIVILEGED), ids, outbox).run(timer);
    }

    /** Whether functions that may call other servers may run for the records of an entity. */
    public boolean reachesOthers(Model model, Entity entity) {
        return hooks.reachesOthers(model, entity);
    }

    /** The workflows of a model. */
    public Workflows workflows(Model model) {
        return plans.of(model).workflows();
    }

    private WriteSet set(RequestContext context, Transaction transaction, WriteOptions options) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return new WriteSet(
                context,
                transaction,
                now,
                options,
                plans.of(context.model()),
                new WriteSet.Caller(
                        access.policy(context),
                        () -> access.moment(context, now),
                        () -> access.delegators(context, now)));
    }

    /** What the caller may do with no record at all is refused before any is looked for. */
    private static void authorise(WriteSet set, Change change) {
        Entity entity = change.entity();
        String verb = switch (change) {
            case Change.Create _ -> Verb.CREATE;
            case Change.Update _ -> Verb.UPDATE;
            case Change.Transition _ -> Verb.READ;
            case Change.Delete _, Change.Restore _ -> Verb.DELETE;
        };
        if (!set.rights().all()
                && set.rights().policy().may(verb, entity.fullName()).isNone()) {
            throw Access.forbidden(verb + " " + entity.fullName());
        }
        EngineOnly.refuse(entity);
    }

    private static Written written(RecordState record) {
        Written.Outcome outcome = switch (record.action()) {
            case CREATE, EXTEND -> Written.Outcome.CREATED;
            case UPDATE -> record.isPending() ? Written.Outcome.PENDING : Written.Outcome.UPDATED;
            case DELETE -> Written.Outcome.DELETED;
            case RESTORE -> Written.Outcome.RESTORED;
        };
        long version = record.after(SystemFields.VERSION) instanceof Long number ? number : 1;
        return new Written(record.entity(), record.path(), record.id(), version, outcome, Changes.dirty(record));
    }
}
