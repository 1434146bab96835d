package io.armature.engine.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.armature.engine.current.RequestContext;
import io.armature.engine.query.plan.Told;
import io.armature.engine.query.read.OneRecord;
import io.armature.engine.query.request.RecordQuery;
import io.armature.engine.script.Hooks;
import io.armature.engine.script.Point;
import io.armature.engine.script.ReadRecord;
import io.armature.engine.script.Scene;
import io.armature.engine.write.ExactJson;
import io.armature.metadata.model.Entity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/**
 * Lets functions of packs change what is shown of records that were read ({@code onRead}). Where an entity has none, what was
 * read goes on as it is, byte for byte.
 */
final class ShownRecords {

    private static final ObjectMapper JSON = ExactJson.mapper();

    private final Hooks hooks;
    private final Clock clock;

    ShownRecords(Hooks hooks, Clock clock) {
        this.hooks = hooks;
        this.clock = clock;
    }

    /** A page; groups are none of anybody's records. */
    byte[] page(RequestContext context, RecordQuery query, boolean decimalsAsText, byte[] page) {
        Entity entity = context.model().require(query.entity());
        if (query.grouping().isPresent() || !hooks.has(context.model(), entity, Point.ON_READ)) {
            return page;
        }
        JsonNode json = json(page);
        List<ReadRecord> records = new ArrayList<>();
        json.path("data").forEach(record -> records.add(new ReadRecord(entity, (ObjectNode) record, decimalsAsText)));
        hooks.read(Scene.reading(context, clock.instant()), entity, records);
        return bytes(json);
    }

    OneRecord one(RequestContext context, RecordQuery query, boolean decimalsAsText, OneRecord record) {
        Entity entity = context.model().require(query.entity());
        if (!hooks.has(context.model(), entity, Point.ON_READ)) {
            return record;
        }
        JsonNode json = json(record.json());
        hooks.read(
                Scene.reading(context, clock.instant()),
                entity,
                List.of(new ReadRecord(entity, (ObjectNode) json, decimalsAsText)));
        return new OneRecord(bytes(json), record.version(), Told.IN_PART);
    }

    private static JsonNode json(byte[] bytes) {
        try {
            return JSON.readTree(bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static byte[] bytes(JsonNode json) {
        try {
            return JSON.writeValueAsBytes(json);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
