package io.armature.engine.pack.seed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.armature.metadata.definition.DataDefinition;
import io.armature.metadata.definition.Node;
import io.armature.metadata.definition.Node.MapNode;
import io.armature.metadata.definition.Node.TextNode;
import io.armature.metadata.model.Entity;
import io.armature.metadata.model.Field;
import io.armature.metadata.model.Relation;
import io.armature.metadata.model.SystemFields;
import io.armature.metadata.problem.Position;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.ProblemException;
import io.armature.metadata.read.NodeJson;
import io.armature.metadata.type.InvalidValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes of a file's row what a request would say. */
final class SeedReader {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String BAR = "\\|";

    private final Entity entity;

    SeedReader(Entity entity) {
        this.entity = entity;
    }

    SeedRow read(DataDefinition.Row row) {
        ObjectNode values = JSON.objectNode();
        Map<String, ObjectNode> translations = new LinkedHashMap<>();
        row.values().forEach((name, node) -> {
            int at = name.indexOf('@');
            if (at < 0) {
                values.set(name, value(name, node));
            } else {
                translations
                        .computeIfAbsent(name.substring(at + 1), _ -> JSON.objectNode())
                        .set(name.substring(0, at), NodeJson.of(node));
            }
        });
        Position position = row.origin().position();
        return new SeedRow(position.file() + ":" + position.line(), key(values, position), values, translations);
    }

    private JsonNode value(String name, Node node) {
        Optional<Field> field = entity.field(name);
        if (field.isPresent()
                && node instanceof TextNode text
                && field.get().type().name().equals("choices")) {
            return list(text.value());
        }
        return field.flatMap(Field::relation)
                        .filter(Relation.Links.class::isInstance)
                        .isPresent()
                ? links(node)
                : NodeJson.of(node);
    }

    private static ArrayNode list(String text) {
        ArrayNode items = JSON.arrayNode();
        Stream.of(text.split(BAR)).map(String::strip).forEach(items::add);
        return items;
    }

    /** {@code {code: "vip|event"}} says {@code [{code: vip}, {code: event}]}. */
    private static JsonNode links(Node node) {
        if (!(node instanceof MapNode map) || map.entries().size() != 1) {
            return NodeJson.of(node);
        }
        ArrayNode links = JSON.arrayNode();
        map.entries().forEach((key, value) -> {
            if (value instanceof TextNode text) {
                list(text.value()).forEach(item -> links.addObject().set(key, item));
            }
        });
        return links;
    }

    /** What the record is found again by: its foreign key, else the entity's natural one. */
    private Map<String, Object> key(ObjectNode values, Position position) {
        List<String> names = values.has(SystemFields.EXTERNAL_ID) ? List.of(SystemFields.EXTERNAL_ID) : entity.key();
        Map<String, Object> key = new LinkedHashMap<>();
        for (String name : names) {
            Field field = entity.field(name).filter(found -> values.has(name)).orElseThrow(() -> keyless(position));
            try {
                key.put(name, field.type().read(values.path(name), field.definition()));
            } catch (InvalidValue notFit) {
                throw keyless(position);
            }
        }
        if (key.isEmpty()) {
            throw keyless(position);
        }
        return key;
    }

    private ProblemException keyless(Position position) {
        String names = entity.key().isEmpty() ? SystemFields.EXTERNAL_ID : String.join(", ", entity.key());
        return new ProblemException(Problem.error(ProblemCode.REQUIRED, position, names, names));
    }

    /** The entities that a link to any entity leads to, in the rows of a file. */
    static Stream<String> entitiesOf(DataDefinition file, String field) {
        return file.rows().stream()
                .flatMap(row -> Optional.ofNullable(row.values().get(field)).stream())
                .flatMap(node -> node instanceof MapNode map ? map.get("entity").stream() : Stream.empty())
                .flatMap(node -> node instanceof TextNode text ? Stream.of(text.value()) : Stream.empty())
                .distinct();
    }
}
