package io.armature.engine.script;

import java.util.Optional;

/** Where what functions of packs did is written down: what they logged, what they cost, and how they failed. */
public record ScriptLedger(ScriptLog log, HookCosts costs, ScriptFailures failures) {

    void add(Call call, Optional<RuntimeException> failure) {
        log.add(call);
        costs.add(call, failure.isPresent());
        failure.ifPresent(failed -> failures.add(call, failed));
    }
}
