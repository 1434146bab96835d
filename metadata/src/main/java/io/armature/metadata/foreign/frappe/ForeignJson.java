package io.armature.metadata.foreign.frappe;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;

/** Reads JSON that somebody else wrote and that becomes part of our files. */
final class ForeignJson {

    /** As deep as our own files may be, less what stands around a value there. */
    private static final int DEEPEST = 50;

    private static final int DIGITS = 1_000;

    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .build())
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private ForeignJson() {}

    /**
     * The whole text as one value; decimals are exact.
     *
     * @throws JsonProcessingException when it is not JSON, is nested too deep, goes on after its end, or has a
     *     number or a text that nobody could keep
     */
    static JsonNode read(String text) throws JsonProcessingException {
        JsonNode tree = JSON.readTree(text);
        check(tree);
        return tree;
    }

    private static void check(JsonNode node) throws JsonProcessingException {
        if (node.isNumber() && Math.abs(node.decimalValue().scale()) > DIGITS) {
            throw refused("a number has too many digits");
        }
        if (node.isTextual()) {
            check(node.textValue());
        }
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            check(entry.getKey());
            check(entry.getValue());
        }
        if (node.isArray()) {
            for (JsonNode item : node) {
                check(item);
            }
        }
    }

    private static void check(String text) throws JsonProcessingException {
        if (text.indexOf('\0') >= 0 || text.codePoints().anyMatch(ForeignJson::isHalf)) {
            throw refused("a text has half a character, or the character 0");
        }
    }

    private static boolean isHalf(int character) {
        return character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
    }

    private static JsonProcessingException refused(String why) {
        return JsonMappingException.from((JsonParser) null, why);
    }
}
