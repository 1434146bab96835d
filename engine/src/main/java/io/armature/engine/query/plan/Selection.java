package io.armature.engine.query.plan;

import io.armature.engine.access.RowAccess;
import io.armature.engine.query.request.FieldSelection;
import io.armature.metadata.expression.Expression;
import io.armature.metadata.model.Entity;
import io.armature.metadata.model.Field;
import io.armature.metadata.model.Inverse;
import io.armature.metadata.model.Model;
import io.armature.metadata.model.Relation;
import io.armature.metadata.model.SystemFields;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.Problems;
import io.armature.metadata.problem.Suggestion;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/** Resolves the fields a caller names to outputs, and finds the usual ones when he names none. */
final class Selection {
    /** Lines of lines of lines come along unasked, deeper ones do not. */
    private static final int USUAL_DEPTH = 3;

    private static final String PARAMETER = "fields";

    private final Model model;
    private final RowAccess access;
    private final Problems problems;

    Selection(Model model, RowAccess access, Problems problems) {
        this.model = model;
        this.access = access;
        this.problems = problems;
    }

    /** The outputs of the named fields. */
    List<Output> of(Entity entity, List<FieldSelection> fields) {
        SequencedMap<String, Output> outputs = new LinkedHashMap<>();
        for (FieldSelection field : fields) {
            if (field.name().equals(FieldSelection.ALL)) {
                ownFields(entity).forEach(output -> outputs.putIfAbsent(output.name(), output));
            } else {
                output(entity, field).ifPresent(output -> outputs.put(field.name(), output));
            }
        }
        return List.copyOf(outputs.values());
    }

    /** What a record tells when nobody asks for anything: all own fields, and the lines it owns. */
    List<Output> usual(Entity entity, boolean withLines) {
        return withLines ? withLines(entity, 1) : ownFields(entity);
    }

    private List<Output> withLines(Entity entity, int depth) {
        SequencedMap<String, Output> outputs = new LinkedHashMap<>();
        ownFields(entity).forEach(output -> outputs.put(output.name(), output));
        for (Field field : entity.fields().values()) {
            if (field.relation().orElse(null) instanceof Relation.Lines lines && depth < USUAL_DEPTH) {
                Entity child = model.require(lines.target());
                outputs.put(
                        field.name(),
                        new Output.Listed(field.name(), lines, rule(child.fullName()), withLines(child, depth + 1)));
            }
        }
        return List.copyOf(outputs.values());
    }

    private List<Output> ownFields(Entity entity) {
        SequencedMap<String, Output> outputs = new LinkedHashMap<>();
        entity.field(SystemFields.ID).map(Output.Value::new).ifPresent(id -> outputs.put(id.name(), id));
        entity.fields().values().stream()
                .filter(field -> Secrecy.readable(field) && !field.name().startsWith("_"))
                .filter(field -> !(field.relation().orElse(null) instanceof Relation.Lines))
                .forEach(field -> plain(field).ifPresent(output -> outputs.putIfAbsent(field.name(), output)));
        return List.copyOf(outputs.values());
    }

    private Optional<Output> plain(Field field) {
        return switch (field.relation().orElse(null)) {
            case Relation.Links links -> Optional.of(new Output.Identified(field.name(), links, rule(links.target())));
            case Relation.Inverse inverse ->
                Optional.of(new Output.Identified(field.name(), inverse, rule(inverse.target())));
            case Relation.Lines lines ->
                Optional.of(new Output.Listed(
                        field.name(), lines, rule(lines.target()), ownFields(model.require(lines.target()))));
            case Relation.Link link -> Optional.of(new Output.Value(field));
            case null -> Optional.of(new Output.Value(field));
        };
    }

    private Optional<Output> output(Entity entity, FieldSelection selection) {
        Optional<Field> field = entity.field(selection.name());
        if (field.isPresent()) {
            return ofField(entity, field.get(), selection);
        }
        Inverse inverse = entity.inverses().get(selection.name());
        if (inverse == null) {
            problems.add(unknown(entity, selection.name()));
            return Optional.empty();
        }
        Relation relation = new Relation.Inverse(inverse.entity(), inverse.by());
        Optional<Expression> rule = rule(inverse.entity());
        return Optional.of(
                selection.nested().isEmpty()
                        ? new Output.Identified(inverse.name(), relation, rule)
                        : new Output.Listed(inverse.name(), relation, rule, nested(relation, selection)));
    }

    private Optional<Output> ofField(Entity entity, Field field, FieldSelection selection) {
        if (!Secrecy.readable(field)) {
            problems.add(Secrecy.refusal(PARAMETER, entity, field));
            return Optional.empty();
        }
        if (selection.nested().isEmpty()) {
            return plain(field);
        }
        return switch (field.relation().orElse(null)) {
            case Relation.Link link ->
                Optional.of(new Output.Linked(field, link.target(), rule(link.target()), nested(link, selection)));
            case Relation list ->
                Optional.of(new Output.Listed(field.name(), list, rule(list.target()), nested(list, selection)));
            case null -> {
                problems.add(
                        Problem.inValue(ProblemCode.FIELDS_LEAD_NOWHERE, PARAMETER, field.name(), entity.fullName()));
                yield Optional.empty();
            }
        };
    }

    private List<Output> nested(Relation relation, FieldSelection selection) {
        return of(model.require(relation.target()), selection.nested());
    }

    private Optional<Expression> rule(String entity) {
        return access.readable(entity);
    }

    private static Problem unknown(Entity entity, String name) {
        Set<String> known = new LinkedHashSet<>(entity.fields().keySet());
        known.addAll(entity.inverses().keySet());
        return Problem.inValue(
                ProblemCode.UNKNOWN_VALUE_FIELD, PARAMETER, name, entity.fullName(), Suggestion.question(name, known));
    }
}
