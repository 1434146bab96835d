package io.armature.engine.transfer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.armature.engine.query.read.JsonRows;
import io.armature.engine.write.ExactJson;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** A record as functions of packs show it. */
record ShownRow(JsonNode record) implements ExportRow {

    private static final ObjectMapper JSON = ExactJson.mapper();
    private static final String HIDDEN = "$hidden";

    @Override
    public boolean isHidden(ExportColumn column) {
        JsonNode at = record;
        for (String step : column.path()) {
            for (JsonNode hidden : at.path(HIDDEN)) {
                if (hidden.asText().equals(step)) {
                    return true;
                }
            }
            at = at.path(step);
        }
        return false;
    }

    @Override
    public @Nullable String text(ExportColumn column) {
        JsonNode at = record;
        for (String step : column.path()) {
            at = at.path(step);
        }
        if (at.isNull() || at.isMissingNode()) {
            return null;
        }
        return at.isNumber() ? at.decimalValue().toPlainString() : at.isTextual() ? at.textValue() : at.toString();
    }

    @Override
    public void json(JsonRows rows, OutputStream out) throws IOException {
        out.write(JSON.writeValueAsBytes(record));
    }
}
