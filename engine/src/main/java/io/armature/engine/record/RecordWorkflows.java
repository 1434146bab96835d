package io.armature.engine.record;

import io.armature.engine.access.Access;
import io.armature.engine.access.AccessPolicy;
import io.armature.engine.access.Verb;
import io.armature.engine.current.RequestContext;
import io.armature.engine.db.Database;
import io.armature.engine.workflow.ApprovalStore;
import io.armature.engine.workflow.ApprovalStore.Asked;
import io.armature.engine.workflow.FlowStore;
import io.armature.engine.workflow.TimerStore;
import io.armature.engine.workflow.TimerStore.Running;
import io.armature.engine.workflow.Workflow;
import io.armature.engine.workflow.Workflows;
import io.armature.engine.write.RecordWriter;
import io.armature.engine.write.TransitionOption;
import io.armature.metadata.model.Entity;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.ProblemException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** What a record's workflow offers its caller, and the way it has come. */
public final class RecordWorkflows {

    private final Database database;
    private final RecordWriter writer;
    private final RecordReads reads;
    private final Access access;
    private final Clock clock;

    public RecordWorkflows(Database database, RecordWriter writer, RecordReads reads, Access access, Clock clock) {
        this.database = database;
        this.writer = writer;
        this.reads = reads;
        this.access = access;
        this.clock = clock;
    }

    /**
     * Where a record stands and how it came there.
     *
     * @param standings by workflow; of those alone that the caller may know of
     * @param now the moment at which this was so
     */
    public record Course(
            Map<String, FlowStore.Standing> standings,
            List<FlowStore.Taken> history,
            List<Running> timers,
            Instant now) {
        public Course {
            timers = List.copyOf(timers);
            standings = Map.copyOf(standings);
            history = List.copyOf(history);
        }
    }

    /**
     * The transitions that leave the states in which a record is, those that the caller may not take too.
     *
     * @throws ProblemException when the record is not there for him
     */
    public List<TransitionOption> options(RequestContext context, Entity entity, UUID id) {
        return database.transaction(transaction -> writer.transitions(context, transaction, entity, id))
                .orElseThrow(() -> missing(entity, id));
    }

    /** @throws ProblemException when the record is not there for the caller */
    public Course course(RequestContext context, Entity entity, UUID id) {
        return database.direct(runner -> {
            if (!reads.may(context, runner, Verb.READ, entity, id)) {
                throw missing(entity, id);
            }
            Map<String, FlowStore.Standing> standings = FlowStore.standings(runner, context.schema(), id);
            Set<String> known = known(context, entity);
            standings.keySet().retainAll(known);
            List<FlowStore.Taken> history = FlowStore.history(runner, context.schema(), id).stream()
                    .filter(taken -> known.contains(taken.workflow()))
                    .toList();
            List<Running> timers = TimerStore.of(runner, context.schema(), id).stream()
                    .filter(timer -> known.contains(timer.workflow()))
                    .toList();
            return new Course(standings, history, timers, clock.instant());
        });
    }

    /**
     * What waits for the caller, also in the name of those who have lent him their rights: of records that he may read, for
     * anybody who is asked can hand his turn to anybody.
     */
    public List<Asked> waitingFor(RequestContext context) {
        Set<UUID> people = new HashSet<>(access.delegators(context, clock.instant()));
        people.add(context.user().id());
        List<Asked> pending = database.direct(runner -> ApprovalStore.pending(runner, context.schema(), people));
        Map<String, Set<UUID>> records = pending.stream()
                .collect(Collectors.groupingBy(Asked::entity, Collectors.mapping(Asked::record, Collectors.toSet())));
        Set<UUID> readable = new HashSet<>();
        records.forEach((name, ids) -> context.model()
                .entity(name)
                .filter(Entity::stored)
                .ifPresent(entity -> readable.addAll(reads.readable(context, entity, ids))));
        return pending.stream()
                .filter(asked -> readable.contains(asked.record()))
                .map(asked -> called(context, asked))
                .toList();
    }

    /** By the entity's title where the caller does not see what its records are called. */
    private Asked called(RequestContext context, Asked asked) {
        return context.model()
                .entity(asked.entity())
                .filter(entity -> !reads.seesEverywhere(context, entity, entity.label()))
                .map(entity -> asked.called(entity.title()))
                .orElse(asked);
    }

    /**
     * Who is and was asked about a record.
     *
     * @throws ProblemException when the record is not there for the caller
     */
    public List<Asked> approvals(RequestContext context, Entity entity, UUID id) {
        return database.direct(runner -> {
            if (!reads.may(context, runner, Verb.READ, entity, id)) {
                throw missing(entity, id);
            }
            Set<String> known = known(context, entity);
            return ApprovalStore.of(runner, context.schema(), id).stream()
                    .filter(asked -> known.contains(asked.workflow()))
                    .map(asked -> called(context, asked))
                    .toList();
        });
    }

    /** Workflows whose state shows to the caller on every record. */
    private Set<String> known(RequestContext context, Entity entity) {
        AccessPolicy policy = access.policy(context);
        return workflows(context).of(entity).stream()
                .filter(workflow -> policy.field(entity, workflow.holder()).isOpen())
                .map(Workflow::name)
                .collect(Collectors.toSet());
    }

    /** The workflows of the request's model. */
    public Workflows workflows(RequestContext context) {
        return writer.workflows(context.model());
    }

    private static ProblemException missing(Entity entity, UUID id) {
        return new ProblemException(Problem.inValue(
                ProblemCode.NOT_FOUND,
                "",
                entity.name().pack() + "/" + entity.name().entity() + "/" + id,
                ""));
    }
}
