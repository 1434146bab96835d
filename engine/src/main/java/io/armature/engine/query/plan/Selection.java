package io.armature.engine.query.plan;

import io.armature.engine.access.FieldAccess;
import io.armature.engine.access.ReadAccess;
import io.armature.engine.access.Rule;
import io.armature.engine.query.request.FieldSelection;
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
    private final ReadAccess access;
    private final Problems problems;

    Selection(Model model, ReadAccess access, Problems problems) {
        this.model = model;
        this.access = access;
        this.problems = problems;
    }

    /** The outputs of the named fields. */
    List<Output> of(Entity entity, List<FieldSelection> fields) {
        return of(new From(entity, Reach.READABLE), fields);
    }

    /** What a record tells when nobody asks for anything: all own fields, and the lines it owns. */
    List<Output> usual(Entity entity, boolean withLines) {
        From from = new From(entity, Reach.READABLE);
        return withLines ? withLines(from, 1) : ownFields(from);
    }

    /** Records of an entity, and how they are come by. */
    private record From(Entity entity, Reach reach) {}

    private FieldAccess access(From from, String name) {
        return from.reach().of(access, from.entity(), name);
    }

    private List<Output> of(From from, List<FieldSelection> fields) {
        SequencedMap<String, Output> outputs = new LinkedHashMap<>();
        for (FieldSelection field : fields) {
            if (field.name().equals(FieldSelection.ALL)) {
                ownFields(from).forEach(output -> outputs.putIfAbsent(output.name(), output));
            } else {
                output(from, field).ifPresent(output -> outputs.put(field.name(), output));
            }
        }
        return List.copyOf(outputs.values());
    }

    private List<Output> withLines(From from, int depth) {
        SequencedMap<String, Output> outputs = new LinkedHashMap<>();
        ownFields(from).forEach(output -> outputs.put(output.name(), output));
        for (Field field : from.entity().fields().values()) {
            if (field.relation().orElse(null) instanceof Relation.Lines lines && depth < USUAL_DEPTH) {
                From children = new From(model.require(lines.target()), Reach.READABLE);
                outputs.put(field.name(), listed(from, field.name(), lines, withLines(children, depth + 1)));
            }
        }
        return List.copyOf(outputs.values());
    }

    private List<Output> ownFields(From from) {
        SequencedMap<String, Output> outputs = new LinkedHashMap<>();
        Entity entity = from.entity();
        entity.field(SystemFields.ID).map(field -> plain(from, field)).ifPresent(id -> outputs.put(id.name(), id));
        entity.fields().values().stream()
                .filter(field -> Secrecy.readable(field) && !field.name().startsWith("_"))
                .filter(field -> !(field.relation().orElse(null) instanceof Relation.Lines))
                .forEach(field -> outputs.putIfAbsent(field.name(), plain(from, field)));
        return List.copyOf(outputs.values());
    }

    private Output plain(From from, Field field) {
        return switch (field.relation().orElse(null)) {
            case Relation.Links links -> identified(from, field.name(), links);
            case Relation.Inverse inverse -> identified(from, field.name(), inverse);
            case Relation.Lines lines ->
                listed(from, field.name(), lines, ownFields(new From(model.require(lines.target()), Reach.READABLE)));
            case Relation.Link link -> value(from, field);
            case null -> value(from, field);
        };
    }

    private Output value(From from, Field field) {
        FieldAccess seen = access(from, field.name());
        return seen.isHidden() ? new Output.Hidden(field.name()) : new Output.Value(field, seen);
    }

    private Output identified(From from, String name, Relation relation) {
        FieldAccess seen = access(from, name);
        Rule rule = rule(from.entity(), relation);
        return seen.isHidden() || rule.isNone()
                ? new Output.Hidden(name)
                : new Output.Identified(name, relation, rule.condition(), seen);
    }

    private Output listed(From from, String name, Relation relation, List<Output> outputs) {
        FieldAccess seen = access(from, name);
        Rule rule = rule(from.entity(), relation);
        return seen.isHidden() || rule.isNone()
                ? new Output.Hidden(name)
                : new Output.Listed(name, relation, rule.condition(), seen, outputs);
    }

    private Optional<Output> output(From from, FieldSelection selection) {
        Optional<Field> field = from.entity().field(selection.name());
        if (field.isPresent()) {
            return ofField(from, field.get(), selection);
        }
        Inverse inverse = from.entity().inverses().get(selection.name());
        if (inverse == null) {
            problems.add(unknown(from.entity(), selection.name()));
            return Optional.empty();
        }
        Relation relation = new Relation.Inverse(inverse.entity(), inverse.by());
        return Optional.of(
                selection.nested().isEmpty()
                        ? identified(from, inverse.name(), relation)
                        : listed(from, inverse.name(), relation, nested(relation, selection)));
    }

    private Optional<Output> ofField(From from, Field field, FieldSelection selection) {
        if (!Secrecy.readable(field)) {
            problems.add(Secrecy.refusal(PARAMETER, from.entity(), field));
            return Optional.empty();
        }
        if (selection.nested().isEmpty()) {
            return Optional.of(plain(from, field));
        }
        return switch (field.relation().orElse(null)) {
            case Relation.Link link -> Optional.of(linked(from, field, link, nested(link, selection)));
            case Relation list -> Optional.of(listed(from, field.name(), list, nested(list, selection)));
            case null -> {
                problems.add(Problem.inValue(
                        ProblemCode.FIELDS_LEAD_NOWHERE,
                        PARAMETER,
                        field.name(),
                        from.entity().fullName()));
                yield Optional.empty();
            }
        };
    }

    private Output linked(From from, Field field, Relation.Link link, List<Output> outputs) {
        FieldAccess seen = access(from, field.name());
        return seen.isHidden()
                ? new Output.Hidden(field.name())
                : new Output.Linked(field, link.target(), seen, outputs);
    }

    private List<Output> nested(Relation relation, FieldSelection selection) {
        return of(new From(model.require(relation.target()), reach(relation)), selection.nested());
    }

    /** Lists hold readable records only, but for those that links to public ones lead to. */
    private Reach reach(Relation relation) {
        return switch (relation) {
            case Relation.Link link -> Reach.link(access, link.target());
            case Relation.Links links when isPublic(links) -> Reach.link(access, links.target());
            case Relation.Links _, Relation.Lines _, Relation.Inverse _ -> Reach.READABLE;
        };
    }

    private Rule rule(Entity owner, Relation relation) {
        return switch (relation) {
            case Relation.Links links when isPublic(links) -> Rule.ALL;
            case Relation.Lines lines -> access.lines(owner.fullName(), lines.target());
            case Relation.Inverse inverse -> pointing(inverse);
            case Relation.Link _, Relation.Links _ -> access.rows(relation.target());
        };
    }

    /** Records that show by which link they point here. */
    private Rule pointing(Relation.Inverse inverse) {
        return access.rows(inverse.target())
                .and(access.field(model.require(inverse.target()), inverse.by()).shown());
    }

    private boolean isPublic(Relation relation) {
        return model.require(relation.target()).isPublic();
    }

    private static Problem unknown(Entity entity, String name) {
        Set<String> known = new LinkedHashSet<>(entity.fields().keySet());
        known.addAll(entity.inverses().keySet());
        return Problem.inValue(
                ProblemCode.UNKNOWN_VALUE_FIELD, PARAMETER, name, entity.fullName(), Suggestion.question(name, known));
    }
}
