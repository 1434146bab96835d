package io.armature.engine.transfer;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.armature.engine.write.ExactJson;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** A JSON array of records, or one record after the other (JSON Lines). */
final class JsonSource implements ImportSource {

    private final JsonParser parser;
    private final ImportMapping mapping;
    private long number;

    JsonSource(InputStream file, ImportMapping mapping) throws IOException {
        this.mapping = mapping;
        parser = ExactJson.mapper()
                .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .createParser(file);
    }

    @Override
    public Optional<ImportRow> next() throws IOException {
        JsonToken token = parser.nextToken();
        if (token == JsonToken.START_ARRAY && number == 0) {
            token = parser.nextToken();
        }
        if (token == null || token == JsonToken.END_ARRAY) {
            return Optional.empty();
        }
        JsonNode row = parser.readValueAsTree();
        return Optional.of(new ImportRow(++number, mapped(row)));
    }

    private JsonNode mapped(JsonNode row) {
        if (mapping.columns().isEmpty() || !(row instanceof ObjectNode object)) {
            return row;
        }
        ObjectNode mapped = JsonNodeFactory.instance.objectNode();
        object.properties().forEach(entry -> {
            String target = mapping.target(entry.getKey());
            if (!target.isEmpty()) {
                mapped.set(target, entry.getValue());
            }
        });
        return mapped;
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
