package io.armature.metadata.expression;

import io.armature.metadata.expression.SqlFragment.Bind;
import io.armature.metadata.type.ValueType;
import io.armature.metadata.type.ValueType.ListOf;
import io.armature.metadata.type.ValueType.Scalar;
import java.util.List;
import java.util.Set;

/**
 * Writes one tree as SQL. A value keeps null and false apart; a condition need not, which lets it use plain {@code =}.
 */
final class SqlWriter {

    private static final Template IN_LIST =
            new Template("case when {1} is not null then coalesce({0} = any({1}), false) end");

    private final Scope scope;
    private final List<Frame> frames;

    /** @param frames the rows at hand, the innermost first */
    SqlWriter(Scope scope, List<Frame> frames) {
        this.scope = scope;
        this.frames = frames;
    }

    /** A row: the one that links lead to from the root of a tree of joins. */
    record Frame(JoinTree tree, List<String> links) {
        String entity() {
            return tree.entityAt(links);
        }
    }

    /** The value of a tree; {@code type} is that of a null that has none of its own. */
    SqlFragment value(Ir tree, ValueType type) {
        return switch (tree) {
            case Ir.Nothing _ -> SqlFragment.of("null::" + Types.sql(type));
            case Ir.Call call -> call(call, false);
            default -> other(tree);
        };
    }

    SqlFragment value(Ir tree) {
        return value(tree, tree.type());
    }

    /** True where the tree is; elsewhere false or null. */
    SqlFragment condition(Ir tree) {
        return switch (tree) {
            case Ir.Nothing _ -> SqlFragment.of("false");
            case Ir.Call call -> call(call, true);
            default -> other(tree);
        };
    }

    private SqlFragment other(Ir tree) {
        return switch (tree) {
            case Ir.Literal(Boolean value, var _) -> SqlFragment.of(value.toString());
            case Ir.Literal(var value, var type) -> bind(new Bind.Value(value, Types.sql(type)), type);
            case Ir.Context(var name, var type) -> bind(new Bind.Context(name, Types.sql(type)), type);
            case Ir.Path(var base, var path, var _) -> {
                Frame frame = frames.get(base);
                yield frame.tree().value(frame.links(), path);
            }
            case Ir.Choice choice -> choice(choice);
            case Ir.Items(var items, var type) -> items(items, type);
            case Ir.Aggregate aggregate -> new SqlAggregate(scope, frames).write(aggregate);
            case Ir.Call _, Ir.Nothing _ -> throw new IllegalArgumentException("Written elsewhere: " + tree);
        };
    }

    private static SqlFragment bind(Bind bind, ValueType type) {
        return SqlFragment.of("?::" + Types.sql(type), bind);
    }

    private SqlFragment choice(Ir.Choice choice) {
        return new SqlText()
                .add("case when ")
                .add(condition(choice.condition()))
                .add(" then ")
                .add(value(choice.then(), choice.type()))
                .add(" else ")
                .add(value(choice.otherwise(), choice.type()))
                .add(" end")
                .fragment();
    }

    private SqlFragment items(List<Ir> items, ValueType type) {
        List<SqlFragment> written = items.stream()
                .filter(item -> !(item instanceof Ir.Nothing))
                .map(this::value)
                .toList();
        return new SqlText()
                .add("array_remove(array[")
                .join(", ", written)
                .add("]::" + Types.sql(type) + ", null)")
                .fragment();
    }

    private SqlFragment call(Ir.Call call, boolean condition) {
        List<Ir> arguments = call.arguments();
        return switch (call.function()) {
            case "and" -> junction(" and ", arguments, condition);
            case "or" -> junction(" or ", arguments, condition);
            case "not" -> new Template("(not {0})").with(List.of(value(arguments.getFirst(), Scalar.BOOLEAN)));
            case "equal" -> equal(arguments.get(0), arguments.get(1), condition);
            case "unequal" -> unequal(arguments.get(0), arguments.get(1));
            case "in" -> in(arguments.get(0), arguments.get(1), condition);
            case "coalesce" ->
                new SqlText()
                        .add("coalesce(")
                        .join(", ", values(arguments))
                        .add(")")
                        .fragment();
            case "isSet" -> isSet(arguments.getFirst(), condition);
            default -> overload(call);
        };
    }

    private List<SqlFragment> values(List<Ir> trees) {
        return trees.stream().map(this::value).toList();
    }

