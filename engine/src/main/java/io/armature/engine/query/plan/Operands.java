package io.armature.engine.query.plan;

import io.armature.metadata.expression.Context;
import io.armature.metadata.expression.Expression;
import io.armature.metadata.expression.Ir;
import io.armature.metadata.expression.Member;
import io.armature.metadata.expression.Scope;
import io.armature.metadata.model.Model;
import io.armature.metadata.model.SystemFields;
import io.armature.metadata.type.ValueType;
import io.armature.metadata.type.ValueType.Reference;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Takes conditions apart into what they look at of a record, and what they make of it for somebody. Of a hundred thousand
 * records, {@code owner == user.id} looks at no more than as many things as there are owners: those are asked for everybody,
 * not each record. For one thread.
 */
public final class Operands {
    private final Model model;
    private final String entity;
    private final Map<Ir, String> names = new LinkedHashMap<>();
    private final SequencedMap<Mark, String> marks = new LinkedHashMap<>();

    public Operands(Model model, String entity) {
        this.model = model;
        this.entity = entity;
    }

    /** Whether a value of the moment differs from one person to the other. */
    public static boolean isPersonal(String name) {
        return !name.equals(Context.NOW);
    }

    /** The same condition on {@link #keys}; nothing where it cannot be taken apart. */
    public Optional<Expression> of(Expression condition) {
        AtomicBoolean whole = new AtomicBoolean();
        Ir tree = split(condition.tree(), whole);
        return whole.get()
                ? Optional.empty()
                : Optional.of(new Expression(condition.text(), GroupScope.GROUPS, tree, condition.type()));
    }

    /** What is looked at of a record, by name. */
    public SequencedMap<String, Expression> keys() {
        SequencedMap<String, Expression> keys = new LinkedHashMap<>();
        names.forEach((tree, name) -> keys.put(name, new Expression(name, entity, tree, tree.type())));
        return keys;
    }

    /** What is found for records and people together, by name: conditions on keys name it like a key. */
    public SequencedMap<Mark, String> marks() {
        return marks;
    }

    /** What the conditions on keys can name. */
    public Scope scope() {
        SequencedMap<String, ValueType> types = new LinkedHashMap<>();
        names.forEach((tree, name) -> types.put(name, tree.type()));
        marks.values().forEach(name -> types.put(name, ValueType.Scalar.BOOLEAN));
        return new KeyScope(model, types);
    }

    private Ir split(Ir tree, AtomicBoolean whole) {
        return switch (tree) {
            case Ir.Literal _, Ir.Nothing _, Ir.Context _ -> tree;
            case Ir _ when !personal(tree) -> key(tree);
            case Ir.Call(var function, var arguments, var type) -> new Ir.Call(function, all(arguments, whole), type);
            case Ir.Choice(var condition, var then, var otherwise, var type) ->
                new Ir.Choice(split(condition, whole), split(then, whole), split(otherwise, whole), type);
            case Ir.Items(var items, var type) -> new Ir.Items(all(items, whole), type);
            case Ir.Aggregate aggregate
            when stays(aggregate.body(), 0) && mark(aggregate).isPresent() ->
                mark(aggregate).get();
            case Ir.Aggregate aggregate
            when stays(aggregate.body(), 0) && start(aggregate.rows()).isPresent() ->
                new Ir.Aggregate(
                        aggregate.function(),
                        new Ir.Path(
                                0,
                                List.of(
                                        name(start(aggregate.rows()).get()),
                                        aggregate.rows().path().getLast()),
                                aggregate.rows().type()),
                        aggregate.body(),
                        aggregate.type());
            case Ir.Path _, Ir.Aggregate _ -> {
                whole.set(true);
                yield tree;
            }
        };
    }

    private List<Ir> all(List<Ir> trees, AtomicBoolean whole) {
        return trees.stream().map(tree -> split(tree, whole)).toList();
    }

    private Ir key(Ir tree) {
        return new Ir.Path(0, List.of(name(tree)), tree.type());
    }

    private Optional<Ir> mark(Ir.Aggregate aggregate) {
        return start(aggregate.rows())
                .flatMap(start -> Mark.of(model, start.type() instanceof Reference(var at) ? at : entity, aggregate))
                .map(mark -> new Ir.Path(
                        0, List.of(marks.computeIfAbsent(mark, any -> "m" + marks.size())), ValueType.Scalar.BOOLEAN));
    }

    private String name(Ir tree) {
        return names.computeIfAbsent(tree, any -> "k" + names.size());
    }

    /** The record from which a list of others is seen; nothing where it is not clear which. */
    private Optional<Ir> start(Ir.Path rows) {
        List<String> links = rows.path().subList(0, rows.path().size() - 1);
        String at = entity;
        for (String link : links) {
            if (!(model.member(at, link).map(Member::type).orElse(null) instanceof Reference(var target))) {
                return Optional.empty();
            }
            at = target;
        }
        return rows.base() == 0
                ? Optional.of(new Ir.Path(0, links.isEmpty() ? List.of(SystemFields.ID) : links, new Reference(at)))
                : Optional.empty();
    }

    /** Whether nothing inside looks at the record around. */
    private static boolean stays(Ir tree, int depth) {
        return switch (tree) {
            case Ir.Literal _, Ir.Nothing _, Ir.Context _ -> true;
            case Ir.Path path -> path.base() <= depth;
            case Ir.Call(var _, var arguments, var _) -> arguments.stream().allMatch(one -> stays(one, depth));
            case Ir.Choice(var condition, var then, var otherwise, var _) ->
                stays(condition, depth) && stays(then, depth) && stays(otherwise, depth);
            case Ir.Items(var items, var _) -> items.stream().allMatch(one -> stays(one, depth));
            case Ir.Aggregate(var _, var rows, var body, var _) -> stays(rows, depth) && stays(body, depth + 1);
        };
    }

    private static boolean personal(Ir tree) {
        return switch (tree) {
            case Ir.Context(var name, var _) -> isPersonal(name);
            case Ir.Literal _, Ir.Nothing _, Ir.Path _ -> false;
            case Ir.Call(var _, var arguments, var _) -> arguments.stream().anyMatch(Operands::personal);
            case Ir.Choice(var condition, var then, var otherwise, var _) ->
                personal(condition) || personal(then) || personal(otherwise);
            case Ir.Items(var items, var _) -> items.stream().anyMatch(Operands::personal);
            case Ir.Aggregate(var _, var _, var body, var _) -> personal(body);
        };
    }
}
