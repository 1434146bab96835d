package io.armature.engine.notify;

import io.armature.engine.current.CurrentModels;
import io.armature.engine.db.Database;
import io.armature.engine.event.Event;
import io.armature.engine.event.Subscriber;
import io.armature.engine.tenant.Tenant;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends the mails that hooks and jobs ask for. The queue takes them once: each stands there under its event. */
@Singleton
final class MailSubscriber implements Subscriber {

    private static final Logger LOG = LoggerFactory.getLogger(MailSubscriber.class);

    private final Database database;
    private final CurrentModels models;
    private final MailDesk desk;

    MailSubscriber(Database database, CurrentModels models, MailDesk desk) {
        this.database = database;
        this.models = models;
        this.desk = desk;
    }

    @Override
    public String name() {
        return "mails";
    }

    @Override
    public boolean wants(Event event) {
        return event.name().equals(RequestedMail.EVENT);
    }

    @Override
    public void receive(Tenant tenant, Event event) {
        try {
            RequestedMail mail = RequestedMail.of(event);
            Optional<Notice.About> about =
                    event.subject().map(subject -> new Notice.About(subject.entity(), subject.record()));
            database.transaction(sql -> MailEvents.first(sql, tenant, event.id())
                    ? desk.send(sql, tenant, models.of(tenant), mail, about)
                    : 0);
        } catch (IllegalArgumentException unsound) {
            LOG.warn("A mail of tenant {} cannot be understood: {}", tenant.name(), unsound.getMessage());
        }
    }
}
