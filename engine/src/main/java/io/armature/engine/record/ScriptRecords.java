package io.armature.engine.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.armature.engine.query.read.OneRecord;
import io.armature.engine.query.request.RecordQueryParser;
import io.armature.engine.script.RecordDoor;
import io.armature.engine.script.Scene;
import io.armature.engine.write.Change;
import io.armature.engine.write.ChangeReader;
import io.armature.engine.write.ExactJson;
import io.armature.engine.write.WriteOptions;
import io.armature.metadata.model.Entity;
import io.armature.metadata.model.SystemFields;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/** Lets functions of packs read and write records in the transaction that they run in. Safe for many threads. */
public final class ScriptRecords implements RecordDoor {

    private static final ObjectMapper JSON = ExactJson.mapper();

    private final Records records;
    private final RecordReads reads;

    public ScriptRecords(Records records, RecordReads reads) {
        this.records = records;
        this.reads = reads;
    }

    @Override
    public JsonNode list(Scene scene, Entity entity, JsonNode query) {
        return json(
                reads.list(scene.context(), scene.transaction(), RecordQueryParser.ofJson(entity.fullName(), query)));
    }

    @Override
    public Optional<JsonNode> one(Scene scene, Entity entity, UUID id) {
        return reads.one(scene.context(), scene.transaction(), RecordReads.representation(entity), id)
                .map(OneRecord::json)
                .map(ScriptRecords::json)
                .filter(record -> !record.hasNonNull(SystemFields.DELETED_AT));
    }

    @Override
    public UUID create(Scene scene, Entity entity, JsonNode values) {
        ChangeReader reader = new ChangeReader(scene.context().model(), false);
        Change change = reader.create(entity, values, "");
        reader.finish();
        return write(scene, change);
    }

    @Override
    public void update(Scene scene, Entity entity, UUID id, JsonNode values) {
        ChangeReader reader = new ChangeReader(scene.context().model(), false);
        Change change = reader.update(entity, id, values, "", false);
        reader.finish();
        write(scene, change);
    }

    @Override
    public void delete(Scene scene, Entity entity, UUID id) {
        write(scene, new Change.Delete(entity, "", id, Optional.empty()));
    }

    private UUID write(Scene scene, Change change) {
        WriteOptions options = new WriteOptions(scene.dryRun(), OptionalLong.empty(), false);
        return records.changeAll(scene.context(), scene.transaction(), List.of(change), options)
                .getFirst()
                .id();
    }

    private static JsonNode json(byte[] bytes) {
        try {
            return JSON.readTree(bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
