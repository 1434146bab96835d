package io.armature.engine.write;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.armature.metadata.model.Entity;
import io.armature.metadata.model.Field;
import io.armature.metadata.model.Model;
import io.armature.metadata.model.Relation;
import io.armature.metadata.model.SystemFields;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.Problems;
import io.armature.metadata.problem.Suggestion;
import io.armature.metadata.type.InvalidValue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/** Reads the fields of one JSON object by the types of an entity. */
final class ContentReader {

    /** Names that say which record is meant, not what it holds. */
    private static final Set<String> ADDRESS = Set.of(SystemFields.ID, SystemFields.VERSION);

    private final Model model;
    private final Problems problems;
    private final boolean privileged;
    private final LineReader lineReader;
    private final LinkReader links;

    ContentReader(Model model, Problems problems, boolean privileged, LineReader lineReader) {
        this.model = model;
        this.problems = problems;
        this.privileged = privileged;
        this.lineReader = lineReader;
        this.links = new LinkReader(model, problems);
    }

    /** Reads one item of a lines field. */
    @FunctionalInterface
    interface LineReader {
        Change read(Entity entity, JsonNode json, String path, Mode mode);
    }

    Content read(Entity entity, ObjectNode json, String path, Mode mode) {
        SequencedMap<String, Given> values = new LinkedHashMap<>();
        SequencedMap<String, LinesChange> lines = new LinkedHashMap<>();
        SequencedMap<String, LinksChange> many = new LinkedHashMap<>();
        for (var property : json.properties()) {
            String name = property.getKey();
            String place = Paths.field(path, name);
            Optional<Field> field = entity.field(name);
            if (ADDRESS.contains(name)) {
                continue;
            }
            if (field.isEmpty()) {
                problems.add(unknown(entity, place, name, entity.fields().keySet()));
            } else if (mayWrite(field.get(), place, mode)) {
                switch (field.get().relation().orElse(null)) {
                    case Relation.Lines relation -> lines.put(name, lines(relation, property.getValue(), place, mode));
                    case Relation.Links relation -> many.put(name, links.many(relation, property.getValue(), place));
                    case Relation.Link relation ->
                        links.one(relation, property.getValue(), place).ifPresent(given -> values.put(name, given));
                    case Relation.Inverse relation -> problems.add(readOnly(place, name, "inverse"));
                    case null ->
                        value(field.get(), property.getValue(), place).ifPresent(given -> values.put(name, given));
                }
            }
        }
        return new Content(values, lines, many);
    }

    static Problem unknown(Entity entity, String place, String name, Collection<String> known) {
        return Problem.inValue(
                ProblemCode.UNKNOWN_VALUE_FIELD, place, name, entity.fullName(), Suggestion.question(name, known));
    }

    /**
     * Whether the field's value counts. What is read-only is let through on a change, because a client may send back what
     * it read; {@link AssignStep} then refuses other values. On PUT a computed value is left aside for the same reason.
     */
    private boolean mayWrite(Field field, String place, Mode mode) {
        if (field.computed()) {
            if (mode != Mode.PUT) {
                problems.add(readOnly(place, field.name(), "computed"));
            }
            return false;
        }
        if (field.readOnly() && !privileged && mode == Mode.CREATE) {
            problems.add(readOnly(place, field.name(), "read-only"));
            return false;
        }
        return true;
    }

    private Optional<Given> value(Field field, JsonNode json, String place) {
        if (json.isNull()) {
            return Optional.of(new Given.Nothing());
        }
        try {
            Object value = field.type().read(json, field.definition());
            if (!Storable.isStorable(value)) {
                throw new InvalidValue(ProblemCode.INVALID_VALUE, "a text", "\"\\u0000\"");
            }
            return Optional.of(new Given.Value(value));
        } catch (InvalidValue invalid) {
            problems.add(
                    Problem.inValue(invalid.code(), place, invalid.arguments().toArray(String[]::new)));
            return Optional.empty();
        }
    }

    private LinesChange lines(Relation.Lines relation, JsonNode json, String place, Mode mode) {
        List<Change> changes = new ArrayList<>();
        if (!json.isArray() && !json.isNull()) {
            problems.add(Problem.inValue(ProblemCode.INVALID_VALUE, place, "a list", "[{…}]"));
            return new LinesChange(false, changes);
        }
        Entity child = model.require(relation.target());
        int index = 0;
        for (JsonNode item : json) {
            String path = Paths.item(place, index++);
            if (item instanceof ObjectNode object) {
                object.remove(relation.by());
            }
            changes.add(lineReader.read(child, item, path, mode));
        }
        return new LinesChange(mode == Mode.PUT || json.isNull(), changes);
    }

    private static Problem readOnly(String place, String name, String why) {
        return Problem.inValue(ProblemCode.READ_ONLY, place, name, why);
    }
}
