package io.armature.metadata.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/** An entity with its fields and inverses, before expressions. */
record EntityStructure(
        EntityDraft draft, String table, SequencedMap<String, Field> fields, SequencedMap<String, Inverse> inverses) {

    EntityStructure {
        fields = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(fields));
        inverses = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(inverses));
    }

    String fullName() {
        return draft.fullName();
    }
}
