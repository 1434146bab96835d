package io.armature.engine.record;

import io.armature.engine.current.CurrentModels;
import io.armature.engine.current.RequestContext;
import io.armature.engine.db.Database;
import io.armature.engine.db.Transaction;
import io.armature.engine.due.DueWork;
import io.armature.engine.identity.User;
import io.armature.engine.tenant.Tenant;
import io.armature.engine.workflow.TimerStore;
import io.armature.engine.workflow.TimerStore.Running;
import io.armature.engine.write.Change;
import io.armature.engine.write.RecordWriter;
import io.armature.engine.write.WriteOptions;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.ProblemException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Acts on timers of workflows whose time has come, each in a transaction of its own: a timer that fails lets the others
 * pass, and is tried again later. What a timer does and that it is gone are kept together, so that it acts once.
 */
public final class WorkflowTimers implements DueWork {

    private static final Logger LOG = LoggerFactory.getLogger(WorkflowTimers.class);
    private static final int AT_ONCE = 100;
    /** Functions that failed, which says nothing about whether the transition is possible. */
    private static final Set<ProblemCode> TEMPORARY = Set.of(
            ProblemCode.SCRIPT_FAILED,
            ProblemCode.SCRIPT_BUDGET,
            ProblemCode.SCRIPT_UNSETTLED,
            ProblemCode.SCRIPT_GIVEN_UP,
            ProblemCode.SCRIPT_PEER);
    /** After so many, other tenants have their turn. */
    private static final int ROUNDS = 10;

    private final Database database;
    private final Records records;
    private final RecordWriter writer;
    private final CurrentModels models;

    public WorkflowTimers(Database database, Records records, RecordWriter writer, CurrentModels models) {
        this.database = database;
        this.records = records;
        this.writer = writer;
        this.models = models;
    }

    @Override
    public String kind() {
        return TimerStore.KIND;
    }

    @Override
    public Optional<Instant> run(Tenant tenant, Instant now) {
        for (int round = 0; round < ROUNDS; round++) {
            List<Running> due = database.direct(runner -> TimerStore.due(runner, tenant.schema(), now, AT_ONCE));
            due.forEach(timer -> act(tenant, timer, now));
            if (due.size() < AT_ONCE) {
                break;
            }
        }
        return database.direct(runner -> TimerStore.next(runner, tenant.schema()));
    }

    private void act(Tenant tenant, Running timer, Instant now) {
        RequestContext context =
                new RequestContext(tenant, models.of(tenant), User.SYSTEM, Locale.ENGLISH, "timer-" + timer.id());
        try {
            records.transaction(WriteOptions.PRIVILEGED, transaction -> {
                writer.act(context, transaction, timer).ifPresent(step -> take(context, transaction, step));
                return true;
            });
        } catch (RuntimeException failed) {
            LOG.warn("Timer {} of record {} of tenant {} waits", timer.timer(), timer.record(), tenant.name(), failed);
            database.transaction(transaction -> {
                TimerStore.delay(transaction, tenant.schema(), timer.id(), now);
                return true;
            });
        }
    }

    /** A transition that is not possible now is none: the condition of a timer is asked when its time has come. */
    private void take(RequestContext context, Transaction transaction, Change.Transition step) {
        try {
            transaction.nested(part -> writer.write(context, part, List.of(step), WriteOptions.PRIVILEGED));
        } catch (ProblemException refused) {
            if (TEMPORARY.contains(refused.problems().getFirst().code())) {
                throw refused;
            }
            LOG.info(
                    "The timer's transition {} of record {} is not possible: {}",
                    step.name(),
                    step.id(),
                    refused.getMessage());
        }
    }
}
