package io.armature.engine.script;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.armature.engine.event.Event;
import io.armature.engine.event.Event.Subject;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyExecutable;
import org.jspecify.annotations.Nullable;

/**
 * {@code ctx.notify(to, title, record)}: a message to people, delivered once the transaction is kept. Recipients are ids of
 * users, {@code role:x}, or {@code owner}; the last argument is a record or {@code { record, body, priority, group }}.
 */
final class NotifyPort implements Port {

    private static final String EVENT = "sys.notification.requested";

    private final BiConsumer<Scene, Event> outbox;

    /** @param outbox takes what leaves with the transaction */
    NotifyPort(BiConsumer<Scene, Event> outbox) {
        this.outbox = outbox;
    }

    @Override
    public String name() {
        return "notify";
    }

    @Override
    public Object open(Call call, Shown shown) {
        return (ProxyExecutable) given -> {
            notify(call, new Arguments("ctx.notify", given));
            return true;
        };
    }

    private void notify(Call call, Arguments arguments) {
        Scene scene = call.scene();
        call.use(Budget.Part.SQL, 0);
        ObjectNode details = JsonNodeFactory.instance.objectNode();
        details.set("recipients", recipients(arguments));
        details.set("title", arguments.json(1));
        Optional<Subject> subject = Optional.empty();
        if (arguments.has(2)) {
            Value more = arguments.given()[2];
            Value record = more.isProxyObject() ? more : more.getMember("record");
            subject = Optional.ofNullable(record).flatMap(NotifyPort::subject);
            if (!more.isProxyObject() && GuestJson.of(more) instanceof ObjectNode options) {
                options.remove("record");
                details.setAll(options);
            }
        }
        Event event = Event.of(
                UUID.randomUUID(),
                scene.now(),
                EVENT,
                subject,
                scene.context().user().id(),
                details.toString(),
                scene.context().requestId());
        call.tape().pass("notify", () -> {
            outbox.accept(scene, event);
            return NullNode.instance;
        });
    }

    private static ArrayNode recipients(Arguments arguments) {
        JsonNode named = arguments.json(0);
        ArrayNode recipients = JsonNodeFactory.instance.arrayNode();
        if (named.isTextual()) {
            recipients.add(named);
        } else if (named.isArray()) {
            named.forEach(recipients::add);
        } else {
            throw new ScriptFault(
                    "ctx.notify needs somebody to tell: the id of a user, 'role:sales.manager', or 'owner'");
        }
        return recipients;
    }

    /** The record that a function names, if it does. */
    static Optional<Subject> subject(@Nullable Value value) {
        return value != null && value.isProxyObject() && value.asProxyObject() instanceof RecordProxy proxy
                ? Optional.of(new Subject(
                        proxy.record().entity().fullName(), proxy.record().id(), 0))
                : Optional.empty();
    }
}
