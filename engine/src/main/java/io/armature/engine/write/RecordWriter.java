package io.armature.engine.write;

import io.armature.engine.access.Access;
import io.armature.engine.access.Verb;
import io.armature.engine.audit.AuditRows;
import io.armature.engine.current.RequestContext;
import io.armature.engine.db.DatabaseException;
import io.armature.engine.db.Transaction;
import io.armature.engine.event.Outbox;
import io.armature.engine.identity.CallerCache;
import io.armature.metadata.model.Entity;
import io.armature.metadata.model.SystemFields;
import io.armature.metadata.problem.ProblemException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Writes records. {@link #write} is the whole path, in its order: authorise, load and lock, complete (values, defaults,
 * copies, numbers, formulas), hooks before, validate, write with audit and outbox, hooks after. Hooks will be steps of
 * their own at the two marked places. Safe for many threads.
 */
public final class RecordWriter {

    private final Access access;
    private final Clock clock;
    private final ModelPlans plans = new ModelPlans();
    private final LoadStep load;
    private final List<WriteStep> complete;
    private final List<WriteStep> finish;

    public RecordWriter(
            Access access,
            Clock clock,
            Counters counters,
            Seals seals,
            AuditRows trail,
            Outbox outbox,
            CallerCache callers) {
        this.access = access;
        this.clock = clock;
        Uuids ids = new Uuids();
        this.load = new LoadStep(ids);
        this.complete = List.of(
                new AssignStep(seals),
                new CopyStep(),
                new DefaultStep(),
                new NumberStep(counters),
                new FormulaStep(),
                new OwnerStep());
        // Hooks before a write come here.
        this.finish = List.of(
                new RightsStep(),
                new LimitStep(),
                new ValidateStep(List.of(
                        new RequiredRule(),
                        new ReadOnlyRule(),
                        new GuardedRule(),
                        new CheckConstraintRule(),
                        new SingleRule(),
                        new TreeRule(),
                        new InUseRule())),
                new RowsStep(),
                new AuditStep(ids, trail),
                new OutboxStep(ids, outbox),
                new ForgetStep(callers));
        // Hooks after a write come here.
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
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        WriteSet set = new WriteSet(
                context,
                transaction,
                now,
                options,
                plans.of(context.model()),
                new WriteSet.Caller(access.policy(context), () -> access.moment(context, now)));
        try {
            changes.forEach(change -> authorise(set, change));
            KeyStep.resolve(set, changes);
            load.load(set, changes);
            complete.forEach(step -> step.apply(set));
            finish.forEach(step -> step.apply(set));
        } catch (DatabaseException refused) {
            throw Refusals.explain(refused, set);
        }
        return new PreparedWrite(
                set, set.addressed().stream().map(RecordWriter::written).toList());
    }

    /** What the caller may do with no record at all is refused before any is looked for. */
    private static void authorise(WriteSet set, Change change) {
        Entity entity = change.entity();
        String verb = switch (change) {
            case Change.Create _ -> Verb.CREATE;
            case Change.Update _ -> Verb.UPDATE;
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
            case UPDATE -> Written.Outcome.UPDATED;
            case DELETE -> Written.Outcome.DELETED;
            case RESTORE -> Written.Outcome.RESTORED;
        };
        long version = record.after(SystemFields.VERSION) instanceof Long number ? number : 1;
        return new Written(record.entity(), record.path(), record.id(), version, outcome, Changes.dirty(record));
    }
}
