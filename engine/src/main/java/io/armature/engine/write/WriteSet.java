package io.armature.engine.write;

import io.armature.engine.access.AccessPolicy;
import io.armature.engine.current.RequestContext;
import io.armature.engine.db.Transaction;
import io.armature.engine.event.Event;
import io.armature.engine.workflow.FlowStore;
import io.armature.engine.workflow.Workflow;
import io.armature.metadata.expression.Context;
import io.armature.metadata.model.Model;
import io.armature.metadata.problem.ProblemException;
import io.armature.metadata.problem.Problems;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** All records that one request writes, on their way through the steps. Not safe for several threads. */
final class WriteSet {

    /** Who writes, what he may, and who has lent him his rights. */
    record Caller(AccessPolicy policy, Supplier<Context> moment, Supplier<Set<UUID>> delegators) {}

    private static final Duration MOST_WAITED = Duration.ofMinutes(10);

    private final RequestContext context;
    private final Transaction transaction;
    private Instant now;
    private final WriteOptions options;
    private final EntityPlans plans;
    private final List<RecordState> records = new ArrayList<>();
    private final List<RecordState> derived = new ArrayList<>();
    private final Map<UUID, RecordState> byId = new HashMap<>();
    private final Map<Given.Key, UUID> keys = new HashMap<>();
    private final Problems problems = new Problems();
    private final List<Event> notices = new ArrayList<>();
    private final List<Consent> consents = new ArrayList<>();
    private final Map<UUID, List<Workflow>> workflows = new HashMap<>();
    private final Flush flush;
    private final Rules rules;
    private final Caller caller;
    private @Nullable Context moment;
    private final Rights rights;
    private @Nullable List<RecordState> only;
    private boolean moved;

    WriteSet(
            RequestContext context,
            Transaction transaction,
            Instant now,
            WriteOptions options,
            EntityPlans plans,
            Caller caller) {
        this.context = context;
        this.transaction = transaction;
        this.now = now;
        this.options = options;
        this.plans = plans;
        this.flush = new Flush(context.schema());
        this.caller = caller;
        this.rules = new Rules(this);
        this.rights = new Rights(this, caller.policy());
    }

    RequestContext context() {
        return context;
    }

    Transaction transaction() {
        return transaction;
    }

    Model model() {
        return context.model();
    }

    String schema() {
        return context.schema();
    }

    /** The one moment at which all of this happens. */
    Instant now() {
        return now;
    }

    /**
     * Has it happen after what happened to a record before: whoever waited for its lock, or stood still meanwhile, began earlier. A
     * clock that was set is left as it is.
     */
    void follow(Instant before) {
        if (!before.isBefore(now) && before.isBefore(now.plus(MOST_WAITED))) {
            now = before.plus(1, ChronoUnit.MICROS);
        }
    }

    WriteOptions options() {
        return options;
    }

    EntityPlans plans() {
        return plans;
    }

    EntityPlan plan(RecordState record) {
        return plans.of(record.entity());
    }

    /** The workflows of a record: where it began with a former version, that one. */
    List<Workflow> workflows(RecordState record) {
        List<Workflow> now = plan(record).workflows();
        if (record.action() == Action.CREATE || now.stream().allMatch(workflow -> workflow.version() == 1)) {
            return now;
        }
        return workflows.computeIfAbsent(record.id(), id -> {
            Map<String, FlowStore.Standing> standings = FlowStore.standings(transaction, schema(), id);
            return now.stream()
                    .map(workflow -> Optional.ofNullable(standings.get(workflow.name()))
                            .filter(standing -> standing.version() < workflow.version())
                            .map(standing ->
                                    plans.workflows().former(transaction, schema(), workflow, standing.version()))
                            .orElse(workflow))
                    .toList();
        });
    }

    RecordLoader loader() {
        return new RecordLoader(transaction, schema(), plans);
    }

    /** Expressions, computed on the records as they are now. */
    Rules rules() {
        return rules;
    }

    /** What will be sent to the database. */
    Flush flush() {
        return flush;
    }

    /** What is wrong so far. */
    Problems problems() {
        return problems;
    }

    /** Refuses the request when anything is wrong so far. */
    void stopOnProblems() {
        if (problems.hasErrors()) {
            throw new ProblemException(problems.sorted());
        }
    }

    /** Takes a record in; its lines come with it as they are added. */
    void add(RecordState record) {
        records.add(record);
        index(record);
    }

    void index(RecordState record) {
        byId.put(record.id(), record);
    }

    /** Takes in a record that the request does not name but moves. */
    void addDerived(RecordState record) {
        derived.add(record);
        index(record);
    }

    /** All records that the request writes, each before its lines; not those that it only moves. */
    List<RecordState> written() {
        List<RecordState> all = new ArrayList<>();
        records.forEach(record -> collect(record, all));
        return all;
    }

    /** What the caller may do. */
    Rights rights() {
        return rights;
    }

    /** The moment at which all of this happens, and whose request it is; made when first asked for. */
    Context moment() {
        Context known = moment;
        if (known == null) {
            known = caller.moment().get();
            moment = known;
        }
        return known;
    }

    /** Those who have lent the caller their rights. */
    Set<UUID> delegators() {
        return caller.delegators().get();
    }

    /** People to be told of something, by events that leave with the transaction. */
    List<Event> notices() {
        return notices;
    }

    /** What was asked and said about agreements, for the trail. */
    List<Consent> consents() {
        return consents;
    }

    /** Records that are written because others are. */
    List<RecordState> derived() {
        return derived;
    }

    /** The records that the request addresses, without their lines. */
    List<RecordState> addressed() {
        return records;
    }

    /** All records, each before its lines. */
    List<RecordState> all() {
        if (only != null) {
            return only;
        }
        List<RecordState> all = new ArrayList<>();
        records.forEach(record -> collect(record, all));
        derived.forEach(record -> collect(record, all));
        return all;
    }

    /** Lets steps see some records alone. */
    void during(List<RecordState> some, Runnable steps) {
        only = some;
        try {
            steps.run();
        } finally {
            only = null;
        }
    }

    /** Notes that a function of a pack has changed something. */
    void moved() {
        moved = true;
    }

    /** Forgets what functions have changed so far. */
    void still() {
        moved = false;
    }

    boolean hasMoved() {
        return moved;
    }

    private static void collect(RecordState record, List<RecordState> all) {
        all.add(record);
        record.lines().values().forEach(lines -> lines.forEach(line -> collect(line, all)));
    }

    /** The record with this id, if the request writes it or has read it. */
    Optional<RecordState> find(UUID id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** What the unique keys of the request stand for. */
    Map<Given.Key, UUID> keys() {
        return keys;
    }
}
