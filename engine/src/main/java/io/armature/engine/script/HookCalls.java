package io.armature.engine.script;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.armature.metadata.model.PackInfo;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;

/** Calls functions, each in a realm of its pack, within its budget, and has written down what that cost. */
final class HookCalls {

    private final RealmPool realms;
    private final Map<String, Port> ports;
    private final Ledger ledger;
    private final Optional<Call.Chance> again;

    HookCalls(RealmPool realms, List<Port> ports, Ledger ledger) {
        this(realms, ports, ledger, Optional.empty());
    }

    /** @param again what a call was then that is run again */
    HookCalls(RealmPool realms, List<Port> ports, Ledger ledger, Optional<Call.Chance> again) {
        this.realms = realms;
        this.ports = ports.stream().collect(Collectors.toMap(Port::name, port -> port));
        this.ledger = ledger;
        this.again = again;
    }

    /** Is told of each call as it ends. */
    @FunctionalInterface
    interface Ledger {
        void add(Call call, Optional<RuntimeException> failure);
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
            call.given(first);
            return called(realm, call, module, first, Optional.of(record));
        });
    }

    /** Calls a function with something else; what it returned. */
    JsonNode with(Scene scene, HookModule module, Point point, JsonNode given, Function<Realm, Object> input) {
        return during(scene, module, point, (realm, call) -> {
            call.given(given);
            return GuestJson.of(called(realm, call, module, input.apply(realm), Optional.empty()));
        });
    }

    /** What a function is shown of JSON that nothing is declared of. */
    static Object shown(Realm realm, JsonNode input) {
        @Nullable Object shown = realm.shown().of(input);
        return shown == null ? Map.of() : shown;
    }

    /**
     * What a custom endpoint is shown of what was sent.
     *
     * @throws io.armature.metadata.problem.ProblemException when that does not fit its parameters
     */
    static Function<Realm, Object> parameters(Action action, JsonNode input) {
        if (action.parameters().isEmpty()) {
            return realm -> shown(realm, input);
        }
        Map<String, Object> values = action.read(input);
        return realm -> {
            Given members = new Given();
            action.parameters()
                    .orElseThrow()
                    .keySet()
                    .forEach(name -> members.put(name, realm.shown().of(values.get(name))));
            return members.frozen();
        };
    }

    /** Calls a function for each of some records that were read; all of them have one budget. */
    void shown(Scene scene, HookModule module, List<ReadRecord> records) {
        during(scene, module, Point.ON_READ, (realm, call) -> {
            Found found = new Found(scene.context().model(), realm.shown());
            for (ReadRecord record : records) {
                call.given(record.json().deepCopy());
                called(realm, call, module, new ReadProxy(record, found), Optional.empty());
            }
            return NullNode.instance;
        });
    }

    private Value called(Realm realm, Call call, HookModule module, Object first, Optional<ScriptRecord> record) {
        Value exported = realm.exported(module.source());
        call.begin();
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
        Budget budget = budget(own, module, point);
        // Before the call's time begins: making one is not the function's doing.
        Realm realm = realms.take(key);
        Call call = again.map(then -> new Call(Optional.of(own), module.definition(), point, budget, outer, then))
                .orElseGet(() -> new Call(Optional.of(own), module.definition(), point, budget, outer));
        Optional<RuntimeException> failure = Optional.empty();
        try {
            return realm.during(call, within -> work.in(within, call));
        } catch (RuntimeException failed) {
            failure = Optional.of(failed);
            throw failed;
        } finally {
            realms.give(key, realm);
            ledger.add(call, failure);
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
