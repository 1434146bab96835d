package io.armature.engine.script;

/** What a script did wrong; the message goes to whoever wrote it. */
final class ScriptFault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ScriptFault(String message) {
        super(message);
    }
}
