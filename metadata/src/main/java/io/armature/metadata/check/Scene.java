package io.armature.metadata.check;

import io.armature.metadata.definition.Definition;
import io.armature.metadata.definition.EntityDefinition.Shape;
import io.armature.metadata.definition.Kind;
import io.armature.metadata.definition.Node;
import io.armature.metadata.definition.Node.MapNode;
import io.armature.metadata.definition.Origin;
import io.armature.metadata.definition.WorkflowDefinition;
import io.armature.metadata.expression.Compilation;
import io.armature.metadata.expression.ExpressionCompiler;
import io.armature.metadata.expression.Member;
import io.armature.metadata.model.Entity;
import io.armature.metadata.model.Model;
import io.armature.metadata.problem.Position;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.Problems;
import io.armature.metadata.problem.Suggestion;
import io.armature.metadata.read.PackSource;
import io.armature.metadata.type.ValueType;
import io.armature.metadata.type.ValueType.Reference;
import io.armature.metadata.type.ValueType.Scalar;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** What is checked, what is known, and what was found to be wrong. */
final class Scene {

    /** The transitions that every document has. */
    private static final List<String> DOCUMENT = List.of("submit", "cancel", "amend");

    private final List<PackSource> packs;
    private final Model model;
    private final Problems problems = new Problems();
    private final ExpressionCompiler expressions = new ExpressionCompiler();

    Scene(List<PackSource> packs, Model model) {
        this.packs = List.copyOf(packs);
        this.model = model;
    }

    List<PackSource> packs() {
        return packs;
    }

    Model model() {
        return model;
    }

    List<Problem> problems() {
        return problems.sorted();
    }

    void add(Problem problem) {
        problems.add(problem);
    }

    /** The definitions of a kind, of all packs that are checked. */
    <T extends Definition> void each(Class<T> kind, Consumer<T> rule) {
        packs.stream()
                .flatMap(pack -> pack.definitions().stream())
                .filter(kind::isInstance)
                .map(kind::cast)
                .forEach(rule);
    }

    /** {@code name} itself when it names a pack, else that of the pack in which it is written. */
    static String qualify(String name, Origin origin) {
        return origin.fullName(name);
    }

    /** The entity that is named somewhere; a problem when there is none. An empty name was told already. */
    Optional<Entity> entity(String name, Origin origin, Position place, String path) {
        Optional<Entity> entity = model.entity(qualify(name, origin));
        if (entity.isEmpty() && !name.isEmpty()) {
            add(Problem.error(
                    ProblemCode.UNKNOWN_ENTITY,
                    place,
                    path,
                    name,
                    Suggestion.question(qualify(name, origin), model.entities().keySet())));
        }
        return entity;
    }

    /** The member of an entity that a name or a path over links leads to; a problem when there is none. */
    Optional<Member> field(Entity entity, String written, Position place, String path) {
        String owner = entity.fullName();
        Optional<Member> found = Optional.empty();
        for (String step : written.split("\\.", -1)) {
            found = model.member(owner, step);
            if (found.isEmpty()) {
                unknownField(owner, step, place, path);
                return Optional.empty();
            }
            owner = found.get().type() instanceof Reference reference ? reference.entity() : "";
        }
        return found;
    }

    private void unknownField(String owner, String step, Position place, String path) {
        add(Problem.error(
                ProblemCode.UNKNOWN_FIELD,
                place,
                path,
                step,
                owner,
                Suggestion.question(step, model.memberNames(owner))));
    }

    void fields(Entity entity, List<String> names, Position place, String path) {
        names.forEach(name -> field(entity, name, place, path));
    }

    /** An expression on an entity's records. */
    void expression(String text, Entity entity, ValueType expected, Position place, String path) {
        if (!text.isEmpty()) {
            Compilation compilation = expressions.compile(text, entity.fullName(), model, Optional.of(expected));
            compilation.problems(place, path).forEach(this::add);
        }
    }

    /** An expression of any type, on an entity's records or on none. */
    void value(String text, Optional<Entity> entity, Position place, String path) {
        Compilation compilation =
                expressions.compile(text, entity.map(Entity::fullName).orElse(""), model, Optional.empty());
        compilation.problems(place, path).forEach(this::add);
    }

    /** A condition on an entity's records. */
    void condition(String text, Entity entity, Position place, String path) {
        expression(text, entity, Scalar.BOOLEAN, place, path);
    }

    void roles(List<String> names, Origin origin, Position place, String path) {
        Set<String> known = model.definitions(Kind.ROLE).keySet();
        for (String name : names) {
            if (!known.contains(qualify(name, origin))) {
                add(Problem.error(
                        ProblemCode.UNKNOWN_ROLE,
                        place,
                        path,
                        name,
                        Suggestion.question(qualify(name, origin), known)));
            }
        }
    }

    /** A definition of some kind that is named somewhere; a problem when there is none. */
    void definition(Kind kind, String name, Origin origin, Position place, String path) {
        Set<String> known = model.definitions(kind).keySet();
        String fullName = qualify(name, origin);
        if (!name.isEmpty() && !known.contains(fullName)) {
            add(Problem.error(
                    ProblemCode.UNKNOWN_REFERENCE,
                    place,
                    path,
                    kind.schema(),
                    name,
                    Suggestion.question(fullName, known)));
        }
    }

    void unknown(String what, String name, Collection<String> known, Position place, String path) {
        add(Problem.error(ProblemCode.UNKNOWN_REFERENCE, place, path, what, name, Suggestion.question(name, known)));
    }

    /** Where the value of a key of a definition stands. */
    static Position at(Definition definition, String key) {
        return at(definition.source(), key);
    }

    static Position at(MapNode map, String key) {
        return map.get(key).map(Node::position).orElse(map.position());
    }

    /** The transitions that the workflows of an entity have. */
    Set<String> transitions(Entity entity) {
        Set<String> names = new HashSet<>();
        if (entity.shape() == Shape.DOCUMENT) {
            names.addAll(DOCUMENT);
        }
        for (Definition definition : model.definitions(Kind.WORKFLOW).values()) {
            if (definition instanceof WorkflowDefinition workflow
                    && entity.lineage().contains(qualify(workflow.entity(), workflow.origin()))) {
                names.addAll(workflow.transitions().keySet());
            }
        }
        return names;
    }
}
