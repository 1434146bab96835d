package io.armature.engine.job;

import com.fasterxml.jackson.databind.JsonNode;
import io.armature.engine.current.RequestContext;
import io.armature.engine.db.Database;
import io.armature.engine.mail.Mail;
import io.armature.engine.mail.MailQueue;

/** {@code action: mail}: sends a text, {@code with: { to: [ada@example.org], subject: …, text: … }}. */
public final class MailAction implements JobAction {

    private final Database database;
    private final MailQueue queue;

    public MailAction(Database database, MailQueue queue) {
        this.database = database;
        this.queue = queue;
    }

    @Override
    public String name() {
        return "mail";
    }

    @Override
    public void run(RequestContext context, JsonNode with, RunCall call) {
        String subject = Given.text(with, "subject");
        String text = Given.text(with, "text");
        JsonNode to = with.path("to");
        database.transaction(transaction -> {
            if (to.isArray()) {
                to.forEach(
                        one -> queue.add(transaction, context.tenant(), new Mail(one.asText(), subject, text, false)));
            } else {
                queue.add(transaction, context.tenant(), new Mail(Given.text(with, "to"), subject, text, false));
            }
            call.doneWith(transaction);
            return text;
        });
    }
}
