package io.armature.engine.script;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.armature.engine.event.Event;
import io.armature.engine.event.Outbox;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.graalvm.polyglot.proxy.ProxyExecutable;

/** {@code ctx.emit('shipped', { carrier: 'x' })}: an event of the pack, {@code sales.shipped}, that leaves after the commit. */
final class EmitPort implements Port {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,59}(\\.[a-z][a-z0-9_]{0,59})?");

    private final Outbox outbox;

    EmitPort(Outbox outbox) {
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
            outbox.add(
                    scene.transaction(),
                    scene.context().tenant(),
                    Event.of(
                            UUID.randomUUID(),
                            scene.now(),
                            call.pack() + "." + name,
                            Optional.empty(),
                            scene.context().user().id(),
                            details.toString(),
                            scene.context().requestId()));
            return true;
        };
    }
}
