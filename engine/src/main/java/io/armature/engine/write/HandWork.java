package io.armature.engine.write;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.armature.metadata.model.Entity;
import java.util.Set;

/**
 * Records that come about by themselves, and of which the trail therefore keeps no values, though people can change or delete them by
 * hand: that they did is told. Whose session it was is told with it, since nothing else could say so afterwards; to whom a mail
 * went is not, since the trail would remember who is to be forgotten.
 */
final class HandWork {

    private static final String USER = "user";
    private static final String SESSION = "sys.session";
    private static final Set<String> ENTITIES = Set.of(SESSION, "sys.mail");

    private HandWork() {}

    /** Whether the trail tells that somebody wrote a record of an entity, without what he wrote. */
    static boolean isToldOf(Entity entity) {
        return ENTITIES.contains(entity.fullName());
    }

    /** What is told beside that, as JSON. */
    static String details(RecordState record) {
        ObjectNode details = JsonNodeFactory.instance.objectNode();
        if (record.entity().fullName().equals(SESSION)) {
            details.put(USER, String.valueOf(record.before(USER)));
        }
        return details.toString();
    }
}
