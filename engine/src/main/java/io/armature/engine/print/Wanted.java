package io.armature.engine.print;

import io.armature.engine.query.request.FieldSelection;
import io.armature.metadata.expression.Expression;
import io.armature.metadata.expression.Ir;
import io.armature.metadata.model.Entity;
import io.armature.metadata.model.Field;
import io.armature.metadata.model.Model;
import io.armature.metadata.model.Relation;
import io.armature.metadata.model.SystemFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The fields that a sheet needs, and those behind links and in lists. Not safe for several threads. */
final class Wanted {

    private static final Set<String> NEVER_READ = Set.of("password", "secret");

    private final TreeMap<String, Wanted> members = new TreeMap<>();

    /** Adds what pieces name. */
    void addAll(List<Piece> pieces) {
        pieces.forEach(this::add);
    }

    private void add(Piece piece) {
        switch (piece) {
            case Piece.Words words -> parts(words.parts());
            case Piece.Style _ -> {}
            case Piece.Element element -> {
                Wanted inside = element.each().map(each -> at(each.path())).orElse(this);
                element.attributes().values().forEach(inside::parts);
                element.when().ifPresent(inside::add);
                element.rich().ifPresent(inside::add);
                inside.addAll(element.children());
            }
        }
    }

    private void parts(List<Piece.Part> parts) {
        parts.forEach(part -> {
            if (part instanceof Piece.Part.Value value) {
                add(value.expression());
            }
        });
    }

    /** Adds what an expression names. */
    void add(Expression expression) {
        add(expression.tree(), List.of(this));
    }

    private static void add(Ir tree, List<Wanted> frames) {
        switch (tree) {
            case Ir.Literal _, Ir.Nothing _, Ir.Context _ -> {}
            case Ir.Path path -> frames.get(path.base()).at(path.path());
            case Ir.Call call -> call.arguments().forEach(argument -> add(argument, frames));
            case Ir.Choice choice ->
                List.of(choice.condition(), choice.then(), choice.otherwise()).forEach(part -> add(part, frames));
            case Ir.Items items -> items.items().forEach(item -> add(item, frames));
            case Ir.Aggregate aggregate -> {
                List<Wanted> inside = new ArrayList<>();
                inside.add(
                        frames.get(aggregate.rows().base()).at(aggregate.rows().path()));
                inside.addAll(frames);
                add(aggregate.body(), inside);
            }
        }
    }

    private Wanted at(List<String> path) {
        Wanted at = this;
        for (String name : path) {
            at = at.members.computeIfAbsent(name, _ -> new Wanted());
        }
        return at;
    }

    /**
     * What to read.
     *
     * @param visible the model of what the reader may see; what is not in it is left out
     */
    List<FieldSelection> selection(Model visible, Entity entity) {
        List<FieldSelection> selection = new ArrayList<>();
        Set<String> names = new TreeSet<>(members.keySet());
        names.add(SystemFields.ID);
        for (String name : names) {
            Wanted inside = members.getOrDefault(name, new Wanted());
            target(entity, name)
                    .flatMap(visible::entity)
                    .filter(_ -> !name.equals(SystemFields.ID) && (isList(entity, name) || !inside.members.isEmpty()))
                    .ifPresentOrElse(
                            other -> selection.add(new FieldSelection(name, inside.selection(visible, other))), () -> {
                                if (isReadable(entity, name)
                                                && target(entity, name).isEmpty()
                                        || isLink(entity, name)) {
                                    selection.add(FieldSelection.of(name));
                                }
                            });
        }
        return selection;
    }

    private static boolean isReadable(Entity entity, String name) {
        return entity.field(name)
                .filter(field -> !NEVER_READ.contains(field.type().name()))
                .isPresent();
    }

    private static boolean isLink(Entity entity, String name) {
        return entity.field(name)
                .flatMap(Field::relation)
                .filter(Relation.Link.class::isInstance)
                .isPresent();
    }

    private static boolean isList(Entity entity, String name) {
        return entity.inverses().containsKey(name)
                || entity.field(name)
                        .flatMap(Field::relation)
                        .filter(relation -> !(relation instanceof Relation.Link))
                        .isPresent();
    }

    private static Optional<String> target(Entity entity, String name) {
        return Optional.ofNullable(entity.inverses().get(name))
                .map(inverse -> inverse.entity())
                .or(() -> entity.field(name).flatMap(Field::relation).map(Relation::target));
    }
}
