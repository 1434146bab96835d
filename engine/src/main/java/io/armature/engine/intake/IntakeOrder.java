package io.armature.engine.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.armature.engine.transfer.ImportFormat;
import io.armature.engine.transfer.ImportMapping;
import io.armature.engine.transfer.ImportMapping.DateOrder;
import io.armature.engine.transfer.ImportOptions;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.ProblemException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How a file is to be taken in.
 *
 * @param format of the file
 * @param options which record a row is, whether anything is kept, which column is which field
 */
public record IntakeOrder(ImportFormat format, ImportOptions options) {

    private static final String COMMA = ",";
    private static final String POINT = ".";

    /** The order as it is kept, and shown. */
    public ObjectNode json() {
        ImportMapping mapping = options.mapping();
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("format", format.name().toLowerCase(Locale.ROOT));
        ObjectNode columns = json.putObject("columns");
        mapping.columns().forEach(columns::put);
        options.key().forEach(json.putArray("key")::add);
        options.hook().ifPresent(name -> json.put("hook", name));
        return json.put("dryRun", options.dryRun())
                .put("partial", options.partial())
                .put("dates", mapping.dates().word())
                .put("decimals", mapping.decimalComma() ? COMMA : POINT);
    }

    /** @throws ProblemException when something in it is not known */
    public static IntakeOrder of(JsonNode json) {
        Map<String, String> columns = new LinkedHashMap<>();
        json.path("columns").properties().forEach(entry -> {
            String target = entry.getValue().asText("");
            if (!target.isEmpty()) {
                columns.put(entry.getKey(), target);
            }
        });
        List<String> key = json.path("key").valueStream().map(JsonNode::asText).toList();
        String dates = json.path("dates").asText(DateOrder.YEAR_FIRST.word());
        ImportMapping mapping = new ImportMapping(
                columns,
                DateOrder.of(dates).orElseThrow(() -> unknown("dates", dates, "ymd, dmy, mdy")),
                decimalComma(json.path("decimals").asText(POINT)));
        return new IntakeOrder(
                ImportFormat.of(json.path("format").asText("")),
                new ImportOptions(
                        key,
                        json.path("dryRun").asBoolean(false),
                        json.path("partial").asBoolean(false),
                        mapping,
                        Optional.ofNullable(json.path("hook").textValue())));
    }

    private static boolean decimalComma(String sign) {
        if (!sign.equals(COMMA) && !sign.equals(POINT)) {
            throw unknown("decimals", sign, ". ,");
        }
        return sign.equals(COMMA);
    }

    private static ProblemException unknown(String path, String word, String known) {
        return new ProblemException(Problem.inValue(ProblemCode.UNKNOWN_OPTION, path, word, known));
    }
}
