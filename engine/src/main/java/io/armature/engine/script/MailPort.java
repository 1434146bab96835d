package io.armature.engine.script;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.armature.engine.event.Event;
import io.armature.engine.mail.Mail;
import io.armature.metadata.definition.Kind;
import io.armature.metadata.definition.PackGrants;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.graalvm.polyglot.proxy.ProxyExecutable;

/**
 * {@code ctx.mail({ to, subject, text, html })}, or {@code ctx.mail({ to, template, record })} for a mail of {@code mails/}: it leaves
 * once the transaction is kept; the manifest grants {@code mail}. Recipients are addresses, and with a template also people as of
 * messages and fields of the record that hold addresses. {@code files} go with it, those that the caller may read.
 */
final class MailPort implements Port {

    private static final int MOST_RECIPIENTS = 50;

    private static final String EVENT = "sys.mail.requested";

    private static final int MOST_FILES = 20;

    private final Supplier<FileDoor> files;
    private final BiConsumer<Scene, Mail> queue;
    private final BiConsumer<Scene, Event> outbox;

    /**
     * @param files of the site
     * @param queue takes mails that leave with the transaction
     * @param outbox takes what asks for one
     */
    MailPort(Supplier<FileDoor> files, BiConsumer<Scene, Mail> queue, BiConsumer<Scene, Event> outbox) {
        this.files = files;
        this.queue = queue;
        this.outbox = outbox;
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
            ObjectNode mail =
                    new Arguments("ctx.mail", given).object(0, "{ to, subject, text } or { to, template, record }");
            JsonNode to = mail.path("to");
            List<String> recipients =
                    to.isArray() ? to.valueStream().map(JsonNode::asText).toList() : List.of(to.asText());
            if (recipients.size() > MOST_RECIPIENTS) {
                throw new ScriptFault("One call sends at most " + MOST_RECIPIENTS + " mails");
            }
            List<UUID> attached = attached(call, mail.path("files"));
            if (mail.hasNonNull("template")) {
                written(call, mail, recipients, attached, NotifyPort.subject(given[0].getMember("record")));
                return true;
            }
            for (String recipient : recipients) {
                call.use(Budget.Part.SQL, 0);
                Mail one = new Mail(
                        recipient,
                        mail.path("subject").asText(),
                        mail.path("text").asText(),
                        Optional.ofNullable(mail.path("html").textValue()),
                        attached,
                        false);
                call.tape().pass("mail", () -> {
                    queue.accept(call.scene(), one);
                    return NullNode.instance;
                });
            }
            return true;
        };
    }

    /** Files that the caller may not read go to nobody. */
    private List<UUID> attached(Call call, JsonNode named) {
        JsonNode all = named.isTextual() ? JsonNodeFactory.instance.arrayNode().add(named) : named;
        if (all.size() > MOST_FILES) {
            throw new ScriptFault("A mail takes at most " + MOST_FILES + " files");
        }
        List<UUID> attached = new ArrayList<>();
        for (JsonNode file : all) {
            UUID id = Arguments.id(file.asText());
            call.use(Budget.Part.SQL, 1);
            call.tape().pass("mail.file", () -> {
                files.get().one(call.scene(), id);
                return NullNode.instance;
            });
            attached.add(id);
        }
        return attached;
    }

    /** A mail of a pack is written to each reader in his language, after the transaction. */
    private void written(
            Call call, ObjectNode mail, List<String> recipients, List<UUID> attached, Optional<Event.Subject> record) {
        Scene scene = call.scene();
        String given = mail.path("template").asText();
        String name = given.indexOf('.') > 0 ? given : call.pack() + "." + given;
        if (!scene.context().model().definitions(Kind.MAIL).containsKey(name)) {
            throw new ScriptFault("There is no mail `" + name + "`");
        }
        call.use(Budget.Part.SQL, 0);
        ObjectNode details = JsonNodeFactory.instance.objectNode();
        ArrayNode to = details.putArray("to");
        recipients.forEach(to::add);
        details.put("template", name);
        attached.forEach(file -> details.withArray("files").add(file.toString()));
        details.put("locale", scene.context().locale().toLanguageTag());
        Event event = Event.of(
                UUID.randomUUID(),
                scene.now(),
                EVENT,
                record,
                scene.context().user().id(),
                details.toString(),
                scene.context().requestId());
        call.tape().pass("mail", () -> {
            outbox.accept(scene, event);
            return NullNode.instance;
        });
    }
}
