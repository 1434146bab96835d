package io.armature.engine.script;

import com.fasterxml.jackson.databind.node.NullNode;
import com.oracle.truffle.api.instrumentation.EventContext;
import com.oracle.truffle.api.source.SourceSection;
import io.armature.engine.db.SqlRunner;
import io.armature.metadata.definition.HookDefinition;
import io.armature.metadata.definition.PackGrants;
import io.armature.metadata.model.PackInfo;
import io.armature.metadata.problem.Position;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.ProblemException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * One call of a function: what it is about, and what it has used so far. Used by its own thread, but for {@link #stop},
 * which the watch calls.
 */
final class Call {

    private static final long LEAST_PATIENCE_NANOS = 200_000_000;
    private static final long UNWANTED_PATIENCE_NANOS = 5_000_000_000L;
    private static final long GRACE_NANOS = 20_000_000;
    private static final int LONGEST_LINE = 4_000;

    /** A line that the function logged. */
    record Line(String level, String message) {}

    private final Optional<Scene> scene;
    private final HookDefinition definition;
    private final Point point;
    private final Budget budget;
    private final Optional<Call> outer;
    private final List<Line> lines = new ArrayList<>();
    private final long started = System.nanoTime();
    private final long deadline;
    private final Map<Budget.Part, Long> used = new EnumMap<>(Budget.Part.class);
    private final Tape tape;
    private final long seed;
    private final RandomGenerator chance;
    private Object given = NullNode.instance;
    private Optional<RecordProxy> before = Optional.empty();
    private @Nullable RuntimeException told;
    private @Nullable EventContext place;
    private boolean begun;
    private long statements;
    private int depth;
    private boolean over;
    private final long sqlBefore;
    private volatile long stopped;
    private volatile boolean unwanted;
    private volatile Runnable waiting = () -> {};
    private volatile Budget.@Nullable Part exhausted;

    /** @param scene empty while a file is only looked at */
    Call(Optional<Scene> scene, HookDefinition definition, Point point, Budget budget, Optional<Call> outer) {
        this(
                scene,
                definition,
                point,
                budget,
                outer,
                new Chance(new RecordingTape(), ThreadLocalRandom.current().nextLong()));
    }

    /**
     * What makes a call what it is beyond its function and scene.
     *
     * @param seed where its chance begins
     */
    record Chance(Tape tape, long seed) {}

    /** @param again what it was then, when it is run again */
    Call(
            Optional<Scene> scene,
            HookDefinition definition,
            Point point,
            Budget budget,
            Optional<Call> outer,
            Chance again) {
        this.tape = again.tape();
        this.seed = again.seed();
        this.chance = new SplittableRandom(seed);
        this.scene = scene;
        this.definition = definition;
        this.point = point;
        this.budget = budget;
        this.outer = outer;
        long own = started + budget.time().toNanos();
        this.deadline = outer.map(call -> Math.min(own, call.deadline)).orElse(own);
        this.sqlBefore = scene.flatMap(Scene::within).map(SqlRunner::sent).orElse(0L);
    }

    /** @throws ScriptFault when the function has returned, and has kept what was lent to it */
    Scene scene() {
        if (over) {
            throw new ScriptFault("`ctx` and records are lent for one call: do not keep them");
        }
        return scene.orElseThrow(() -> new ScriptFault("Nothing can be done outside of functions"));
    }

    /** What it ran in, also when it has returned: for those who write down what it did. */
    Optional<Scene> view() {
        return scene;
    }

    /** The moment at which it runs; none while a file is only looked at. */
    Optional<Instant> now() {
        return scene.map(Scene::now);
    }

    /** What was lent to the function is of no use from now on. */
    void over() {
        over = true;
    }

    HookDefinition definition() {
        return definition;
    }

    String pack() {
        return definition.origin().pack();
    }

    Point point() {
        return point;
    }

    Budget budget() {
        return budget;
    }

    /** The call whose writing set this one off. */
    Optional<Call> outer() {
        return outer;
    }

    /** Whether this write, or one that set it off, is about to write a record. */
    boolean isWriting(UUID record) {
        return scene.filter(one -> one.writing().contains(record)).isPresent()
                || outer.filter(call -> call.isWriting(record)).isPresent();
    }

    /** What the pack may reach. */
    PackGrants grants() {
        PackInfo pack = scene().context().model().packs().get(pack());
        return pack == null ? new PackGrants(List.of(), false, false, false, false) : pack.grants();
    }

    /** @throws ProblemException when the pack was not granted something */
    void grants(Predicate<PackGrants> asked, String what) {
        if (!asked.test(grants())) {
            throw new ProblemException(Problem.inValue(ProblemCode.SCRIPT_NOT_GRANTED, "", pack(), what));
        }
    }

    /** How many calls are under way, this one included. */
    int nesting() {
        return 1 + outer.map(Call::nesting).orElse(0);
    }

    Tape tape() {
        return tape;
    }

    /** What the function is given first: a record, or JSON. */
    void given(Object first) {
        given = first;
    }

    Object given() {
        return given;
    }

    /** A call that this one set off has failed, and that is written down. */
    void told(RuntimeException failure) {
        told = failure;
    }

    boolean isTold(RuntimeException failure) {
        return told == failure;
    }

    void before(RecordProxy record) {
        before = Optional.of(record);
    }

    Optional<RecordProxy> before() {
        return before;
    }

    /** Where its chance began: the same seed gives the same numbers again. */
    long seed() {
        return seed;
    }

    double random() {
        return chance.nextDouble();
    }

    long nanoseconds() {
        return System.nanoTime() - started;
    }

    long statements() {
        return statements;
    }

    /** The file has been read, which the first call in a realm has to do, and later ones have not: from here on it counts. */
    void begin() {
        if (!begun) {
            begun = true;
            statements = 0;
        }
    }

    /** Counts a statement; whether that was one too many. */
    boolean statement(EventContext at) {
        place = at;
        return ++statements > budget.statements();
    }

    /** Where it is, or was last; any thread may ask. */
    Position position() {
        EventContext at = place;
        SourceSection section = at == null ? null : at.getInstrumentedSourceSection();
        return section == null || !section.isAvailable()
                ? definition.origin().position()
                : new Position(section.getSource().getName(), section.getStartLine(), section.getStartColumn());
    }

    /** Counts a function that is entered; whether that was one too deep. */
    boolean enter() {
        return ++depth > budget.depth();
    }

    void leave() {
        depth--;
    }

    /** Nanoseconds that are left of its time; nothing or less when it is late. */
    long remaining() {
        return deadline - System.nanoTime();
    }

    boolean isLate() {
        return remaining() < 0;
    }

    /** Whether it used up its budget, was told, and goes on: it may have caught what it was told. */
    boolean isStubborn() {
        return hasGoneOnFor(GRACE_NANOS);
    }

    /** Whether it was ended and goes on nevertheless. */
    boolean isStuck() {
        return hasGoneOnFor(
                unwanted ? UNWANTED_PATIENCE_NANOS : Math.max(budget.time().toNanos() / 2, LEAST_PATIENCE_NANOS));
    }

    private boolean hasGoneOnFor(long patience) {
        return exhausted != null && System.nanoTime() - stopped > patience;
    }

    /** How many SQL statements it has sent, those of what it set off included. */
    long sql() {
        return tape.sql(scene.flatMap(Scene::within).map(SqlRunner::sent).orElse(sqlBefore) - sqlBefore);
    }

    /**
     * Counts what it uses beyond computing.
     *
     * @throws ScriptFault when that is too much; it fails then, even if it catches this
     */
    void use(Budget.Part part, long amount) {
        long now = used.merge(part, amount, Long::sum);
        if (now > budget.of(part) || sql() > budget.sql()) {
            stop(now > budget.of(part) ? part : Budget.Part.SQL);
        }
        if (exhausted != null) {
            throw new ScriptFault("The budget is used up");
        }
    }

    /** Does something that waits for others, and can be woken. */
    <T> T waiting(Runnable wake, Supplier<T> work) {
        waiting = wake;
        try {
            return work.get();
        } finally {
            waiting = () -> {};
        }
    }

    /** Interrupts what it waits for; any thread may do so. */
    void wake() {
        waiting.run();
        outer.ifPresent(Call::wake);
    }

    /** Nobody wants what comes out any more: it is stopped, and no budget is to blame. */
    void unwanted() {
        unwanted = true;
    }

    boolean isUnwanted() {
        return unwanted;
    }

    /** Notes that a part of the budget is used up; the first counts. */
    void stop(Budget.Part part) {
        if (exhausted == null) {
            stopped = System.nanoTime();
            exhausted = part;
        }
    }

    Optional<Budget.Part> exhausted() {
        return Optional.ofNullable(exhausted);
    }

    void log(String level, String message) {
        if (lines.size() < budget.lines()) {
            lines.add(new Line(
                    level, message.length() > LONGEST_LINE ? message.substring(0, LONGEST_LINE) + "…" : message));
        } else if (lines.size() == budget.lines()) {
            lines.add(new Line("warning", "… more than " + budget.lines() + " lines"));
        }
    }

    List<Line> lines() {
        return lines;
    }
}
