package io.armature.engine.notify;

import io.armature.engine.access.Verb;
import io.armature.engine.current.RequestContext;
import io.armature.engine.db.Database;
import io.armature.engine.record.RecordReads;
import io.armature.metadata.model.Entity;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.ProblemException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** Who wants to hear of a record. Following gives no right: who may not read it any more hears nothing. */
public final class Followers {

    private final Database database;
    private final RecordReads reads;
    private final Clock clock;

    public Followers(Database database, RecordReads reads, Clock clock) {
        this.database = database;
        this.reads = reads;
        this.clock = clock;
    }

    /** Somebody who follows a record. */
    public record Follower(UUID id, String name) {}

    public List<Follower> of(RequestContext context, Entity entity, UUID record) {
        require(context, entity, record);
        return database.direct(sql -> FollowerStore.of(sql, context.tenant(), about(entity, record)));
    }

    /** The caller follows the record from now on. */
    public void follow(RequestContext context, Entity entity, UUID record) {
        require(context, entity, record);
        database.transaction(sql -> {
            FollowerStore.add(
                    sql, context.tenant(), about(entity, record), context.user().id(), clock.instant());
            return record;
        });
    }

    /** The caller follows the record no more. */
    public void unfollow(RequestContext context, Entity entity, UUID record) {
        require(context, entity, record);
        database.transaction(sql -> {
            FollowerStore.remove(
                    sql, context.tenant(), about(entity, record), context.user().id());
            return record;
        });
    }

    private void require(RequestContext context, Entity entity, UUID record) {
        boolean there = entity.stored() && database.direct(sql -> reads.may(context, sql, Verb.READ, entity, record));
        if (!there) {
            throw new ProblemException(
                    Problem.inValue(ProblemCode.NOT_FOUND, "", entity.fullName().replace('.', '/') + "/" + record, ""));
        }
    }

    private static Notice.About about(Entity entity, UUID record) {
        return new Notice.About(entity.fullName(), record);
    }
}
