package io.armature.engine.boot.trial;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.armature.metadata.definition.Node;
import io.armature.metadata.read.NodeJson;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What steps have named: {@code {created.lines.0.id}} is a value of an earlier answer. */
final class TrialNames {

    private static final Pattern NAMED = Pattern.compile("\\{([a-z][a-z0-9_]*)((?:\\.[A-Za-z0-9_$]+)+)}");

    private final Map<String, JsonNode> known = new HashMap<>();

    void put(String name, JsonNode value) {
        known.put(name, value);
    }

    /** All of it, by name. */
    Map<String, JsonNode> known() {
        return Map.copyOf(known);
    }

    /** The text with the values in place of their names. */
    String text(String text) {
        return NAMED.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(value(found.group(1), found.group(2))
                        .map(JsonNode::asText)
                        .orElse(found.group())));
    }

    /** The value with the values in place of their names; one that stands alone keeps its type. */
    JsonNode json(Node node) {
        return json(NodeJson.of(node));
    }

    private JsonNode json(JsonNode json) {
        return switch (json.getNodeType()) {
            case OBJECT -> {
                ObjectNode object = JsonNodeFactory.instance.objectNode();
                json.properties().forEach(entry -> object.set(entry.getKey(), json(entry.getValue())));
                yield object;
            }
            case ARRAY -> {
                ArrayNode array = JsonNodeFactory.instance.arrayNode();
                json.forEach(item -> array.add(json(item)));
                yield array;
            }
            case STRING -> alone(json.asText()).orElseGet(() -> JsonNodeFactory.instance.textNode(text(json.asText())));
            case BINARY, BOOLEAN, MISSING, NULL, NUMBER, POJO -> json;
        };
    }

    private Optional<JsonNode> alone(String text) {
        Matcher matcher = NAMED.matcher(text);
        return matcher.matches() ? value(matcher.group(1), matcher.group(2)) : Optional.empty();
    }

    private Optional<JsonNode> value(String name, String path) {
        JsonNode value = known.get(name);
        return Optional.ofNullable(value)
                .map(root -> root.at(path.replace('.', '/')))
                .filter(found -> !found.isMissingNode());
    }
}
