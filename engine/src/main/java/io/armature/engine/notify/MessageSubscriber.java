package io.armature.engine.notify;

import io.armature.engine.current.CurrentModels;
import io.armature.engine.db.Database;
import io.armature.engine.event.Event;
import io.armature.engine.event.Subscriber;
import io.armature.engine.tenant.Tenant;
import io.armature.metadata.model.Model;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Delivers what workflows and hooks want people to know. Who may not read the record that it is about is not told. */
@Singleton
final class MessageSubscriber implements Subscriber {

    private final Database database;
    private final CurrentModels models;
    private final Recipients recipients;
    private final Audience audience;
    private final Postman postman;
    private final Clock clock;

    MessageSubscriber(
            Database database,
            CurrentModels models,
            Recipients recipients,
            Audience audience,
            Postman postman,
            Clock clock) {
        this.database = database;
        this.models = models;
        this.recipients = recipients;
        this.audience = audience;
        this.postman = postman;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "messages";
    }

    @Override
    public boolean wants(Event event) {
        return event.name().equals(RequestedMessage.EVENT);
    }

    @Override
    public void receive(Tenant tenant, Event event) {
        RequestedMessage message = RequestedMessage.of(event);
        Model model = models.of(tenant);
        Optional<Notice.About> about =
                event.subject().map(subject -> new Notice.About(subject.entity(), subject.record()));
        Set<UUID> named = database.direct(sql -> recipients.of(sql, tenant, model, message.recipients(), about));
        Map<UUID, String> labels = about.map(record -> audience.labels(tenant, model, named, record))
                .orElse(Map.of());
        Set<UUID> told = about.isPresent() ? labels.keySet() : named;
        database.transaction(sql -> {
            postman.tell(
                    sql,
                    tenant,
                    told,
                    message.kind(),
                    to -> notice(event, message, about, to, labels.getOrDefault(to.id(), "")),
                    clock.instant());
            return told;
        });
    }

    private static Optional<Notice> notice(
            Event event, RequestedMessage message, Optional<Notice.About> about, Addressee to, String label) {
        String given = RequestedMessage.text(message.title(), to.locale());
        String title = given.isBlank() && message.kind().equals("assignment")
                ? NoticeTexts.of("assignment.title", to.locale(), "", label)
                : given;
        String body = RequestedMessage.text(message.body(), to.locale());
        if (title.isBlank() && body.isBlank()) {
            return Optional.empty();
        }
        return Optional.of(new Notice(
                event.id(),
                message.kind(),
                title.isBlank() ? body.lines().findFirst().orElse(body) : title,
                body,
                message.priority(),
                about,
                message.group()));
    }
}
