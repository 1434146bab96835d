package io.armature.engine.query.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * Does at once what is asked for in the same way at the same time. Who asks while as many as may are under way waits until one of those
 * ends; then all who wait go together. Nobody waits for company: who asks alone is served alone, at once. What goes together begins
 * after everybody who is in it has asked. Safe for many threads.
 *
 * @param <S> what those who go together have in common
 * @param <A> what each one asks for
 * @param <R> what each one gets
 */
final class Coalescer<S, A, R> {
    private final int atOnce;
    private final int most;
    private final Map<S, Line<A, R>> lines = new HashMap<>();

    /**
     * @param atOnce how many doings that have the same in common may be under way
     * @param most how many go together
     */
    Coalescer(int atOnce, int most) {
        this.atOnce = atOnce;
        this.most = most;
    }

    private static final class Line<A, R> {
        private int underWay;
        private List<Asker<A, R>> waiting = new ArrayList<>();
    }

    /** What somebody who waits is told: to lead others, or what he gets, or to go by himself. */
    private record Word<A, R>(List<Asker<A, R>> led, List<R> got) {}

    private record Asker<A, R>(A asked, CompletableFuture<Word<A, R>> word) {}

    /**
     * What one gets.
     *
     * @param together gives each one what he gets, in the order in which they are given; where it fails with more than one, each of them
     *     is done by himself, so that nobody fails for another
     */
    R ask(S shape, A asked, Function<List<A>, List<R>> together) {
        Asker<A, R> asker = new Asker<>(asked, new CompletableFuture<>());
        if (goes(shape, asker)) {
            return lead(shape, List.of(asker), together);
        }
        Word<A, R> word = asker.word().join();
        if (!word.led().isEmpty()) {
            return lead(shape, word.led(), together);
        }
        return word.got().isEmpty()
                ? together.apply(List.of(asked)).getFirst()
                : word.got().getFirst();
    }

    private synchronized boolean goes(S shape, Asker<A, R> asker) {
        Line<A, R> line = lines.computeIfAbsent(shape, any -> new Line<>());
        if (line.underWay < atOnce) {
            line.underWay++;
            return true;
        }
        line.waiting.add(asker);
        return false;
    }

    /** The first one of some leads the others, in his own thread. */
    private R lead(S shape, List<Asker<A, R>> led, Function<List<A>, List<R>> together) {
        List<Asker<A, R>> others = led.subList(1, led.size());
        List<R> got = List.of();
        try {
            got = together.apply(led.stream().map(Asker::asked).toList());
        } catch (RuntimeException failed) {
            if (others.isEmpty()) {
                throw failed;
            }
        } finally {
            for (int i = 0; i < others.size(); i++) {
                others.get(i)
                        .word()
                        .complete(new Word<>(List.of(), got.isEmpty() ? List.of() : List.of(got.get(i + 1))));
            }
            next(shape);
        }
        return got.isEmpty() ? together.apply(List.of(led.getFirst().asked())).getFirst() : got.getFirst();
    }

    private void next(S shape) {
        List<Asker<A, R>> led = leave(shape);
        if (!led.isEmpty()) {
            led.getFirst().word().complete(new Word<>(led, List.of()));
        }
    }

    /** Those who go now that one doing has ended. */
    private synchronized List<Asker<A, R>> leave(S shape) {
        Line<A, R> line = lines.get(shape);
        if (line == null || line.waiting.isEmpty()) {
            if (line != null && --line.underWay == 0) {
                lines.remove(shape);
            }
            return List.of();
        }
        List<Asker<A, R>> waiting = line.waiting;
        List<Asker<A, R>> led = List.copyOf(waiting.subList(0, Math.min(most, waiting.size())));
        line.waiting = new ArrayList<>(waiting.subList(led.size(), waiting.size()));
        return led;
    }
}
