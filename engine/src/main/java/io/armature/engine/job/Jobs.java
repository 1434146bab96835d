package io.armature.engine.job;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.armature.engine.access.Access;
import io.armature.engine.access.Verb;
import io.armature.engine.audit.Audit;
import io.armature.engine.audit.AuditEntry;
import io.armature.engine.current.RequestContext;
import io.armature.engine.db.Database;
import io.armature.engine.db.Signals;
import io.armature.engine.db.SqlRunner;
import io.armature.engine.db.Transaction;
import io.armature.engine.tenant.Tenant;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.ProblemException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Takes orders for work in the background. Safe for many threads. */
public final class Jobs {

    /** The topic of signals that name a run that shall stop. */
    static final String TOPIC = "runs";

    private final Database database;
    private final RunStore runs;
    private final Access access;
    private final Audit audit;
    private final Clock clock;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    public Jobs(Database database, Access access, Audit audit, Clock clock) {
        this.database = database;
        this.runs = new RunStore(database, database);
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    /** Is told, on the thread of whoever orders, that something is to be done now. */
    void onOrder(Runnable listener) {
        listeners.add(listener);
    }

    /** Has this node look now for what is due: for clocks that do not wait. */
    public void look() {
        listeners.forEach(Runnable::run);
    }

    /** Has work done once the transaction is kept, by a {@link BackgroundWork} of the kind. */
    public void enqueue(Transaction transaction, Tenant tenant, String kind, JsonNode payload) {
        enqueue(transaction, tenant, kind, List.of(payload), clock.instant());
    }

    /** Has several pieces of work done, not before a moment. */
    public void enqueue(Transaction transaction, Tenant tenant, String kind, List<JsonNode> payloads, Instant at) {
        runs.add(transaction, tenant, kind, payloads, at);
        ordered(transaction);
    }

    /**
     * Runs a job now, whether or not it is paused.
     *
     * @param with what it is given beside what its definition says
     * @return names the run
     * @throws ProblemException when it is not for the caller to say that
     */
    public UUID run(RequestContext context, UUID job, JsonNode with) {
        require(context);
        return database.transaction(transaction -> {
            LaneStore.lock(transaction, context.tenant());
            JobStore.Row row =
                    JobStore.find(transaction, context.tenant(), job).orElseThrow(() -> missing("sys.job", job));
            ordered(transaction);
            PackJob known = PackJob.named(context.model(), row.name()).orElseThrow(() -> missing("sys.job", job));
            HandGiven.require(access, context, known, with);
            UUID run = LaneStore.add(transaction, context.tenant(), row, known.limits(), with, clock.instant());
            note(transaction, context, "job_run", row, details -> details.put("run", run.toString()));
            return run;
        });
    }

    /** Lets a job rest until it is resumed; what runs goes on. */
    public void pause(RequestContext context, UUID job) {
        change(context, job, (transaction, row) -> {
            JobStore.next(transaction, context.tenant(), row.id(), false, Optional.empty());
            TaskTable.untick(transaction, context.tenant(), row.name());
            note(transaction, context, "job_pause", row, details -> {});
            return row;
        });
    }

    /** Lets a job run by its schedule again, from now on. */
    public void resume(RequestContext context, UUID job) {
        change(context, job, (transaction, row) -> {
            Optional<Instant> next = PackJob.named(context.model(), row.name())
                    .flatMap(found -> found.schedule().after(clock.instant()));
            JobStore.next(transaction, context.tenant(), row.id(), true, next);
            next.ifPresent(at -> TaskTable.tick(transaction, context.tenant(), row.name(), at));
            note(transaction, context, "job_resume", row, details -> {});
            return row;
        });
    }

    /**
     * Stops a run: at once when it waits, soon when it runs.
     *
     * @throws ProblemException when it is over
     */
    public void cancel(RequestContext context, UUID run) {
        require(context);
        database.transaction(sql -> {
            RunStore.Standing standing =
                    runs.standing(sql, context.tenant(), run).orElseThrow(() -> missing("sys.run", run));
            switch (standing.status()) {
                case "waiting" -> runs.stop(sql, context.tenant(), run);
                case "running" -> Signals.send(sql, TOPIC, run.toString());
                default -> throw new ProblemException(Problem.inValue(ProblemCode.RUN_OVER, ""));
            }
            audit.note(
                    sql,
                    context.tenant(),
                    AuditEntry.of("run_cancel", "sys.run", context.origin())
                            .about(run)
                            .by(context.user().id()));
            return standing;
        });
    }

    /** Says who had it done; what the job was given beside its definition is his secret, and the run's. */
    private void note(
            SqlRunner sql, RequestContext context, String action, JobStore.Row job, Consumer<ObjectNode> more) {
        ObjectNode details = JsonNodeFactory.instance.objectNode().put("job", job.name());
        more.accept(details);
        audit.note(
                sql,
                context.tenant(),
                AuditEntry.of(action, "sys.job", context.origin())
                        .about(job.id())
                        .by(context.user().id())
                        .with(details.toString()));
    }

    /** What is done to one job. */
    private interface JobChange<T> {
        T apply(Transaction transaction, JobStore.Row row);
    }

    private <T> T change(RequestContext context, UUID job, JobChange<T> change) {
        require(context);
        return database.transaction(transaction -> change.apply(
                transaction,
                JobStore.find(transaction, context.tenant(), job).orElseThrow(() -> missing("sys.job", job))));
    }

    private void require(RequestContext context) {
        access.require(context, Verb.UPDATE, context.model().require("sys.job"));
    }

    private void ordered(SqlRunner transaction) {
        if (transaction instanceof Transaction kept) {
            kept.afterCommit(this::look);
        }
    }

    private static ProblemException missing(String entity, UUID id) {
        return new ProblemException(Problem.inValue(ProblemCode.NOT_FOUND, "", entity + " " + id, ""));
    }
}
