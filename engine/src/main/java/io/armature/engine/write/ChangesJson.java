package io.armature.engine.write;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.armature.engine.write.Layout.Slot;
import io.armature.metadata.model.SystemFields;
import io.armature.metadata.type.AnyLink;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What changed in a record, as {@code {"field": [old, new]}}. */
final class ChangesJson {

    private static final Set<String> UNTOLD = Set.of(
            SystemFields.VERSION,
            SystemFields.CREATED_AT,
            SystemFields.CREATED_BY,
            SystemFields.UPDATED_AT,
            SystemFields.UPDATED_BY);

    /** Types whose values nobody may read, not even here. */
    private static final Set<String> SECRET = Set.of("password", "secret");

    private static final String MASK = "***";

    /** Values that are told to nobody who reads the trail, whatever their type. */
    private static final Optional<String> SENSITIVE = Optional.of("secret");

    private final ObjectMapper json = ExactJson.mapper();

    String of(WriteSet set, RecordState record) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = json.getFactory().createGenerator(text)) {
            out.configure(JsonWriteFeature.ESCAPE_NON_ASCII.mappedFeature(), false);
            out.writeStartObject();
            String last = "";
            for (Slot slot : set.plan(record).layout().slots()) {
                if (!slot.key().equals(last) && !UNTOLD.contains(slot.key())) {
                    value(out, record, slot);
                }
                last = slot.key();
            }
            for (Map.Entry<String, List<UUID>> links : record.linksAfter().entrySet()) {
                if (record.changesLinks(links.getKey())) {
                    pair(out, links.getKey(), record.linksBefore().get(links.getKey()), links.getValue());
                }
            }
            out.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException("Memory takes what is written to it", impossible);
        }
        return text.toString();
    }

    private static void value(JsonGenerator out, RecordState record, Slot slot) throws IOException {
        String name = slot.key();
        boolean gone =
                record.action() == Action.DELETE && !record.entity().features().softDelete();
        Object after = gone ? null : record.after(name);
        Object before = record.before(name);
        if (java.util.Objects.equals(before, after)) {
            return;
        }
        if (SECRET.contains(slot.field().type().name())) {
            pair(out, name, before == null ? null : MASK, after == null ? null : MASK);
        } else if (slot.field().definition().text("sensitivity").equals(SENSITIVE)) {
            pair(out, name, null, null);
        } else {
            pair(out, name, before, after);
        }
    }

    private static void pair(JsonGenerator out, String name, @Nullable Object before, @Nullable Object after)
            throws IOException {
        out.writeArrayFieldStart(name);
        write(out, before);
        write(out, after);
        out.writeEndArray();
    }

    private static void write(JsonGenerator out, @Nullable Object value) throws IOException {
        switch (value) {
            case null -> out.writeNull();
            case Long number -> out.writeNumber(number);
            case BigDecimal number -> out.writeNumber(number);
            case Boolean flag -> out.writeBoolean(flag);
            case JsonNode node -> out.writeRawValue(node.toString());
            case AnyLink link -> {
                out.writeStartObject();
                out.writeStringField("entity", link.entity());
                out.writeStringField("id", link.id().toString());
                out.writeEndObject();
            }
            case List<?> items -> {
                out.writeStartArray();
                for (Object item : items) {
                    write(out, item);
                }
                out.writeEndArray();
            }
            default -> out.writeString(value.toString());
        }
    }
}
