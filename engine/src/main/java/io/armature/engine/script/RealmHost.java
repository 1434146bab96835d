package io.armature.engine.script;

import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyExecutable;
import org.graalvm.polyglot.proxy.ProxyObject;
import org.jspecify.annotations.Nullable;

/** What the preparation of a realm takes from outside: all of it belongs to the call that is under way. */
final class RealmHost {

    private RealmHost() {}

    static ProxyObject members(String pending) {
        return new Given()
                .put("pending", pending)
                .put("millis", (ProxyExecutable) given -> now().toEpochMilli())
                .put("instant", (ProxyExecutable) given -> now().toString())
                .put("zone", (ProxyExecutable) given -> zone())
                .put("random", (ProxyExecutable) given -> random())
                .put("decimal", (ProxyExecutable) ScriptDecimal::make)
                .put("pattern", (ProxyExecutable) RealmHost::refusal)
                .put("log", (ProxyExecutable) given -> log(given[0].asString()))
                .frozen();
    }

    private static Instant now() {
        return ScriptThread.current().flatMap(Call::now).orElse(Instant.EPOCH);
    }

    private static String zone() {
        return ScriptThread.current()
                .filter(call -> call.now().isPresent())
                .map(call -> Shown.zone(call.scene().context().user().zone()))
                .orElse("UTC");
    }

    private static double random() {
        return ScriptThread.current().map(Call::random).orElse(0.0);
    }

    private static @Nullable Object refusal(Value[] pattern) {
        return PatternCost.refusal(pattern[0].asString(), pattern[1].asString()).orElse(null);
    }

    private static ProxyExecutable log(String level) {
        return given -> {
            ScriptThread.current().ifPresent(call -> call.log(level, text(given)));
            return null;
        };
    }

    /** What was logged, in one line of text. */
    static String text(Value[] given) {
        return Arrays.stream(given).map(RealmHost::text).collect(Collectors.joining(" "));
    }

    /** A value in words. */
    static String text(Value value) {
        if (value.isString()) {
            return value.asString();
        }
        try {
            return value.isException() || value.canExecute()
                    ? value.toString()
                    : GuestJson.of(value).toString();
        } catch (ScriptFault nothingOfJson) {
            return value.toString();
        }
    }
}
