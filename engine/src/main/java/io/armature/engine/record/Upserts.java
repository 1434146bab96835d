package io.armature.engine.record;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.armature.engine.current.RequestContext;
import io.armature.engine.write.Change;
import io.armature.engine.write.ChangeReader;
import io.armature.engine.write.KeyLookup;
import io.armature.metadata.model.Entity;
import io.armature.metadata.model.SystemFields;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.ProblemException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Makes or replaces the record with a foreign key. */
public final class Upserts {

    private static final int ATTEMPTS = 4;

    private final Records records;
    private final RecordReads reads;

    public Upserts(Records records, RecordReads reads) {
        this.records = records;
        this.reads = reads;
    }

    /** The record with this {@code external_id} holds afterwards what {@code json} says, whether or not it was there. */
    public Answer put(RequestContext context, Entity entity, String externalId, ObjectNode json, Asked asked) {
        if (json.has(SystemFields.EXTERNAL_ID)
                && !json.path(SystemFields.EXTERNAL_ID).asText().equals(externalId)) {
            throw new ProblemException(Problem.inValue(
                    ProblemCode.READ_ONLY, SystemFields.EXTERNAL_ID, SystemFields.EXTERNAL_ID, externalId));
        }
        json.put(SystemFields.EXTERNAL_ID, externalId);
        for (int attempt = 1; ; attempt++) {
            try {
                return once(context, entity, externalId, json.deepCopy(), asked);
            } catch (ProblemException refused) {
                if (attempt == ATTEMPTS || !metAnother(refused)) {
                    throw refused;
                }
            }
        }
    }

    private Answer once(RequestContext context, Entity entity, String externalId, ObjectNode json, Asked asked) {
        ChangeReader reader = new ChangeReader(context.model(), asked.options().privileged());
        Optional<UUID> id = records.transaction(
                        asked.options(),
                        transaction -> KeyLookup.find(
                                transaction, context, entity, Map.of(SystemFields.EXTERNAL_ID, externalId)))
                // One that is not for this caller is not there for him: what comes of that is what comes of making one.
                .filter(found -> reads.readable(context, entity, Set.of(found)).contains(found));
        Change change = id.<Change>map(found -> reader.update(entity, found, json, "", true))
                .orElseGet(() -> reader.create(entity, json, ""));
        reader.finish();
        return records.change(context, change, asked);
    }

    /** Somebody else made or removed the record between the look and the write. */
    private static boolean metAnother(ProblemException refused) {
        Problem problem = refused.problems().getFirst();
        return problem.code() == ProblemCode.NOT_UNIQUE && problem.path().equals(SystemFields.EXTERNAL_ID)
                || problem.code() == ProblemCode.NOT_FOUND
                || problem.code() == ProblemCode.DELETED
                || problem.code() == ProblemCode.RECORD_DELETED;
    }
}
