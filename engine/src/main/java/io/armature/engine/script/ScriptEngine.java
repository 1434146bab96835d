package io.armature.engine.script;

import io.armature.metadata.definition.HookDefinition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.HostAccess;
import org.graalvm.polyglot.PolyglotAccess;
import org.graalvm.polyglot.SandboxPolicy;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.io.IOAccess;

/** GraalJS, started when first needed. All realms share it, and with it what was parsed. Safe for many threads. */
final class ScriptEngine implements AutoCloseable {

    private static final String LANGUAGE = "js";
    private static final String MODULE = "application/javascript+module";

    /** Characters a text can have. */
    private static final int LONGEST_TEXT = 10_000_000;

    /** Bytes that an array of numbers can have: as JSON, each of its elements is a property. */
    private static final int LONGEST_BUFFER = 1_000_000;

    private static final int MOST_ARGUMENTS = 65_535;

    private final Engine engine;
    private final Source preparation;

    /** @param inspector the port of a debugger that is waited for; almost always none */
    ScriptEngine(Optional<Integer> inspector) {
        Engine.Builder builder = Engine.newBuilder(LANGUAGE)
                .sandbox(SandboxPolicy.TRUSTED)
                .option("engine.WarnInterpreterOnly", "false");
        inspector.ifPresent(port -> builder.option("inspect", Integer.toString(port))
                .option("inspect.WaitAttached", "true")
                .allowExperimentalOptions(true));
        engine = builder.build();
        Objects.requireNonNull(engine.getInstruments().get(BudgetInstrument.ID), BudgetInstrument.ID)
                .lookup(BudgetInstrument.class);
        preparation = preparation();
    }

    private static Source preparation() {
        try (var text = Objects.requireNonNull(ScriptEngine.class.getResourceAsStream("realm.js"))) {
            return Source.newBuilder(LANGUAGE, new String(text.readAllBytes(), StandardCharsets.UTF_8), "realm.js")
                    .internal(true)
                    .buildLiteral();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** A file of hooks as GraalJS reads it; kept, it is parsed once. */
    static Source source(HookDefinition definition) {
        return Source.newBuilder(
                        LANGUAGE,
                        definition.script(),
                        definition.origin().position().file())
                .mimeType(MODULE)
                .buildLiteral();
    }

    /** A realm in which no pack has run, without anything that reaches out of it. */
    Realm realm(Watch watch) {
        Context context = Context.newBuilder(LANGUAGE)
                .engine(engine)
                .allowHostAccess(HostAccess.NONE)
                .allowPolyglotAccess(PolyglotAccess.NONE)
                .allowIO(IOAccess.NONE)
                .allowExperimentalOptions(true)
                .option("js.temporal", "true")
                .option("js.esm-eval-returns-exports", "true")
                .option("js.allow-eval", "false")
                .option("js.load", "false")
                .option("js.print", "false")
                .option("js.console", "false")
                .option("js.graal-builtin", "false")
                .option("js.polyglot-builtin", "false")
                .option("js.java-package-globals", "false")
                .option("js.global-arguments", "false")
                .option("js.shared-array-buffer", "false")
                .option("js.atomics", "false")
                .option("js.bigint", "false")
                .option("js.regexp-static-result", "false")
                .option("js.timezone", "UTC")
                .option("js.locale", "en")
                .option("js.string-length-limit", Integer.toString(LONGEST_TEXT))
                .option("js.max-typed-array-length", Integer.toString(LONGEST_BUFFER))
                .option("js.max-apply-argument-length", Integer.toString(MOST_ARGUMENTS))
                .build();
        return new Realm(context, context.eval(preparation), watch);
    }

    @Override
    public void close() {
        engine.close(true);
    }
}
