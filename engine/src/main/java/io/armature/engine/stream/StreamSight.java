package io.armature.engine.stream;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.armature.engine.current.RequestContext;
import io.armature.engine.event.LoggedEvent;
import io.armature.engine.record.RecordReads;
import io.armature.metadata.model.Entity;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;

/**
 * What a listener may hear of: events of records that he may read now, and of their fields the names of those that he sees. Values
 * are not told: whoever wants them reads the record. One statement for each entity with conditions, none for others.
 */
final class StreamSight {

    /** Questions to the database at once: however many listen, requests have connections left. */
    private static final int AT_ONCE = 4;

    private final RecordReads reads;
    private final Semaphore questions = new Semaphore(AT_ONCE);

    StreamSight(RecordReads reads) {
        this.reads = reads;
    }

    List<StreamMessage> of(RequestContext context, List<LoggedEvent> events) throws InterruptedException {
        Map<String, Set<UUID>> readable = new HashMap<>();
        Map<String, Set<UUID>> asked = events.stream()
                .filter(event -> !event.isPersonal())
                .collect(Collectors.groupingBy(
                        event -> event.subject().entity(),
                        Collectors.mapping(event -> event.subject().record(), Collectors.toSet())));
        for (Map.Entry<String, Set<UUID>> one : asked.entrySet()) {
            Optional<Entity> entity = context.model().entity(one.getKey()).filter(Entity::stored);
            if (entity.isPresent()) {
                readable.put(one.getKey(), readable(context, entity.get(), one.getValue()));
            }
        }
        return events.stream()
                .filter(event -> event.isPersonal()
                        ? context.user().id().equals(event.actor())
                        : readable.getOrDefault(event.subject().entity(), Set.of())
                                .contains(event.subject().record()))
                .map(event -> message(context, event))
                .toList();
    }

    private Set<UUID> readable(RequestContext context, Entity entity, Set<UUID> ids) throws InterruptedException {
        questions.acquire();
        try {
            return reads.readable(context, entity, ids);
        } finally {
            questions.release();
        }
    }

    private StreamMessage message(RequestContext context, LoggedEvent event) {
        Entity entity = context.model().require(event.subject().entity());
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        data.put("id", event.id().toString());
        data.put("event", event.name());
        data.put("at", event.at().toString());
        data.put("entity", event.subject().entity());
        data.put("record", event.subject().record().toString());
        data.put("version", event.subject().version());
        data.put("actor", event.actor().toString());
        event.fields().stream()
                .filter(name -> entity.field(name).isPresent() && reads.seesEverywhere(context, entity, name))
                .forEach(data.putArray("fields")::add);
        return new StreamMessage(event.position(), "", data.toString());
    }
}
