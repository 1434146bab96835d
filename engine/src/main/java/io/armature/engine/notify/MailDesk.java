package io.armature.engine.notify;

import static io.armature.engine.notify.WishStore.table;

import io.armature.engine.db.Database;
import io.armature.engine.db.Sql;
import io.armature.engine.db.SqlRunner;
import io.armature.engine.db.SqlValue;
import io.armature.engine.mail.Mail;
import io.armature.engine.mail.MailQueue;
import io.armature.engine.tenant.Tenant;
import io.armature.metadata.definition.Kind;
import io.armature.metadata.definition.MailDefinition;
import io.armature.metadata.expression.Identifiers;
import io.armature.metadata.model.Entity;
import io.armature.metadata.model.Field;
import io.armature.metadata.model.Model;
import jakarta.inject.Singleton;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Writes mails that were asked for, to each recipient in his language, and puts them into the queue. */
@Singleton
public final class MailDesk {

    private final Database database;
    private final Recipients recipients;
    private final MailTexts texts;
    private final MailQueue queue;

    MailDesk(Database database, Recipients recipients, MailTexts texts, MailQueue queue) {
        this.database = database;
        this.recipients = recipients;
        this.texts = texts;
        this.queue = queue;
    }

    /** Where a mail goes, and how its reader wants to be spoken to. */
    record Reader(String address, Locale locale, ZoneId zone) {}

    /** The mail of that full name. */
    public static Optional<MailDefinition> template(Model model, String name) {
        return Optional.ofNullable(model.definitions(Kind.MAIL).get(name))
                .filter(MailDefinition.class::isInstance)
                .map(MailDefinition.class::cast);
    }

    /** Puts the mails into the queue in the transaction; how many there are. Nobody is written to about what is gone. */
    int send(SqlRunner transaction, Tenant tenant, Model model, RequestedMail mail, Optional<Notice.About> about) {
        List<Mail> written = readers(tenant, model, mail, about).stream()
                .flatMap(reader -> written(tenant, model, mail, about, reader).stream())
                .toList();
        written.forEach(one -> queue.add(transaction, tenant, one));
        return written.size();
    }

    private Optional<Mail> written(
            Tenant tenant, Model model, RequestedMail mail, Optional<Notice.About> about, Reader reader) {
        Optional<MailDefinition> template = mail.template().flatMap(name -> template(model, name));
        return template.isPresent()
                ? texts.write(
                                tenant,
                                model,
                                template.get(),
                                about.map(Notice.About::record),
                                reader.locale(),
                                reader.zone())
                        .map(text -> new Mail(
                                reader.address(), text.subject(), text.text(), text.html(), mail.files(), false))
                : Optional.of(said(mail, reader));
    }

    private static Mail said(RequestedMail mail, Reader reader) {
        Locale locale = reader.locale();
        return new Mail(
                reader.address(),
                RequestedMessage.text(mail.subject(), locale),
                RequestedMessage.text(mail.text(), locale),
                Optional.of(RequestedMessage.text(mail.html(), locale)).filter(given -> !given.isBlank()),
                mail.files(),
                false);
    }

    /** Each address once. */
    private List<Reader> readers(Tenant tenant, Model model, RequestedMail mail, Optional<Notice.About> about) {
        Map<String, Reader> readers = new LinkedHashMap<>();
        List<String> people = new ArrayList<>();
        for (String name : mail.to()) {
            Optional<String> address = name.indexOf('@') > 0
                    ? Optional.of(name)
                    : about.flatMap(record -> addressOf(tenant, model, name, record));
            address.filter(Mail::isAddress)
                    .ifPresentOrElse(
                            found -> readers.putIfAbsent(found, new Reader(found, mail.locale(), ZoneOffset.UTC)),
                            () -> people.add(name));
        }
        if (!people.isEmpty()) {
            Set<UUID> users = database.direct(sql -> recipients.of(sql, tenant, model, people, about));
            database.direct(sql -> WishStore.addressees(sql, tenant, users, WishStore.OTHERS)).stream()
                    .filter(user -> user.email().filter(Mail::isAddress).isPresent())
                    .map(user -> new Reader(user.email().orElseThrow(), user.locale(), user.zone()))
                    .forEach(reader -> readers.putIfAbsent(reader.address(), reader));
        }
        return List.copyOf(readers.values());
    }

    /** The address that a field of the record holds. */
    private Optional<String> addressOf(Tenant tenant, Model model, String name, Notice.About about) {
        return model.entity(about.entity()).filter(Entity::stored).stream()
                .flatMap(entity -> entity.lineage().stream().map(model::require))
                .filter(level -> level.ownFields().stream().anyMatch(field -> isAddress(field, name)))
                .findFirst()
                .flatMap(level -> database.direct(sql -> sql.first(
                        Sql.of(
                                "select "
                                        + Identifiers.quote(level.field(name)
                                                .orElseThrow()
                                                .column()
                                                .name()) + " from " + table(tenant, level.table()) + " where id = ?",
                                SqlValue.uuid(about.record())),
                        row -> Optional.ofNullable(row.getString(1)))))
                .flatMap(found -> found);
    }

    private static boolean isAddress(Field field, String name) {
        return field.name().equals(name)
                && field.type().name().equals("email")
                && field.columns().size() == 1;
    }
}
