package io.armature.engine.notify;

import io.armature.engine.db.Database;
import io.armature.engine.tenant.Tenant;
import io.armature.metadata.definition.MailDefinition;
import io.armature.metadata.definition.MailOccasion;
import io.armature.metadata.model.Model;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What mails that go by themselves say, as notifications of people who may read the record. */
@Singleton
final class OccasionMessages {

    private static final String KIND = "message";

    private final Database database;
    private final MailTexts texts;
    private final Recipients recipients;
    private final Audience audience;
    private final Postman postman;
    private final Clock clock;

    OccasionMessages(
            Database database,
            MailTexts texts,
            Recipients recipients,
            Audience audience,
            Postman postman,
            Clock clock) {
        this.database = database;
        this.texts = texts;
        this.recipients = recipients;
        this.audience = audience;
        this.postman = postman;
        this.clock = clock;
    }

    /** @param id names the occasion: nobody is told of it twice */
    void tell(Tenant tenant, Model model, UUID id, MailDefinition mail, MailOccasion occasion, Notice.About about) {
        Set<UUID> named = database.direct(sql -> recipients.of(sql, tenant, model, occasion.to(), Optional.of(about)));
        Set<UUID> may = audience.labels(tenant, model, named, about).keySet();
        database.transaction(sql -> {
            postman.tell(sql, tenant, may, KIND, to -> notice(tenant, model, id, mail, about, to), clock.instant());
            return may;
        });
    }

    private Optional<Notice> notice(
            Tenant tenant, Model model, UUID id, MailDefinition mail, Notice.About about, Addressee to) {
        return audience.person(tenant, to.id())
                .flatMap(reader ->
                        texts.write(tenant, model, mail, about, reader, new ValueTexts(to.locale(), to.zone())))
                .map(words -> new Notice(
                        id, KIND, words.subject(), words.text(), Priority.NORMAL, Optional.of(about), id.toString()));
    }
}
