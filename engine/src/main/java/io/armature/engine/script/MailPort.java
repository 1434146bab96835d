package io.armature.engine.script;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.armature.engine.mail.Mail;
import io.armature.engine.mail.MailQueue;
import io.armature.metadata.definition.PackGrants;
import java.util.List;
import org.graalvm.polyglot.proxy.ProxyExecutable;

/** {@code ctx.mail({ to, subject, text })}: a mail that leaves once the transaction is kept; the manifest grants {@code mail}. */
final class MailPort implements Port {

    private static final int MOST_RECIPIENTS = 50;

    private final MailQueue queue;

    MailPort(MailQueue queue) {
        this.queue = queue;
    }

    @Override
    public String name() {
        return "mail";
    }

    @Override
    public Object open(Call call, Shown shown) {
        return (ProxyExecutable) given -> {
            call.scene();
            call.grants(PackGrants::mail, "mail");
            ObjectNode mail = new Arguments("ctx.mail", given).object(0, "{ to, subject, text }");
            JsonNode to = mail.path("to");
            List<String> recipients =
                    to.isArray() ? to.valueStream().map(JsonNode::asText).toList() : List.of(to.asText());
            if (recipients.size() > MOST_RECIPIENTS) {
                throw new ScriptFault("One call sends at most " + MOST_RECIPIENTS + " mails");
            }
            for (String recipient : recipients) {
                call.use(Budget.Part.SQL, 0);
                queue.add(
                        call.scene().transaction(),
                        call.scene().context().tenant(),
                        new Mail(
                                recipient,
                                mail.path("subject").asText(),
                                mail.path("text").asText(),
                                false));
            }
            return true;
        };
    }
}
