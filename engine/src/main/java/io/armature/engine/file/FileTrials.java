package io.armature.engine.file;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.armature.engine.current.RequestContext;
import io.armature.engine.db.Transaction;
import io.armature.engine.record.Records;
import io.armature.engine.write.Change;
import io.armature.engine.write.ChangeReader;
import io.armature.engine.write.WriteOptions;
import io.armature.metadata.model.Entity;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * Tries whether a file that is the value of a field could be another: what says so of the field (rights, states, what it takes)
 * holds for its content as well. Nothing is kept of a trial.
 */
public final class FileTrials {
    private static final WriteOptions TRIAL = new WriteOptions(true, OptionalLong.empty(), false);

    private final Records records;

    public FileTrials(Records records) {
        this.records = records;
    }

    /**
     * Tries it.
     *
     * @param field the file's field, with the ids that it holds now
     * @param next the file as it would be
     * @throws io.armature.metadata.problem.ProblemException with what stands in the way
     */
    void require(RequestContext context, StoredFile.About about, String field, JsonNode now, StoredFile next) {
        UUID trial = UUID.randomUUID();
        records.transaction(TRIAL, transaction -> {
            FileStore.add(transaction, context.tenant(), loose(trial, context, next));
            return written(context, transaction, about, field, instead(now, next.id(), trial));
        });
    }

    private int written(
            RequestContext context, Transaction transaction, StoredFile.About about, String field, JsonNode value) {
        Entity entity = context.model().require(about.entity());
        ObjectNode values = JsonNodeFactory.instance.objectNode();
        values.set(field, value);
        ChangeReader reader = new ChangeReader(context.model(), false);
        Change change = reader.update(entity, about.record(), values, "", false);
        reader.finish();
        return records.changeAll(context, transaction, List.of(change), TRIAL).size();
    }

    private static JsonNode instead(JsonNode now, UUID file, UUID trial) {
        if (!now.isArray()) {
            return JsonNodeFactory.instance.textNode(trial.toString());
        }
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        now.forEach(id -> all.add(id.asText().equals(file.toString()) ? trial.toString() : id.asText()));
        return all;
    }

    private static StoredFile loose(UUID id, RequestContext context, StoredFile next) {
        return new StoredFile(
                id,
                next.name(),
                next.mediaType(),
                next.size(),
                next.digest(),
                Optional.empty(),
                Optional.empty(),
                1,
                context.user().id(),
                next.createdAt(),
                next.updatedAt());
    }
}
