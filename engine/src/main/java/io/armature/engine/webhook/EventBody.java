package io.armature.engine.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.armature.engine.current.RequestContext;
import io.armature.engine.event.Event;
import io.armature.engine.query.plan.WholeCondition;
import io.armature.engine.query.request.RecordQuery;
import io.armature.engine.query.request.RecordQueryParser;
import io.armature.engine.record.RecordReads;
import io.armature.metadata.model.Entity;
import io.armature.metadata.model.Field;
import io.armature.metadata.problem.ProblemException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a receiver is told of an event: what the webhook's owner would see of it, and nothing of what he may not read. */
final class EventBody {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final RecordReads reads;

    EventBody(RecordReads reads) {
        this.reads = reads;
    }

    /**
     * The text to send; nothing when the owner may not read the record, or it does not meet the filter.
     *
     * @throws ProblemException when the filter does not fit the entity
     */
    Optional<String> of(RequestContext owner, Event event, Optional<String> filter) {
        ObjectNode body = head(owner, event);
        if (event.subject().isEmpty()) {
            return owner.user().isAdministrator() && filter.isEmpty() ? Optional.of(body.toString()) : Optional.empty();
        }
        Event.Subject subject = event.subject().get();
        Optional<Entity> entity = owner.model().entity(subject.entity()).filter(Entity::stored);
        if (entity.isEmpty()
                || reads.readable(owner, entity.get(), Set.of(subject.record())).isEmpty()) {
            return Optional.empty();
        }
        filter.ifPresent(text -> WholeCondition.require(owner.model(), subject.entity(), text, "filter"));
        Optional<JsonNode> record = record(owner, entity.get(), subject, filter);
        boolean gone = record.isEmpty() && filter.isEmpty() && event.verb().equals("deleted");
        if (record.isEmpty() && !gone) {
            return Optional.empty();
        }
        body.put("entity", subject.entity());
        body.put("record", subject.record().toString());
        body.put("version", subject.version());
        changes(owner, entity.get(), event, body.putObject("changes"));
        record.ifPresent(now -> body.set("data", now));
        return Optional.of(body.toString());
    }

    /** What a receiver is told whom the engine itself tells of an event of no record. */
    static ObjectNode told(RequestContext engine, Event event) {
        return head(engine, event);
    }

    private static ObjectNode head(RequestContext owner, Event event) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("id", event.id().toString());
        body.put("event", event.name());
        body.put("at", event.at().toString());
        body.put("tenant", owner.tenant().name());
        body.put("actor", event.actor().toString());
        if (owner.user().isAdministrator()) {
            body.set("details", read(event.details().getBytes(StandardCharsets.UTF_8)));
        }
        return body;
    }

    /** The record as it is now, not as it was then; deleted ones as long as they are kept. */
    private Optional<JsonNode> record(
            RequestContext owner, Entity entity, Event.Subject subject, Optional<String> filter) {
        String one = "id == '" + subject.record() + "'";
        RecordQuery query = RecordQueryParser.ofUrl(
                entity.fullName(),
                Map.of(
                        "filter",
                        List.of(filter.map(text -> one + " && (" + text + ")").orElse(one)),
                        "deleted",
                        List.of(entity.features().softDelete() ? "any" : "false"),
                        "limit",
                        List.of("1")));
        JsonNode data = read(reads.list(owner, query, false)).path("data");
        if (data.get(0) instanceof ObjectNode found) {
            entity.fields().values().stream().filter(EventBody::isSecret).forEach(field -> found.remove(field.name()));
            return Optional.of(found);
        }
        return Optional.empty();
    }

    private void changes(RequestContext owner, Entity entity, Event event, ObjectNode into) {
        read(event.changes().getBytes(StandardCharsets.UTF_8)).properties().stream()
                .filter(change -> entity.field(change.getKey())
                        .filter(field -> !isSecret(field))
                        .isPresent())
                .filter(change -> reads.seesEverywhere(owner, entity, change.getKey()))
                .forEach(change -> into.set(change.getKey(), change.getValue()));
    }

    /** Such values do not leave, whoever may see them here. */
    private static boolean isSecret(Field field) {
        return field.definition().text("sensitivity").filter("secret"::equals).isPresent();
    }

    private static JsonNode read(byte[] json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException ours) {
            throw new IllegalStateException(ours);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
