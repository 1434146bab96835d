package io.armature.metadata.expression;

import io.armature.metadata.expression.Overload.Arguments;
import io.armature.metadata.type.ValueType.Reference;
import io.armature.metadata.type.ValueType.Rows;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Walks the tree of an expression. Null stands for null here, as nowhere else. */
final class Evaluation {

    private final Scope scope;
    private final Context context;

    Evaluation(Scope scope, Context context) {
        this.scope = scope;
        this.context = context;
    }

    /** A row and the entity it is of. */
    record Frame(String entity, Row row) {}

    @Nullable
    Object value(Ir tree, List<Frame> frames) {
        return switch (tree) {
            case Ir.Literal(var value, var _) -> value;
            case Ir.Nothing _ -> null;
            case Ir.Path path -> path(path, frames);
            case Ir.Context(var name, var _) -> context.value(name).orElse(null);
            case Ir.Call call -> call(call, frames);
            case Ir.Choice(var condition, var then, var otherwise, var _) ->
                value(Boolean.TRUE.equals(value(condition, frames)) ? then : otherwise, frames);
            case Ir.Items(var items, var _) ->
                items.stream()
                        .map(item -> value(item, frames))
                        .filter(Objects::nonNull)
                        .toList();
            case Ir.Aggregate aggregate -> aggregate(aggregate, frames);
        };
    }

    private @Nullable Object path(Ir.Path path, List<Frame> frames) {
        List<String> names = path.path();
        boolean idOfLink = names.size() > 1 && names.getLast().equals("id");
        return frame(frames.get(path.base()), names.subList(0, names.size() - (idOfLink ? 2 : 1)))
                .map(frame -> member(frame, names.get(names.size() - (idOfLink ? 2 : 1))))
                .orElse(null);
    }

    /** The row that links lead to. */
    private Optional<Frame> frame(Frame start, List<String> links) {
        Frame at = start;
        for (String link : links) {
            Optional<Frame> next = follow(at, link);
            if (next.isEmpty()) {
                return next;
            }
            at = next.get();
        }
        return Optional.of(at);
    }

    private Optional<Frame> follow(Frame frame, String link) {
        Member member = member(frame.entity(), link);
        if (!(member.type() instanceof Reference(var target))) {
            throw new IllegalArgumentException(frame.entity() + "." + link + " is not a link");
        }
        if (member instanceof Member.Computed(var _, var _, var expression)
                && expression.tree() instanceof Ir.Path path) {
            return frame(frame, path.path()).map(found -> new Frame(target, found.row()));
        }
        return frame.row().link(link).map(row -> new Frame(target, row));
    }

    private @Nullable Object member(Frame frame, String name) {
        return switch (member(frame.entity(), name)) {
            case Member.Computed(var _, var _, var expression) -> value(expression.tree(), List.of(frame));
            default -> frame.row().value(name).orElse(null);
        };
    }

    private Member member(String entity, String name) {
        return scope.member(entity, name)
                .orElseThrow(() -> new IllegalArgumentException("No member " + entity + "." + name));
    }

    private @Nullable Object call(Ir.Call call, List<Frame> frames) {
        return switch (call.function()) {
            case "and" -> all(call.arguments(), frames, false);
            case "or" -> all(call.arguments(), frames, true);
            case "not" -> value(call.arguments().getFirst(), frames) instanceof Boolean it ? !it : null;
            case "equal" -> same(call.arguments(), frames);
            case "unequal" -> !same(call.arguments(), frames);
            case "in" -> in(call.arguments(), frames);
            case "coalesce" -> coalesce(call.arguments(), frames);
            case "isSet" -> isSet(value(call.arguments().getFirst(), frames));
            default -> overload(Overloads.byId(call.function()), call.arguments(), frames);
        };
    }

    private @Nullable Object overload(Overload overload, List<Ir> arguments, List<Frame> frames) {
        var values = new ArrayList<>();
        for (Ir argument : arguments) {
            Object value = value(argument, frames);
            if (value == null) {
                return null;
            }
            values.add(value);
        }
        return overload.run().of(new Arguments(values, context));
    }

    /** Three-valued: {@code deciding} if one is, else null if one is null, else the opposite. */
    private @Nullable Boolean all(List<Ir> conditions, List<Frame> frames, boolean deciding) {
        boolean unknown = false;
        for (Ir condition : conditions) {
            Object value = value(condition, frames);
            if (value == null) {
                unknown = true;
            } else if (value.equals(deciding)) {
                return deciding;
            }
        }
        return unknown ? null : !deciding;
    }

    private boolean same(List<Ir> sides, List<Frame> frames) {
        return same(value(sides.get(0), frames), value(sides.get(1), frames));
    }

    /** Null is the same as null; numbers are the same whatever zeros they end in. */
    static boolean same(@Nullable Object left, @Nullable Object right) {
        return left instanceof BigDecimal one && right instanceof BigDecimal other
                ? one.compareTo(other) == 0
                : Objects.equals(left, right);
    }

    private @Nullable Boolean in(List<Ir> arguments, List<Frame> frames) {
        Object item = value(arguments.get(0), frames);
        if (arguments.get(1) instanceof Ir.Items(var items, var _)) {
            return items.stream().anyMatch(it -> same(item, value(it, frames)));
        }
        return value(arguments.get(1), frames) instanceof List<?> list
                ? list.stream().anyMatch(it -> same(item, it))
                : null;
    }

    private @Nullable Object coalesce(List<Ir> arguments, List<Frame> frames) {
        for (Ir argument : arguments) {
            Object value = value(argument, frames);
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    private static boolean isSet(@Nullable Object value) {
        return switch (value) {
            case null -> false;
            case String text -> !text.isEmpty();
            case Long number -> number != 0;
            case BigDecimal number -> number.signum() != 0;
            case List<?> list -> !list.isEmpty();
            default -> true;
        };
    }

    private @Nullable Object aggregate(Ir.Aggregate aggregate, List<Frame> frames) {
        var results = new Aggregation(aggregate);
        for (Frame row : rows(aggregate.rows(), frames)) {
            var inner = new ArrayList<Frame>();
            inner.add(row);
            inner.addAll(frames);
            results.add(value(aggregate.body(), inner));
        }
        return results.result();
    }

    private List<Frame> rows(Ir.Path path, List<Frame> frames) {
        if (!(path.type() instanceof Rows(var entity))) {
            throw new IllegalArgumentException("Not records: " + path);
        }
        List<String> names = path.path();
        return frame(frames.get(path.base()), names.subList(0, names.size() - 1)).stream()
                .flatMap(frame -> frame.row().rows(names.getLast()).stream())
                .map(row -> new Frame(entity, row))
                .toList();
    }
}
