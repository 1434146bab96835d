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

    /** Whether functions look at what a query shows; groups are none of anybody's records. */
    boolean changes(RequestContext context, RecordQuery query) {
        return query.grouping().isEmpty()
                && hooks.has(context.model(), context.model().require(query.entity()), Point.ON_READ);
    }

    /** Records of a longer list, all with one budget; each is changed in place. */
    void some(RequestContext context, RecordQuery query, List<ObjectNode> records) {
        Entity entity = context.model().require(query.entity());
        hooks.read(
                Scene.reading(context, clock.instant()),
                entity,
                records.stream()
                        .map(record -> new ReadRecord(entity, record, false))
                        .toList());
    }

    /** A page. */
    byte[] page(RequestContext context, RecordQuery query, boolean decimalsAsText, byte[] page) {
        if (!changes(context, query)) {
            return page;
        }
        Entity entity = context.model().require(query.entity());
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
