package io.armature.engine.notify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.armature.engine.current.CurrentModels;
import io.armature.engine.event.Event;
import io.armature.engine.event.Subscriber;
import io.armature.engine.tenant.Tenant;
import io.armature.metadata.definition.MailDefinition;
import io.armature.metadata.definition.MailOccasion;
import io.armature.metadata.definition.MailOccasion.Moment;
import io.armature.metadata.model.Model;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Has mails go by themselves: those whose {@code send} tells of what happened. */
@Singleton
final class OccasionSubscriber implements Subscriber {

    private static final String CREATED = "created";
    private static final String TRANSITIONED = "transitioned";
    private static final Set<String> VERBS = Set.of(CREATED, "updated", TRANSITIONED);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final CurrentModels models;
    private final OccasionBook book = new OccasionBook();
    private final OccasionDesk desk;

    OccasionSubscriber(CurrentModels models, OccasionDesk desk) {
        this.models = models;
        this.desk = desk;
    }

    @Override
    public String name() {
        return "occasions";
    }

    @Override
    public boolean wants(Event event) {
        return event.subject().isPresent() && VERBS.contains(event.verb()) && !event.isInternal();
    }

    /** Most entities have no such mail, which the model tells without a question. */
    @Override
    public Predicate<Event> interest(Tenant tenant, List<Event> events) {
        Model model = models.of(tenant);
        return event -> !book.of(model, entity(event)).isEmpty();
    }

    @Override
    public void receive(Tenant tenant, Event event) {
        Model model = models.of(tenant);
        for (MailDefinition mail : book.of(model, entity(event))) {
            Optional<MailOccasion> occasion = mail.send().filter(send -> fits(send, event));
            if (occasion.isPresent()) {
                desk.send(tenant, model, event, mail, occasion.get());
            }
        }
    }

    private static String entity(Event event) {
        return event.subject().map(Event.Subject::entity).orElse("");
    }

    private static boolean fits(MailOccasion send, Event event) {
        boolean created = event.verb().equals(CREATED);
        boolean moment = send.after().contains(created ? Moment.CREATED : Moment.UPDATED);
        boolean step = event.verb().equals(TRANSITIONED)
                && send.transitions()
                        .contains(read(event.details()).path("transition").asText());
        return (moment || step)
                && (send.changed().isEmpty() || send.changed().stream().anyMatch(read(event.changes())::has));
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException impossible) {
            throw new IllegalArgumentException(impossible);
        }
    }
}
