package io.armature.metadata.foreign;

/** What became of a part of a foreign application. */
public enum Outcome {
    /** It means the same here. */
    IMPORTED("imported"),
    /** It is here, but something about it differs. */
    CHANGED("mapped with a difference"),
    /** It is kept for an export, and means nothing here. */
    HINT("kept as a hint"),
    /** It is not here. */
    LEFT_OUT("not imported");

    private final String words;

    Outcome(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
