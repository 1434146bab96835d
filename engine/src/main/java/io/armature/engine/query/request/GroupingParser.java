package io.armature.engine.query.request;

import io.armature.engine.query.request.Grouping.Function;
import io.armature.engine.query.request.Grouping.GroupKey;
import io.armature.engine.query.request.Grouping.Measure;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.ProblemException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads {@code groupBy=status,month: month(date)} and {@code measures=count(),revenue: sum(total)}. */
final class GroupingParser {
    private static final Pattern NAMED = Pattern.compile("([a-z][a-z0-9_]{0,62})\\s*:\\s*(.+)", Pattern.DOTALL);
    private static final Pattern CALL = Pattern.compile("([a-zA-Z]+)\\s*\\((.*)\\)", Pattern.DOTALL);
    private static final Pattern NOT_NAME = Pattern.compile("[^a-z0-9_]+");

    /** More sums than anybody reads, and few enough for one statement. */
    private static final int MAXIMUM = 50;

    private GroupingParser() {}

    /** The grouping, if either parameter asks for one. */
    static Optional<Grouping> parse(Parameters parameters) {
        Optional<String> groupBy = parameters.get("groupBy");
        Optional<String> measures = parameters.get("measures");
        Optional<String> having = parameters.get("having");
        if (groupBy.isEmpty() && measures.isEmpty()) {
            if (having.isPresent()) {
                throw new ProblemException(
                        Problem.inValue(ProblemCode.PARAMETER_NEEDS, "having", "having", "groupBy, measures"));
            }
            return Optional.empty();
        }
        List<GroupKey> keys = parts("groupBy", groupBy).map(GroupingParser::key).toList();
        List<Measure> sums =
                parts("measures", measures).map(GroupingParser::measure).toList();
        checkNames(keys, sums);
        return Optional.of(new Grouping(keys, sums, having.map(text -> named(text, sums))));
    }

    private static Stream<String> parts(String parameter, Optional<String> text) {
        List<String> parts = text.map(TopLevel::split).orElse(List.of());
        if (parts.size() > MAXIMUM) {
            throw new ProblemException(
                    Problem.inValue(ProblemCode.PARAMETER_ITEMS, parameter, parameter, Integer.toString(MAXIMUM)));
        }
        return parts.stream();
    }

    private static GroupKey key(String text) {
        Matcher named = NAMED.matcher(text);
        return named.matches() ? new GroupKey(named.group(1), named.group(2)) : new GroupKey(text, text);
    }

    private static Measure measure(String text) {
        Matcher named = NAMED.matcher(text);
        String call = named.matches() ? named.group(2).strip() : text;
        Matcher parts = CALL.matcher(call);
        Function function = parts.matches() ? function(parts.group(1)).orElse(null) : null;
        if (function == null) {
            throw notMeasure(text);
        }
        Optional<String> of = Optional.of(parts.group(2).strip()).filter(argument -> !argument.isEmpty());
        if (of.isEmpty() && function != Function.COUNT) {
            throw notMeasure(text);
        }
        return new Measure(named.matches() ? named.group(1) : defaultName(call), call, function, of);
    }

    private static Optional<Function> function(String name) {
        return Arrays.stream(Function.values())
                .filter(function -> function.name().equals(name.toUpperCase(Locale.ROOT)))
                .findFirst();
    }

    /** {@code sum(total)} is called {@code sum_total}, {@code count()} is called {@code count}. */
    private static String defaultName(String call) {
        String name = NOT_NAME.matcher(call.toLowerCase(Locale.ROOT)).replaceAll("_");
        return name.endsWith("_") ? name.substring(0, name.length() - 1) : name;
    }

    /** A condition may repeat a measure as written; the name stands for it. Texts in quotes are left alone. */
    private static String named(String having, List<Measure> measures) {
        String quoted = "'(?:[^'\\\\]|\\\\.)*'|\"(?:[^\"\\\\]|\\\\.)*\"";
        String calls =
                measures.stream().map(measure -> Pattern.quote(measure.text())).collect(Collectors.joining("|"));
        if (calls.isEmpty()) {
            return having;
        }
        return Pattern.compile(quoted + "|(?<![A-Za-z0-9_.])(" + calls + ")")
                .matcher(having)
                .replaceAll(found -> Matcher.quoteReplacement(
                        found.group(1) == null ? found.group() : nameOf(found.group(1), measures)));
    }

    private static String nameOf(String call, List<Measure> measures) {
        return measures.stream()
                .filter(measure -> measure.text().equals(call))
                .map(Measure::name)
                .findFirst()
                .orElse(call);
    }

    private static void checkNames(List<GroupKey> keys, List<Measure> measures) {
        Set<String> seen = new TreeSet<>();
        Stream.concat(keys.stream().map(GroupKey::name), measures.stream().map(Measure::name))
                .filter(name -> !seen.add(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new ProblemException(Problem.inValue(ProblemCode.GROUP_NAME_TWICE, "measures", name));
                });
    }

    private static ProblemException notMeasure(String text) {
        return new ProblemException(Problem.inValue(ProblemCode.NOT_A_MEASURE, "measures", text));
    }
}
