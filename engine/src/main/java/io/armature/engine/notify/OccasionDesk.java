package io.armature.engine.notify;

import io.armature.engine.db.Database;
import io.armature.engine.event.Event;
import io.armature.engine.record.Readers;
import io.armature.engine.tenant.Tenant;
import io.armature.metadata.definition.MailDefinition;
import io.armature.metadata.definition.MailOccasion;
import io.armature.metadata.definition.MailOccasion.Way;
import io.armature.metadata.expression.Expression;
import io.armature.metadata.expression.ExpressionCompiler;
import io.armature.metadata.model.Entity;
import io.armature.metadata.model.Model;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Sends a mail on its occasion, once however often the event is told: by mail, as a message, or both. */
@Singleton
final class OccasionDesk {

    private static final String YES = "yes";

    private final Database database;
    private final Readers readers;
    private final MailDesk mails;
    private final OccasionMessages messages;

    OccasionDesk(Database database, Readers readers, MailDesk mails, OccasionMessages messages) {
        this.database = database;
        this.readers = readers;
        this.mails = mails;
        this.messages = messages;
    }

    void send(Tenant tenant, Model model, Event event, MailDefinition mail, MailOccasion occasion) {
        Notice.About about = event.subject()
                .map(subject -> new Notice.About(subject.entity(), subject.record()))
                .orElseThrow();
        if (!holds(tenant, model, occasion, about)) {
            return;
        }
        String name = mail.origin().pack() + "." + mail.name();
        UUID id = UUID.nameUUIDFromBytes((event.id() + " " + name).getBytes(StandardCharsets.UTF_8));
        if (occasion.as().contains(Way.MAIL)) {
            RequestedMail order = RequestedMail.of(occasion.to(), name);
            database.transaction(sql ->
                    MailEvents.first(sql, tenant, id) ? mails.send(sql, tenant, model, order, Optional.of(about)) : 0);
        }
        if (occasion.as().contains(Way.MESSAGE)) {
            messages.tell(tenant, model, id, mail, occasion, about);
        }
    }

    /** Asked of the record as it is now; of one that is gone nobody is told. */
    private boolean holds(Tenant tenant, Model model, MailOccasion occasion, Notice.About about) {
        Optional<Entity> entity = model.entity(about.entity()).filter(Entity::stored);
        Optional<Expression> condition = new ExpressionCompiler()
                .compile(
                        "(" + occasion.when().orElse("true") + ") ? '" + YES + "' : ''",
                        about.entity(),
                        model,
                        Optional.empty())
                .result();
        return entity.isPresent()
                && condition.isPresent()
                && readers.values(tenant, model, Locale.ENGLISH, entity.get(), about.record(), List.of(condition.get()))
                        .filter(values -> YES.equals(values.get(condition.get())))
                        .isPresent();
    }
}
