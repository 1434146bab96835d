package io.armature.engine.script;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.armature.metadata.model.Entity;
import io.armature.metadata.model.Field;
import io.armature.metadata.model.Model;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Takes secrets out of what is kept of a failure: members that are called like one, and fields that the model says are. Fields of
 * the types {@code password} and {@code secret} reach no function, and hence no recording.
 */
final class Secrets {

    private static final String GONE = "(not kept)";
    private static final Pattern NAMES = Pattern.compile(
            "(?i)(.*(passw|passphrase|secret|api_?key|authorization|cookie|credential|private_?key).*|.*token|(.*_)?otp)");
    private static final ObjectMapper MAPPER = new ObjectMapper()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .setNodeFactory(new JsonNodeFactory(true));

    private final Set<String> fields = new TreeSet<>();

    Secrets(Model model) {
        for (Entity entity : model.entities().values()) {
            for (Field field : entity.fields().values()) {
                if (field.definition()
                        .text("sensitivity")
                        .filter("secret"::equals)
                        .isPresent()) {
                    fields.add(field.name());
                }
            }
        }
    }

    boolean isSecret(String name) {
        return fields.contains(name) || NAMES.matcher(name).matches();
    }

    /** The same without secrets; texts that are JSON in themselves too. */
    JsonNode without(JsonNode json) {
        return switch (json.getNodeType()) {
            case OBJECT -> {
                ObjectNode object = JsonNodeFactory.instance.objectNode();
                json.properties()
                        .forEach(member -> object.set(member.getKey(), member(member.getKey(), member.getValue())));
                yield object;
            }
            case ARRAY -> {
                ArrayNode array = JsonNodeFactory.instance.arrayNode();
                json.forEach(item -> array.add(without(item)));
                yield array;
            }
            case STRING -> text(json);
            case BINARY, BOOLEAN, MISSING, NULL, NUMBER, POJO -> json;
        };
    }

    private JsonNode member(String name, JsonNode value) {
        return isSecret(name) && !value.isNull() ? JsonNodeFactory.instance.textNode(GONE) : without(value);
    }

    private JsonNode text(JsonNode json) {
        String text = json.textValue().strip();
        if (!text.startsWith("{") && !text.startsWith("[")) {
            return json;
        }
        try {
            JsonNode inner = MAPPER.readTree(text);
            JsonNode clean = without(inner);
            return clean.equals(inner) ? json : JsonNodeFactory.instance.textNode(clean.toString());
        } catch (JsonProcessingException noJson) {
            return json;
        }
    }
}
