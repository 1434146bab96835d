package io.armature.engine.notify;

import static io.armature.engine.notify.WishStore.table;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.armature.engine.access.Access;
import io.armature.engine.audit.Audit;
import io.armature.engine.audit.AuditEntry;
import io.armature.engine.current.RequestContext;
import io.armature.engine.db.Database;
import io.armature.engine.db.Sql;
import io.armature.engine.db.SqlRunner;
import io.armature.engine.db.SqlValue;
import io.armature.engine.mail.MailQueue;
import io.armature.metadata.definition.Kind;
import io.armature.metadata.definition.MailDefinition;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.ProblemException;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Mails by hand, for administrators: looked at before they go, sent, and sent once more. */
@Singleton
public final class Mailings {

    private static final String WHAT = "write mails";
    private static final String ENTITY = "sys.mail";

    private final Database database;
    private final Access access;
    private final MailTexts texts;
    private final MailDesk desk;
    private final MailQueue queue;
    private final Audit audit;

    Mailings(Database database, Access access, MailTexts texts, MailDesk desk, MailQueue queue, Audit audit) {
        this.database = database;
        this.access = access;
        this.texts = texts;
        this.desk = desk;
        this.queue = queue;
        this.audit = audit;
    }

    /** A mail that a pack brings. */
    public record Template(String name, Optional<String> title, Optional<String> entity) {}

    public List<Template> templates(RequestContext context) {
        access.requireAdministrator(context, WHAT);
        return context.model().definitions(Kind.MAIL).entrySet().stream()
                .map(entry -> template((MailDefinition) entry.getValue(), entry.getKey()))
                .toList();
    }

    private static Template template(MailDefinition mail, String name) {
        return new Template(name, mail.title(), mail.entity().map(entity -> MailTexts.qualified(entity, mail)));
    }

    /** A mail as it would be; nothing is sent. */
    public MailTexts.Written preview(
            RequestContext context, String template, Optional<UUID> record, Optional<Locale> locale) {
        access.requireAdministrator(context, WHAT);
        return written(context, require(context, template), record, locale.orElse(context.locale()));
    }

    /**
     * Sends a mail.
     *
     * @param order as hooks ask for mails
     * @return to how many addresses it goes
     */
    public int send(RequestContext context, JsonNode order, Optional<UUID> record) {
        access.requireAdministrator(context, WHAT);
        RequestedMail mail = read(order);
        Optional<MailDefinition> template = mail.template().map(name -> require(context, name));
        Optional<Notice.About> about = record.flatMap(id -> template.flatMap(MailDefinition::entity)
                .map(entity -> new Notice.About(MailTexts.qualified(entity, template.orElseThrow()), id)));
        check(context, mail, template, record);
        int sent = database.transaction(sql -> {
            int mails = desk.send(sql, context.tenant(), context.model(), mail, about);
            if (mails > 0) {
                note(
                        sql,
                        context,
                        AuditEntry.of("mail_send", ENTITY, context.origin()).with(told(mail, record, mails)));
            }
            return mails;
        });
        if (sent == 0) {
            throw new ProblemException(Problem.inValue(ProblemCode.INVALID_VALUE, "to", "address", "ada@example.org"));
        }
        return sent;
    }

    /** @throws ProblemException when there is no such record */
    private MailTexts.Written written(
            RequestContext context, MailDefinition template, Optional<UUID> record, Locale locale) {
        return texts.write(
                        context.tenant(),
                        context.model(),
                        template,
                        record,
                        locale,
                        context.user().zone())
                .orElseThrow(() -> new ProblemException(Problem.inValue(
                        ProblemCode.NOT_FOUND,
                        "record",
                        record.map(UUID::toString).orElse(""),
                        "")));
    }

    /** A mail by hand says something, of a record that is there, with files that are there. */
    private void check(
            RequestContext context, RequestedMail mail, Optional<MailDefinition> template, Optional<UUID> record) {
        if (template.isEmpty()) {
            require(mail.subject(), "subject");
            if (mail.html().isMissingNode()) {
                require(mail.text(), "text");
            }
        } else if (template.get().entity().isPresent() && record.isEmpty()) {
            throw new ProblemException(Problem.inValue(ProblemCode.REQUIRED, "record", "record"));
        } else {
            written(context, template.get(), record, mail.locale());
        }
        long there = database.direct(sql -> sql.one(
                Sql.of(
                        "select count(*) from " + table(context.tenant(), "sys$file") + " where id = any(?)",
                        SqlValue.uuids(mail.files())),
                row -> row.getLong(1)));
        if (there < Set.copyOf(mail.files()).size()) {
            throw new ProblemException(Problem.inValue(ProblemCode.INVALID_VALUE, "files", "file", "the ids of files"));
        }
    }

    private static void require(JsonNode text, String name) {
        if (text.isMissingNode()
                || text.isNull()
                || text.isTextual() && text.asText().isBlank()) {
            throw new ProblemException(Problem.inValue(ProblemCode.REQUIRED, name, name));
        }
    }

    /** Has a mail sent once more. */
    public void again(RequestContext context, UUID id) {
        access.requireAdministrator(context, WHAT);
        boolean found = database.transaction(sql -> {
            boolean there = queue.again(sql, context.tenant(), id);
            if (there) {
                note(
                        sql,
                        context,
                        AuditEntry.of("mail_again", ENTITY, context.origin()).about(id));
            }
            return there;
        });
        if (!found) {
            throw new ProblemException(Problem.inValue(ProblemCode.NOT_FOUND, "", "mails/" + id, ""));
        }
    }

    private void note(SqlRunner sql, RequestContext context, AuditEntry entry) {
        audit.note(sql, context.tenant(), entry.by(context.user().id()));
    }

    /** To whom it went is told by the mails themselves, which forget people who are to be forgotten. */
    private static String told(RequestedMail mail, Optional<UUID> record, int mails) {
        ObjectNode details = JsonNodeFactory.instance.objectNode().put("mails", mails);
        mail.template().ifPresent(name -> details.put("template", name));
        record.ifPresent(id -> details.put("record", id.toString()));
        if (!mail.files().isEmpty()) {
            mail.files().forEach(id -> details.withArray("files").add(id.toString()));
        }
        return details.toString();
    }

    private static RequestedMail read(JsonNode order) {
        try {
            return RequestedMail.of(order);
        } catch (IllegalArgumentException notAnId) {
            throw new ProblemException(Problem.inValue(ProblemCode.INVALID_VALUE, "files", "file", "the ids of files"));
        }
    }

    private static MailDefinition require(RequestContext context, String name) {
        return MailDesk.template(context.model(), name)
                .orElseThrow(() -> new ProblemException(Problem.inValue(
                        ProblemCode.UNKNOWN_OPTION,
                        "template",
                        name,
                        String.join(", ", context.model().definitions(Kind.MAIL).keySet()))));
    }
}
