package io.armature.engine.notify;

import io.armature.engine.current.CurrentModels;
import io.armature.engine.db.Database;
import io.armature.engine.db.SqlRunner;
import io.armature.engine.due.DueWork;
import io.armature.engine.identity.PublicAddress;
import io.armature.engine.mail.Mail;
import io.armature.engine.mail.MailQueue;
import io.armature.engine.tenant.Tenant;
import io.armature.metadata.model.Model;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Makes the mails that gather notifications of a day or a week. Each is made once: with the mail goes what it was made of. */
@Singleton
public final class Digests implements DueWork {

    static final String KIND = "digest";
    private static final int MOST_LINES = 100;

    private final Database database;
    private final MailQueue mails;
    private final PublicAddress address;
    private final Postman postman;
    private final CurrentModels models;
    private final Audience audience;

    Digests(
            Database database,
            MailQueue mails,
            PublicAddress address,
            Postman postman,
            CurrentModels models,
            Audience audience) {
        this.database = database;
        this.mails = mails;
        this.address = address;
        this.postman = postman;
        this.models = models;
        this.audience = audience;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Optional<Instant> run(Tenant tenant, Instant now) {
        boolean more = true;
        while (more) {
            more = database.transaction(sql -> {
                List<DigestStore.Due> due = DigestStore.take(sql, tenant, now);
                due.forEach(one -> send(sql, tenant, one));
                return !due.isEmpty();
            });
        }
        return database.direct(sql -> DigestStore.next(sql, tenant));
    }

    private void send(SqlRunner sql, Tenant tenant, DigestStore.Due due) {
        List<Notification> gathered =
                known(tenant, due.user(), NotificationStore.gathered(sql, tenant, due.user(), due.kind()));
        WishStore.addressees(sql, tenant, List.of(due.user()), WishStore.OTHERS).stream()
                .filter(addressee -> !gathered.isEmpty())
                .forEach(addressee -> addressee
                        .email()
                        .filter(Mail::isAddress)
                        .ifPresent(email -> mails.add(sql, tenant, mail(tenant, addressee, email, gathered))));
    }

    /** Those about nothing, or about what is still there for whoever is told. */
    private List<Notification> known(Tenant tenant, UUID user, List<Notification> gathered) {
        Model model = models.of(tenant);
        Map<Notice.About, Boolean> known = new HashMap<>();
        return gathered.stream()
                .filter(one -> one.about()
                        .map(about -> known.computeIfAbsent(
                                about,
                                any -> audience.labels(tenant, model, List.of(user), about)
                                        .containsKey(user)))
                        .orElse(true))
                .toList();
    }

    private Mail mail(Tenant tenant, Addressee to, String email, List<Notification> gathered) {
        StringBuilder text =
                new StringBuilder(NoticeTexts.of("digest.text", to.locale(), to.name(), address.of(tenant)));
        gathered.stream().limit(MOST_LINES).forEach(notification -> {
            text.append("- ").append(notification.title());
            if (notification.count() > 1) {
                text.append(" (").append(notification.count()).append("×)");
            }
            notification.about().ifPresent(about -> text.append("\n  ").append(postman.link(tenant, about)));
            text.append('\n');
        });
        return new Mail(email, NoticeTexts.of("digest.subject", to.locale(), gathered.size()), text.toString(), false);
    }
}
