package io.armature.engine.script;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.armature.metadata.model.PackInfo;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.graalvm.polyglot.Value;

/** Calls functions, each in a realm of its pack, within its budget, and has written down what that cost. */
final class HookCalls {

    private final RealmPool realms;
    private final Map<String, Port> ports;
    private final BiConsumer<Call, Boolean> ledger;

    HookCalls(RealmPool realms, List<Port> ports, BiConsumer<Call, Boolean> ledger) {
        this.realms = realms;
        this.ports = ports.stream().collect(Collectors.toMap(Port::name, port -> port));
        this.ledger = ledger;
    }

    /** What is done with a function. */
    @FunctionalInterface
    private interface Work<T> {
        T in(Realm realm, Call call);
    }

    /** Calls a function for a record that is written. */
    void of(Scene scene, HookModule module, Point point, ScriptRecord record) {
        during(scene, module, point, (realm, call) -> {
            RecordProxy first = new RecordProxy(record, realm.shown(), call, false);
            return called(realm, call, module, first, Optional.of(record));
        });
    }

    /** Calls a function with something else; what it returned. */
    JsonNode with(Scene scene, HookModule module, Point point, Function<Realm, Object> input) {
        return during(
                scene,
                module,
                point,
                (realm, call) -> GuestJson.of(called(realm, call, module, input.apply(realm), Optional.empty())));
    }

    /** Calls a function for each of some records that were read; all of them have one budget. */
    void shown(Scene scene, HookModule module, List<ReadRecord> records) {
        during(scene, module, Point.ON_READ, (realm, call) -> {
            Found found = new Found(scene.context().model(), realm.shown());
            for (ReadRecord record : records) {
                called(realm, call, module, new ReadProxy(record, found), Optional.empty());
            }
            return NullNode.instance;
        });
    }

    private Value called(Realm realm, Call call, HookModule module, Object first, Optional<ScriptRecord> record) {
        Value exported = realm.exported(module.source());
        return realm.run(
                function(exported, call.point()),
                exported,
                first,
                new CallContext(call, realm.shown(), record, ports),
                call);
    }

    private <T> T during(Scene scene, HookModule module, Point point, Work<T> work) {
        Optional<Call> outer = ScriptThread.current();
        Scene own = scene.beneath(outer);
        RealmPool.Key key = new RealmPool.Key(
                own.context().tenant().name(), own.context().model().digest(), module.pack());
        Call call = new Call(Optional.of(own), module.definition(), point, budget(own, module, point), outer);
        Realm realm = realms.take(key);
        boolean failed = true;
        try {
            T outcome = realm.during(call, within -> work.in(within, call));
            failed = false;
            return outcome;
        } finally {
            realms.give(key, realm);
            ledger.accept(call, failed);
        }
    }

    private static Budget budget(Scene scene, HookModule module, Point point) {
        PackInfo pack = scene.context().model().packs().get(module.pack());
        return Budget.of(point, pack == null ? Map.of() : pack.limits());
    }

    private static Value function(Value exported, Point point) {
        Value member = point.kind().isNamed() && point.kind() != Point.Kind.FUNCTION
                ? exported.getMember(point.kind().word()).getMember(point.name())
                : exported.getMember(point.toString());
        return member.canExecute() ? member : member.getMember("run");
    }
}
