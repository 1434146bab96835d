package io.armature.engine.notify;

import io.armature.engine.db.SqlRunner;
import io.armature.engine.due.DueBook;
import io.armature.engine.event.EventLog;
import io.armature.engine.event.Told;
import io.armature.engine.identity.PublicAddress;
import io.armature.engine.mail.Mail;
import io.armature.engine.mail.MailQueue;
import io.armature.engine.tenant.Tenant;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Brings a notice to people in the ways that each of them wishes. Safe for many threads. */
@Singleton
final class Postman {

    /** Ends the name of the event by which somebody who listens hears of a notification. */
    static final String TOLD = "created";

    private final MailQueue mails;
    private final DueBook book;
    private final PublicAddress address;

    Postman(MailQueue mails, DueBook book, PublicAddress address) {
        this.mails = mails;
        this.book = book;
        this.address = address;
    }

    /** What somebody is told, in his language; nothing if it is not for him. */
    interface Words {
        Optional<Notice> to(Addressee addressee);
    }

    /** Tells people of something, those who were told already left out. */
    void tell(SqlRunner transaction, Tenant tenant, Collection<UUID> users, String kind, Words words, Instant now) {
        List<Told> shown = new ArrayList<>();
        for (Addressee addressee : WishStore.addressees(transaction, tenant, users, kind)) {
            words.to(addressee)
                    .flatMap(notice -> tell(transaction, tenant, addressee, notice, now))
                    .filter(told -> addressee.wish().inApp())
                    .ifPresent(shown::add);
        }
        EventLog.tell(transaction, tenant, TOLD, shown, now);
    }

    private Optional<Told> tell(SqlRunner transaction, Tenant tenant, Addressee to, Notice notice, Instant now) {
        boolean urgent = notice.priority() == Priority.URGENT;
        MailWish mail = urgent ? MailWish.AT_ONCE : to.wish().mail();
        Optional<Told> told =
                NotificationStore.add(transaction, tenant, to, notice, mail.isDigest() ? mail : MailWish.NEVER, now);
        if (told.isPresent() && mail == MailWish.AT_ONCE) {
            to.email()
                    .filter(Mail::isAddress)
                    .ifPresent(email -> mails.add(transaction, tenant, mail(tenant, to, notice, email)));
        }
        if (told.isPresent() && mail.isDigest()) {
            Instant morning = Mornings.next(mail, now, to.zone());
            DigestStore.expect(transaction, tenant, to.id(), mail, morning);
            book.note(transaction, tenant, Digests.KIND, morning);
        }
        return told;
    }

    private Mail mail(Tenant tenant, Addressee to, Notice notice, String email) {
        String text = NoticeTexts.of(
                        "mail.text", to.locale(), to.name(), notice.body().isEmpty() ? notice.title() : notice.body())
                + notice.about()
                        .map(about -> NoticeTexts.of("mail.link", to.locale(), link(tenant, about)))
                        .orElse("\n");
        return new Mail(email, notice.title(), text, false);
    }

    /** Where the record is shown. */
    String link(Tenant tenant, Notice.About about) {
        return address.of(tenant) + "/" + about.entity().replace('.', '/') + "/" + about.record();
    }
}
