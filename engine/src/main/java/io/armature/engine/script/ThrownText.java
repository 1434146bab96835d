package io.armature.engine.script;

/** What a function of a pack threw, where it was no error: a text, of which nobody knows what it holds. */
final class ThrownText extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ThrownText(String text) {
        super(text);
    }
}
