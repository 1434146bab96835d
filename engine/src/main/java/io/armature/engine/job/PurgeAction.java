package io.armature.engine.job;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.armature.engine.current.RequestContext;
import io.armature.engine.query.request.RecordQuery;
import io.armature.engine.query.request.RecordQueryParser;
import io.armature.engine.record.RecordReads;
import io.armature.engine.record.Records;
import io.armature.engine.write.Change;
import io.armature.engine.write.WriteOptions;
import io.armature.metadata.model.Entity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** {@code action: purge}: deletes the records of an entity that a filter finds, some at a time. */
public final class PurgeAction implements JobAction {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int AT_ONCE = 200;

    private final RecordReads reads;
    private final Records records;

    public PurgeAction(RecordReads reads, Records records) {
        this.reads = reads;
        this.records = records;
    }

    @Override
    public String name() {
        return "purge";
    }

    /** @param with {@code entity}, and {@code filter} without which nothing is deleted */
    @Override
    public void run(RequestContext context, String pack, JsonNode with, RunCall call) {
        Entity entity = Given.entity(context, with, pack);
        RecordQuery query = RecordQueryParser.ofUrl(
                entity.fullName(),
                Map.of(
                        "filter", List.of(Given.text(with, "filter")),
                        "fields", List.of("id"),
                        "limit", List.of(Integer.toString(AT_ONCE))));
        int deleted = 0;
        List<Change> some = found(context, entity, query);
        while (!some.isEmpty() && !call.isCancelled()) {
            records.changeAll(context, some, WriteOptions.DEFAULT);
            deleted += some.size();
            some = some.size() < AT_ONCE ? List.of() : found(context, entity, query);
        }
        call.say("Deleted: " + deleted);
    }

    private List<Change> found(RequestContext context, Entity entity, RecordQuery query) {
        try {
            List<Change> deletions = new ArrayList<>();
            for (JsonNode record :
                    JSON.readTree(reads.list(context, query, false)).path("data")) {
                UUID id = UUID.fromString(record.path("id").asText());
                deletions.add(new Change.Delete(entity, "", id, Optional.empty()));
            }
            return deletions;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
