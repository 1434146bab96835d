package io.armature.engine.script;

import io.armature.metadata.definition.HookDefinition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * One call of a function: what it is about, and what it has used so far. Used by its own thread, but for {@link #stop},
 * which the watch calls.
 */
final class Call {

    /** A line that the function logged. */
    record Line(String level, String message) {}

    private final Optional<Scene> scene;
    private final HookDefinition definition;
    private final Point point;
    private final Budget budget;
    private final Optional<Call> outer;
    private final List<Line> lines = new ArrayList<>();
    private final long started = System.nanoTime();
    private final long seed = ThreadLocalRandom.current().nextLong();
    private final RandomGenerator chance = new SplittableRandom(seed);
    private long statements;
    private int depth;
    private boolean over;
    private volatile Budget.@Nullable Part exhausted;

    /** @param scene empty while a file is only looked at */
    Call(Optional<Scene> scene, HookDefinition definition, Point point, Budget budget, Optional<Call> outer) {
        this.scene = scene;
        this.definition = definition;
        this.point = point;
        this.budget = budget;
        this.outer = outer;
    }

    /** @throws ScriptFault when the function has returned, and has kept what was lent to it */
    Scene scene() {
        if (over) {
            throw new ScriptFault("`ctx` and records are lent for one call: do not keep them");
        }
        return scene.orElseThrow(() -> new ScriptFault("Nothing can be done outside of functions"));
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

    /** How many calls are under way, this one included. */
    int nesting() {
        return 1 + outer.map(Call::nesting).orElse(0);
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

    /** Counts a statement; whether that was one too many. */
    boolean statement() {
        return ++statements > budget.statements();
    }

    /** Counts a function that is entered; whether that was one too deep. */
    boolean enter() {
        return ++depth > budget.depth();
    }

    void leave() {
        depth--;
    }

    /** Notes that a part of the budget is used up; the first counts. */
    void stop(Budget.Part part) {
        if (exhausted == null) {
            exhausted = part;
        }
    }

    Optional<Budget.Part> exhausted() {
        return Optional.ofNullable(exhausted);
    }

    void log(String level, String message) {
        if (lines.size() < budget.lines()) {
            lines.add(new Line(level, message));
        }
    }

    List<Line> lines() {
        return lines;
    }
}
