package io.armature.engine.query.request;

/** Which records a reading sees, of an entity whose deleted records can be restored. */
public enum Deletion {
    /** Only those that are not deleted. */
    HIDDEN("false"),
    /** Only the deleted ones. */
    ONLY("true"),
    /** Both. */
    INCLUDED("any");

    private final String text;

    Deletion(String text) {
        this.text = text;
    }

    /** As written in {@code deleted=}. */
    public String text() {
        return text;
    }
}
