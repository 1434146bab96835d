package io.armature.engine.access;

import java.util.Locale;

/** What one may do with a record that somebody shared. */
public enum Share {
    READ,
    WRITE;

    /** The word in requests and answers. */
    public String verb() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What the ids of an entity's shared records are called among the values of the moment. */
    String of(String entity) {
        return "user.shared." + verb() + "." + entity;
    }
}
