package io.armature.engine.transfer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.armature.engine.write.ExactJson;
import io.armature.engine.write.Uuids;
import io.armature.metadata.model.Entity;
import io.armature.metadata.model.Field;
import io.armature.metadata.model.Relation;
import io.armature.metadata.model.SystemFields;
import io.armature.metadata.type.Options;
import io.armature.metadata.type.ValueType;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Turns the cells of a table into what a request would say. A column is a field, or a key behind a link: {@code
 * country.code}. Several values in one cell stand between semicolons. An empty cell says nothing.
 */
final class Cells implements RowMaker {

    private static final ObjectMapper JSON = ExactJson.mapper();
    private static final String BETWEEN = ";";

    /** What the engine says of each record, and nobody else: exports have it. */
    private static final Set<String> OF_THE_ENGINE = Set.of(
            SystemFields.VERSION,
            SystemFields.CREATED_AT,
            SystemFields.CREATED_BY,
            SystemFields.UPDATED_AT,
            SystemFields.UPDATED_BY,
            SystemFields.DELETED_AT);

    private final Entity entity;
    private final ImportMapping mapping;
    private final CellTexts texts;
    private final Set<String> leftOut = new LinkedHashSet<>();

    Cells(Entity entity, ImportMapping mapping) {
        this.entity = entity;
        this.mapping = mapping;
        this.texts = new CellTexts(mapping);
    }

    @Override
    public ObjectNode row(List<String> header, List<String> cells) {
        ObjectNode row = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < Math.min(header.size(), cells.size()); i++) {
            String target = mapping.target(header.get(i));
            if (!cells.get(i).isEmpty() && !target.isEmpty() && !isLeftOut(target)) {
                put(row, target, cells.get(i));
            }
        }
        return row;
    }

    /** Columns that an export has and nobody can set, where nobody said that they are meant. */
    List<String> leftOut() {
        return List.copyOf(leftOut);
    }

    private boolean isLeftOut(String column) {
        boolean out = mapping.columns().isEmpty()
                && entity.field(column)
                        .filter(field -> field.computed() || OF_THE_ENGINE.contains(column))
                        .isPresent();
        if (out) {
            leftOut.add(column);
        }
        return out;
    }

    private void put(ObjectNode row, String column, String cell) {
        int dot = column.indexOf('.');
        if (dot < 0) {
            row.set(
                    column,
                    entity.field(column).map(field -> value(field, cell)).orElse(TextNode.valueOf(cell)));
            return;
        }
        String link = column.substring(0, dot);
        ObjectNode key = row.get(link) instanceof ObjectNode known ? known : row.putObject(link);
        key.put(column.substring(dot + 1), cell);
    }

    private JsonNode value(Field field, String cell) {
        return switch (field.relation().orElse(null)) {
            case Relation.Link link -> link(cell);
            case Relation.Links links -> links(cell);
            case Relation.Lines lines -> json(cell);
            case Relation.Inverse inverse -> TextNode.valueOf(cell);
            case null -> plain(field, cell);
        };
    }

    private JsonNode plain(Field field, String cell) {
        return switch (field.valueType()) {
            case ValueType.Scalar scalar ->
                switch (scalar) {
                    case BOOLEAN -> flag(cell);
                    case JSON -> json(cell);
                    case INTEGER, DECIMAL -> TextNode.valueOf(texts.number(cell));
                    case DATE -> TextNode.valueOf(texts.day(cell));
                    case DATE_TIME -> TextNode.valueOf(texts.moment(cell));
                    case TEXT -> TextNode.valueOf(option(field, cell));
                    case TIME, DURATION, NULL -> TextNode.valueOf(cell);
                };
            case ValueType.ListOf list -> items(field, cell);
            case ValueType.AnyReference any -> json(cell);
            case ValueType.Reference reference -> TextNode.valueOf(cell);
            case ValueType.Rows rows -> json(cell);
        };
    }

    /** Options are named by their keys, or by what people call them. */
    private static String option(Field field, String cell) {
        Map<String, Options.Option> options = Options.of(field.definition()).byKey();
        if (options.isEmpty() || options.containsKey(cell)) {
            return cell;
        }
        return options.values().stream()
                .filter(option -> option.title().equalsIgnoreCase(cell.strip())
                        || option.key().equalsIgnoreCase(cell.strip()))
                .map(Options.Option::key)
                .findFirst()
                .orElse(cell);
    }

    private static JsonNode flag(String cell) {
        return switch (cell.strip().toLowerCase(Locale.ROOT)) {
            case "true", "yes", "1", "x", "oui", "vrai" -> BooleanNode.TRUE;
            case "false", "no", "0", "non", "faux" -> BooleanNode.FALSE;
            default -> TextNode.valueOf(cell);
        };
    }

    private static JsonNode items(Field field, String cell) {
        if (cell.startsWith("[")) {
            return json(cell);
        }
        ArrayNode items = JsonNodeFactory.instance.arrayNode();
        for (String item : cell.split(BETWEEN, -1)) {
            items.add(option(field, item.strip()));
        }
        return items;
    }

    private static JsonNode links(String cell) {
        if (cell.startsWith("[")) {
            return json(cell);
        }
        ArrayNode items = JsonNodeFactory.instance.arrayNode();
        for (String item : cell.split(BETWEEN, -1)) {
            items.add(link(item.strip()));
        }
        return items;
    }

    /** A cell of a link holds an id, the value of the other entity's one-field key, or what its record is called. */
    private static JsonNode link(String cell) {
        if (cell.startsWith("{")) {
            return json(cell);
        }
        return Uuids.parse(cell).isPresent()
                ? TextNode.valueOf(cell)
                : JsonNodeFactory.instance.objectNode().put(LinkNames.CALLED, cell);
    }

    /** Text that is no JSON stays text, which the field then refuses in its own words. */
    private static JsonNode json(String cell) {
        try {
            return JSON.readTree(cell);
        } catch (JsonProcessingException notJson) {
            return TextNode.valueOf(cell);
        }
    }
}
