package io.armature.engine.write;

import com.fasterxml.jackson.databind.JsonNode;
import io.armature.metadata.model.Entity;
import io.armature.metadata.model.Field;
import io.armature.metadata.model.Model;
import io.armature.metadata.model.Relation;
import io.armature.metadata.model.SystemFields;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.Problems;
import io.armature.metadata.type.InvalidValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.UUID;

/** Reads links: an id, or an object that names a unique key of the other record. */
final class LinkReader {

    private final Model model;
    private final Problems problems;

    LinkReader(Model model, Problems problems) {
        this.model = model;
        this.problems = problems;
    }

    /** One link. */
    Optional<Given> one(Relation relation, JsonNode json, String place) {
        if (json.isNull()) {
            return Optional.of(new Given.Nothing());
        }
        if (json.isObject() && !json.has(SystemFields.ID)) {
            return key(relation.target(), json, place);
        }
        Optional<UUID> id =
                Uuids.parse(json.isObject() ? json.path(SystemFields.ID).asText() : json.asText());
        if (id.isEmpty()) {
            problems.add(Problem.inValue(ProblemCode.INVALID_VALUE, place, "a link", Uuids.EXAMPLE));
        }
        return id.map(Given.Value::new);
    }

    /** The other side of a many-to-many field: a list that replaces, or an object with {@code add} and {@code remove}. */
    LinksChange many(Relation relation, JsonNode json, String place) {
        if (json.isObject()) {
            json.fieldNames().forEachRemaining(name -> checkPart(name, place, relation));
            return new LinksChange(
                    false,
                    items(relation, json.path("add"), Paths.field(place, "add")),
                    items(relation, json.path("remove"), Paths.field(place, "remove")));
        }
        return new LinksChange(true, items(relation, json, place), List.of());
    }

    private void checkPart(String name, String place, Relation relation) {
        List<String> parts = List.of("add", "remove");
        if (!parts.contains(name)) {
            problems.add(
                    ContentReader.unknown(model.require(relation.target()), Paths.field(place, name), name, parts));
        }
    }

    private List<Given> items(Relation relation, JsonNode json, String place) {
        if (!json.isArray() && !json.isMissingNode() && !json.isNull()) {
            problems.add(Problem.inValue(ProblemCode.INVALID_VALUE, place, "a list", "[" + Uuids.EXAMPLE + "]"));
            return List.of();
        }
        Set<Given> items = new LinkedHashSet<>();
        int index = 0;
        for (JsonNode item : json) {
            String path = Paths.item(place, index++);
            if (item.isNull()) {
                problems.add(Problem.inValue(ProblemCode.INVALID_VALUE, path, "a link", Uuids.EXAMPLE));
            } else {
                one(relation, item, path).ifPresent(items::add);
            }
        }
        return new ArrayList<>(items);
    }

    private Optional<Given> key(String target, JsonNode json, String place) {
        Entity entity = model.require(target);
        Set<String> names = new HashSet<>();
        json.fieldNames().forEachRemaining(names::add);
        if (!entity.uniqueKeys().contains(names)) {
            problems.add(
                    Problem.inValue(ProblemCode.INVALID_VALUE, place, "a unique key of " + target, example(entity)));
            return Optional.empty();
        }
        SequencedMap<String, Object> values = new LinkedHashMap<>();
        for (String name : names.stream().sorted().toList()) {
            keyValue(entity.field(name).orElseThrow(), json.path(name), Paths.field(place, name))
                    .ifPresent(value -> values.put(name, value));
        }
        return values.size() == names.size() ? Optional.of(new Given.Key(target, values)) : Optional.empty();
    }

    private Optional<Object> keyValue(Field field, JsonNode json, String place) {
        try {
            if (json.isNull()) {
                throw new InvalidValue(ProblemCode.REQUIRED, field.name());
            }
            return Optional.of(field.type().read(json, field.definition())).filter(Storable::isStorable);
        } catch (InvalidValue invalid) {
            problems.add(
                    Problem.inValue(invalid.code(), place, invalid.arguments().toArray(String[]::new)));
            return Optional.empty();
        }
    }

    private static String example(Entity entity) {
        return String.join(", ", entity.uniqueKeys().stream().map(Set::toString).toList());
    }
}
