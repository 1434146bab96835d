package io.armature.bench.run;

import io.armature.bench.operation.Operation;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** Prints results for people: medians over the rounds, and how the engine compares. */
final class Table {
    private static final String FLOOR = "hand-written";
    private static final String ENGINE = "armature";
    private static final String HEAD = "%-11s %4s │ %10s %10s %10s │ %7s %7s │ %8s %8s │ %8s %8s │ %7s %6s %s%n";
    private static final String NONE = "–";

    private final Results results;
    private final PrintWriter out;

    Table(Results results, PrintWriter out) {
        this.results = results;
        this.out = out;
    }

    void print(Settings settings) {
        out.printf("%nRequests a second, milliseconds until the answer, milliseconds of processor a request.%n");
        out.printf("A: Armature. H: the hand-written service. P: PostgreSQL alone.%n%n");
        out.printf(
                HEAD,
                "operation",
                "con",
                "A /s",
                "H /s",
                "P /s",
                "A p50",
                "H p50",
                "A p99",
                "H p99",
                "A cpu",
                "H cpu",
                "A : H",
                "A : P",
                "goal");
        for (Operation operation : settings.operations()) {
            for (int connections : settings.connections(operation)) {
                row(operation, connections);
            }
        }
        out.println();
        for (Footprint footprint : results.footprints()) {
            out.printf(
                    "%s: first answer after %,d ms, %s MB resident idle, %s MB after the load%n",
                    footprint.peer(),
                    footprint.startMilliseconds(),
                    whole(footprint.idleMegabytes()),
                    whole(footprint.loadedMegabytes()));
        }
        out.flush();
    }

    private void row(Operation operation, int connections) {
        OptionalDouble engine =
                results.median(ENGINE, operation, connections, m -> m.load().perSecond());
        OptionalDouble floor =
                results.median(FLOOR, operation, connections, m -> m.load().perSecond());
        OptionalDouble ceiling = results.ceiling(operation, connections);
        OptionalDouble ratio = ratio(engine, floor);
        out.printf(
                HEAD,
                operation.text(),
                connections,
                number("%,.0f", engine),
                number("%,.0f", floor),
                number("%,.0f", ceiling),
                number(
                        "%.2f",
                        results.median(
                                ENGINE, operation, connections, m -> m.load().p50())),
                number(
                        "%.2f",
                        results.median(
                                FLOOR, operation, connections, m -> m.load().p50())),
                number(
                        "%.2f",
                        results.median(
                                ENGINE, operation, connections, m -> m.load().p99())),
                number(
                        "%.2f",
                        results.median(
                                FLOOR, operation, connections, m -> m.load().p99())),
                number("%.3f", results.median(ENGINE, operation, connections, Measurement::serviceMilliseconds)),
                number("%.3f", results.median(FLOOR, operation, connections, Measurement::serviceMilliseconds)),
                number("%.2f", ratio),
                number("%.2f", ratio(engine, ceiling)),
                verdict(operation, ratio));
    }

    private static String verdict(Operation operation, OptionalDouble ratio) {
        if (ratio.isEmpty() || operation.goal().isEmpty()) {
            return "";
        }
        double goal = operation.goal().getAsDouble();
        return "≥ %.1f %s".formatted(goal, ratio.getAsDouble() >= goal ? "reached" : "missed");
    }

    private static OptionalDouble ratio(OptionalDouble value, OptionalDouble base) {
        return value.isPresent() && base.isPresent()
                ? OptionalDouble.of(value.getAsDouble() / base.getAsDouble())
                : OptionalDouble.empty();
    }

    private static String number(String format, OptionalDouble value) {
        return value.isPresent() ? String.format(Locale.ROOT, format, value.getAsDouble()) : NONE;
    }

    private static String whole(OptionalInt value) {
        return value.isPresent() ? String.valueOf(value.getAsInt()) : NONE;
    }
}