    private SqlFragment junction(String operator, List<Ir> operands, boolean condition) {
        List<SqlFragment> written = operands.stream()
                .map(operand -> condition ? condition(operand) : value(operand, Scalar.BOOLEAN))
                .toList();
        return new SqlText().add("(").join(operator, written).add(")").fragment();
    }

    private SqlFragment equal(Ir left, Ir right, boolean condition) {
        if (right instanceof Ir.Nothing || left instanceof Ir.Nothing) {
            Ir other = right instanceof Ir.Nothing ? left : right;
            return new Template("({0} is null)").with(List.of(value(other)));
        }
        boolean plain = condition ? neverNull(left) || neverNull(right) : neverNull(left) && neverNull(right);
        return new Template(plain ? "({0} = {1})" : "({0} is not distinct from {1})")
                .with(List.of(value(left), value(right)));
    }

    private SqlFragment unequal(Ir left, Ir right) {
        if (right instanceof Ir.Nothing || left instanceof Ir.Nothing) {
            Ir other = right instanceof Ir.Nothing ? left : right;
            return new Template("({0} is not null)").with(List.of(value(other)));
        }
        boolean plain = neverNull(left) && neverNull(right);
        return new Template(plain ? "({0} <> {1})" : "({0} is distinct from {1})")
                .with(List.of(value(left), value(right)));
    }

    private boolean neverNull(Ir tree) {
        return switch (tree) {
            case Ir.Literal _ -> true;
            case Ir.Context(var name, var _) ->
                Context.KNOWN.containsKey(name)
                        || Set.of(Context.NOW, Context.TODAY).contains(name)
                        || name.endsWith(Context.USER_ID);
            case Ir.Path(var base, var path, var _) ->
                path.equals(List.of("id")) && frames.get(base).links().isEmpty();
            case Ir.Aggregate(var function, var _, var _, var _) ->
                Set.of("count", "any", "all").contains(function);
            case Ir.Nothing _, Ir.Call _, Ir.Choice _, Ir.Items _ -> false;
        };
    }

    private SqlFragment in(Ir item, Ir list, boolean condition) {
        if (list instanceof Ir.Items(var items, var type)) {
            return inItems(item, items, type, condition);
        }
        List<SqlFragment> sides = List.of(value(item), value(list));
        if (condition || (neverNull(item) && neverNull(list))) {
            // Without the cast, a subquery that gives a list would be taken for one that gives rows.
            String cast = list instanceof Ir.Context ? "" : "::" + Types.sql(list.type());
            return new Template("({0} = any({1}" + cast + "))").with(sides);
        }
        return IN_LIST.with(sides);
    }

    private SqlFragment inItems(Ir item, List<Ir> items, ValueType type, boolean condition) {
        boolean literal = items.stream().allMatch(it -> it instanceof Ir.Literal || it instanceof Ir.Nothing);
        if (!literal || item instanceof Ir.Nothing) {
            List<SqlFragment> each =
                    items.stream().map(it -> equal(item, it, false)).toList();
            return each.isEmpty()
                    ? SqlFragment.of("false")
                    : new SqlText().add("(").join(" or ", each).add(")").fragment();
        }
        List<Object> known = items.stream()
                .filter(Ir.Literal.class::isInstance)
                .map(it -> ((Ir.Literal) it).value())
                .toList();
        boolean orNull = known.size() < items.size();
        SqlFragment list = bind(new Bind.Value(known, Types.sql(type)), type);
        String template = orNull
                ? "({0} is null or {0} = any({1}))"
                : condition ? "({0} = any({1}))" : "coalesce({0} = any({1}), false)";
        return new Template(template).with(List.of(value(item), list));
    }

    private SqlFragment isSet(Ir value, boolean condition) {
        String test = switch (value.type()) {
            case Scalar.TEXT -> "{0} <> ''";
            case Scalar.INTEGER, Scalar.DECIMAL -> "{0} <> 0";
            case ListOf _ -> "cardinality({0}) > 0";
            default -> "{0} is not null";
        };
        boolean total = test.endsWith("null") || condition;
        return new Template(total ? "(" + test + ")" : "coalesce(" + test + ", false)").with(List.of(value(value)));
    }

    private SqlFragment overload(Ir.Call call) {
        List<Ir> arguments = call.arguments();
        if (PieceSql.asks(call)) {
            return new PieceSql(this).write(call);
        }
        Template template =
                new Magnitude(scope, frames.stream().map(Frame::entity).toList()).limits(call)
                        ? Magnitude.limited(Overloads.byId(call.function()).sql())
                        : Overloads.byId(call.function()).sql();
        return template.with(values(arguments));
    }
}
