package io.armature.engine.script;

/** Where what functions of packs did is written down: what they logged, and what they cost. */
public record ScriptLedger(ScriptLog log, HookCosts costs) {

    void add(Call call, boolean failed) {
        log.add(call);
        costs.add(call, failed);
    }
}
