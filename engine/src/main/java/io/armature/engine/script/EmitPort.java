package io.armature.engine.script;

import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.armature.engine.event.Event;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.graalvm.polyglot.proxy.ProxyExecutable;

/** {@code ctx.emit('shipped', { carrier: 'x' })}: an event of the pack, {@code sales.shipped}, that leaves after the commit. */
final class EmitPort implements Port {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,59}(\\.[a-z][a-z0-9_]{0,59})?");

    private final BiConsumer<Scene, Event> outbox;

    /** @param outbox takes what leaves with the transaction */
    EmitPort(BiConsumer<Scene, Event> outbox) {
        this.outbox = outbox;
    }

    @Override
    public String name() {
        return "emit";
    }

    @Override
    public Object open(Call call, Shown shown) {
        return (ProxyExecutable) given -> {
            Arguments arguments = new Arguments("ctx.emit", given);
            String name = arguments.text(0, "a name, such as 'shipped'");
            ObjectNode details = arguments.object(1, "an object that tells more");
            if (!NAME.matcher(name).matches()) {
                throw new ScriptFault("Not a name of an event: " + name);
            }
            Scene scene = call.scene();
            call.use(Budget.Part.SQL, 0);
            Event event = Event.of(
                    UUID.randomUUID(),
                    scene.now(),
                    call.pack() + "." + name,
                    Optional.empty(),
                    scene.context().user().id(),
                    details.toString(),
                    scene.context().requestId());
            call.tape().pass("emit", () -> {
                outbox.accept(scene, event);
                return NullNode.instance;
            });
            return true;
        };
    }
}
